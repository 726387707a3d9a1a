package io.overture.client;

import io.overture.store.OnCluster;

@OnCluster
class RedisClientsOnClusterTest extends RedisClientsTest {}
