package io.overture.store;

@OnCluster
class AlarmsOnClusterTest extends AlarmsTest {}
