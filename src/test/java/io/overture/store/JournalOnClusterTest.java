package io.overture.store;

@OnCluster
class JournalOnClusterTest extends JournalTest {}
