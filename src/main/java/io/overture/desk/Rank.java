package io.overture.desk;

import io.overture.visitor.Request;
import java.math.BigDecimal;

/**
 * Where a task stands on its list: by what the house knows before what is assumed or claimed.
 *
 * <pre>
 *   clients, by standing; of these known prices, then others, by weight  from 10⁹ up
 *   strangers who were promised something, the oldest first              below 0
 *   strangers, known prices by weight                                    below −7 × 10¹²
 *   strangers, others by weight                                          below −9 × 10¹²
 * </pre>
 *
 * A stranger's stake costs nothing to claim, so it moves nobody who was promised something. All figures are whole and well
 * within the 53 bits of a sorted set's score.
 */
final class Rank {

    private static final BigDecimal THOUSANDTHS = BigDecimal.valueOf(1_000);
    private static final double MOST_STANDING = 1e6;
    private static final double PER_STANDING = 1e9;
    private static final double PER_PRICED = PER_STANDING / 2;
    private static final double MOST_CLAIMED = 1e12;
    private static final double CLAIMED = -1e13;
    private static final double PRICED = CLAIMED + 2 * MOST_CLAIMED;

    private Rank() {}

    static double of(Task task) {
        if (task.client() != null) {
            double standing = Math.rint(task.standing().multiply(THOUSANDTHS).doubleValue());
            return Math.clamp(standing, 1, MOST_STANDING) * PER_STANDING
                    + (task.isPriced() ? PER_PRICED : 0)
                    + whole(task.weight(), PER_PRICED - 1);
        }
        return task.isPromised()
                ? -task.at().getEpochSecond()
                : (task.isPriced() ? PRICED : CLAIMED) + whole(task.weight(), MOST_CLAIMED);
    }

    /** Of what a stranger asks for, among those who wait for an advisor to have room: the same, from 0 up. */
    static double ofCall(Request request) {
        return (request.isPriced() ? PRICED - CLAIMED : 0) + whole(request.weight(), MOST_CLAIMED);
    }

    private static double whole(BigDecimal weight, double most) {
        return Math.clamp(Math.floor(weight.doubleValue()), 0, most);
    }
}
