package io.overture.client;

import io.overture.store.OnCluster;

@OnCluster
class BrowsersOnClusterTest extends BrowsersTest {}
