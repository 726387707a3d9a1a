package io.overture.desk;

import io.overture.store.OnCluster;

@OnCluster
class RingLawsOnClusterTest extends RingLawsTest {}
