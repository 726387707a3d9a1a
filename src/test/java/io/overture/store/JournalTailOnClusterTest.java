package io.overture.store;

@OnCluster
class JournalTailOnClusterTest extends JournalTailTest {}
