package io.overture.store;

@OnCluster
class RedisVisitorsOnClusterTest extends RedisVisitorsTest {}
