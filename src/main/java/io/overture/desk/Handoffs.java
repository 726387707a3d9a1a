package io.overture.desk;

import io.overture.roster.Desk;
import io.overture.visitor.Handoff;
import java.util.Optional;

/** Ways to the house's own tools, for an advisor who shows them to a client and stays. */
public final class Handoffs {

    private Handoffs() {}

    /** Where this conversation goes on by a channel; empty when the desk has no tool for it. */
    public static Optional<Handoff> to(Desk desk, Call call, String channel) {
        var variables = new Elsewhere.Variables(
                call.conversation(),
                call.request().item(),
                call.request().language(),
                call.about().site());
        return Optional.ofNullable(desk.handoff().get(channel))
                .flatMap(template -> Elsewhere.link(template, variables))
                .map(link -> new Handoff(channel, link));
    }
}
