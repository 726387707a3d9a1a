package io.overture.desk;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Which advisors are there. Her state is what she said last, on whichever device; she is reachable while a node that has a
 * console of hers says so.
 */
public final class Presence {

    /** How long a console that is not heard of counts as open. */
    public static final Duration LEASE = Duration.ofSeconds(15);
    /** How often a node says so of each console it has. */
    public static final Duration RENEWAL = Duration.ofSeconds(5);

    private static final Script PRESENCE = Script.named("desk-presence");

    private final Lanes lanes;
    private final InstantSource clock;
    private final Waiters waiters;
    private volatile Staff lastKnown = Staff.NOBODY;

    Presence(Lanes lanes, InstantSource clock, Waiters waiters) {
        this.lanes = lanes;
        this.clock = clock;
        this.waiters = waiters;
    }

    /** Whoever waits for a slot of hers is woken if she is there now. */
    public Uni<Void> set(String advisor, Standing.State state) {
        return run("set", advisor, state.word()).chain(came -> welcome(advisor, came));
    }

    /**
     * A console of hers is open, and counts as open for {@link #LEASE}.
     *
     * @param tab the socket, as its node knows how to reach it
     */
    public Uni<Void> here(String advisor, String tab) {
        return run("come", advisor, tab, clock.instant().plus(LEASE).toEpochMilli())
                .chain(came -> welcome(advisor, came));
    }

    /** A console of hers is closed. She stays reachable for the rest of its lease, in case she only reloads the page. */
    public Uni<Void> left(String advisor, String tab) {
        return run("leave", advisor, tab).replaceWithVoid();
    }

    /** Her open consoles. */
    public Uni<List<String>> tabs(String advisor) {
        return lanes.send(Request.cmd(Command.ZRANGE)
                        .arg(StaffKeys.tabs(advisor))
                        .arg("(" + clock.millis())
                        .arg("+inf")
                        .arg("BYSCORE"))
                .map(Presence::texts);
    }

    /** How everybody stands now. */
    public Uni<Staff> read() {
        return run("all", "").map(Presence::staff).invoke(staff -> lastKnown = staff);
    }

    /** How everybody stood when this node last looked, about a second ago; before it could, nobody is there. */
    public Staff lastKnown() {
        return lastKnown;
    }

    private Uni<@Nullable Response> run(String verb, String advisor, Object... more) {
        var args = new Object[3 + more.length];
        args[0] = clock.millis();
        args[1] = verb;
        args[2] = advisor;
        System.arraycopy(more, 0, args, 3, more.length);
        return lanes.run(PRESENCE, StaffKeys.presence(advisor), args);
    }

    private Uni<Void> welcome(String advisor, @Nullable Response came) {
        return came != null && came.toString().equals("1")
                ? read().chain(() -> waiters.serve(List.of(advisor)))
                : Uni.createFrom().voidItem();
    }

    private static Staff staff(@Nullable Response answer) {
        if (answer == null) {
            return Staff.NOBODY;
        }
        var states = new HashMap<String, Standing.State>();
        var said = texts(answer.get(0));
        for (int i = 0; i + 1 < said.size(); i += 2) {
            states.put(said.get(i), Standing.State.of(said.get(i + 1)));
        }
        var reachable = Set.copyOf(texts(answer.get(1)));
        var taken = new HashMap<String, Integer>();
        var used = texts(answer.get(2));
        for (int i = 0; i + 1 < used.size(); i += 2) {
            taken.put(used.get(i), Integer.valueOf(used.get(i + 1)));
        }
        var known = new HashSet<>(states.keySet());
        known.addAll(taken.keySet());
        var all = new HashMap<String, Standing>();
        known.forEach(advisor -> all.put(
                advisor,
                new Standing(
                        states.getOrDefault(advisor, Standing.State.AWAY),
                        reachable.contains(advisor),
                        taken.getOrDefault(advisor, 0))));
        return new Staff(all);
    }

    private static List<String> texts(@Nullable Response array) {
        return array == null
                ? List.of()
                : StreamSupport.stream(array.spliterator(), false)
                        .map(Response::toString)
                        .toList();
    }
}
