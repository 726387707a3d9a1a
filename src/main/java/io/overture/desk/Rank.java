package io.overture.desk;

import java.math.BigDecimal;

/**
 * Where a task stands on its list: by what the house knows before what a browser says.
 *
 * <pre>
 *   clients, by standing, then by weight                     from 10⁹ up
 *   strangers who were promised something, the oldest first  below 0
 *   strangers, by weight                                     below −9 × 10¹²
 * </pre>
 *
 * A stranger's stake costs nothing to claim, so it moves nobody who was promised something. All figures are whole and well
 * within the 53 bits of a sorted set's score.
 */
final class Rank {

    private static final BigDecimal THOUSANDTHS = BigDecimal.valueOf(1_000);
    private static final double MOST_STANDING = 1e6;
    private static final double PER_STANDING = 1e9;
    private static final double MOST_CLAIMED = 1e12;
    private static final double CLAIMED = -1e13;

    private Rank() {}

    static double of(Task task) {
        double weight = Math.floor(task.weight().doubleValue());
        if (task.client() != null) {
            double standing = Math.rint(task.standing().multiply(THOUSANDTHS).doubleValue());
            return Math.clamp(standing, 1, MOST_STANDING) * PER_STANDING + Math.clamp(weight, 0, PER_STANDING - 1);
        }
        return task.isPromised() ? -task.at().getEpochSecond() : CLAIMED + Math.clamp(weight, 0, MOST_CLAIMED);
    }
}
