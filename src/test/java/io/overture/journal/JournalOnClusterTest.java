package io.overture.journal;

import io.overture.store.OnCluster;

@OnCluster
class JournalOnClusterTest extends JournalTest {}
