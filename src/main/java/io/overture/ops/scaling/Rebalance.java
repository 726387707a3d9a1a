package io.overture.ops.scaling;

/**
 * How many of its pages a node asks to go elsewhere. A node that carries clearly more than the mean asks a few at a time,
 * and never so many that it would fall below the mean, so that nothing swings back. While a node drains or has not told
 * what it carries nobody is asked: the picture is about to change.
 *
 * @param tolerance by which share a node may be above the mean
 * @param minimum fewer sockets above the mean than this are not worth a reconnection
 * @param share of its sockets a node asks at a time, at most
 */
record Rebalance(double tolerance, int minimum, double share) {

    Rebalance {
        if (tolerance < 0 || minimum < 1 || share < 0 || share > 1) {
            throw new IllegalArgumentException(
                    "overture.rebalance: tolerance at least 0, minimum at least 1, share from 0 to 1");
        }
    }

    /** @param self the node that asks itself */
    int toAsk(String self, Region region) {
        var own = region.nodes().get(self);
        if (own == null || !region.isComplete() || region.isDraining()) {
            return 0;
        }
        double mean = (double) region.total().sockets() / region.nodes().size();
        double above = own.sockets() - mean;
        if (above < minimum || own.sockets() <= mean * (1 + tolerance)) {
            return 0;
        }
        return (int) Math.min(Math.ceil(own.sockets() * share), Math.floor(above));
    }
}
