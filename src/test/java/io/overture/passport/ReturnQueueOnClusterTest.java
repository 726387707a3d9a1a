package io.overture.passport;

import io.overture.store.OnCluster;

@OnCluster
class ReturnQueueOnClusterTest extends ReturnQueueTest {}
