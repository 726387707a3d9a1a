package io.overture.desk;

import io.overture.store.OnCluster;

@OnCluster
class SharesOnClusterTest extends SharesTest {}
