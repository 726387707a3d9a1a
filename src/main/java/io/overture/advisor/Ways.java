package io.overture.advisor;

import io.overture.desk.Call;
import io.overture.roster.Desk;
import io.overture.visitor.Handoff;
import java.util.Optional;

/** Addresses of the house's own tools, where a conversation can go on. */
@FunctionalInterface
interface Ways {

    /** Empty: the desk has no way there. */
    Optional<Handoff> to(Desk desk, Call call, String channel);
}
