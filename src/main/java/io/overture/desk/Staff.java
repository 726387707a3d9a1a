package io.overture.desk;

import io.overture.roster.Advisor;
import io.overture.roster.Desk;
import io.overture.roster.Seat;
import java.util.Comparator;
import java.util.Map;

/** How all advisors stand, as of a moment ago. Who is not known is away. */
public record Staff(Map<String, Standing> byAdvisor) {

    public static final Staff NOBODY = new Staff(Map.of());

    public Staff {
        byAdvisor = Map.copyOf(byAdvisor);
    }

    public Standing of(String advisor) {
        return byAdvisor.getOrDefault(advisor, Standing.GONE);
    }

    public boolean isThere(Advisor advisor) {
        return of(advisor.id()).isThere();
    }

    /** Slots she has left, whether or not she is there. */
    public int free(Advisor advisor) {
        return Math.max(0, advisor.capacity() - of(advisor.id()).taken());
    }

    /** By the share of her slots that are taken. */
    public Comparator<Seat> leastEngagedFirst() {
        return Comparator.comparingDouble(seat ->
                of(seat.advisor().id()).taken() / (double) seat.advisor().capacity());
    }

    public boolean isStaffed(Desk desk) {
        return desk.advisors().stream().anyMatch(this::isThere);
    }
}
