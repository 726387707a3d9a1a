package io.overture.passport;

import static io.overture.store.Stores.get;

import io.overture.redis.Lanes;
import io.overture.release.Act;
import io.overture.visitor.Due;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Visitors of two regions: what a home is to be told, names by which regions know visitors, passports used once. */
public final class PassportActs {

    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final Instant DECLINED = AT.plusSeconds(3);
    private static final Instant LATER = AT.plusSeconds(30);
    private static final Duration AGE = Duration.ofHours(24);
    private static final Duration CLAIM = Duration.ofSeconds(7);
    private static final String HOME = "europe";
    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));
    private static final Pseudonyms.Bearer BEARER = new Pseudonyms.Bearer("america", SHE, "j-1");

    private PassportActs() {}

    public static List<Act> all() {
        var acts = new ArrayList<Act>();
        acts.addAll(returns());
        acts.addAll(names());
        acts.addAll(uses());
        return acts;
    }

    private static List<Act> returns() {
        return List.of(
                Act.silent(
                        "her home is to be told of an invitation",
                        lanes -> queue(lanes, AT).add(SHE, due(AT, null))),
                Act.of("a node is given it", lanes -> claim(lanes, AT)),
                Act.silent(
                        "that she declined it joins it meanwhile",
                        lanes -> queue(lanes, AT).add(SHE, due(AT, DECLINED))),
                Act.silent(
                        "her home heard of the invitation alone",
                        lanes -> queue(lanes, AT).settle(told("1"))),
                Act.of("a node is given both", lanes -> claim(lanes, AT)),
                Act.of("another is given nothing meanwhile", lanes -> claim(lanes, AT)),
                Act.silent(
                        "her home did not hear it",
                        lanes -> queue(lanes, AT).again(told("2"), Duration.between(AT, LATER))),
                Act.of("it is tried once more", lanes -> claim(lanes, LATER)),
                Act.silent("her home heard it", lanes -> queue(lanes, LATER).settle(told("2"))),
                Act.of("her home has heard all", lanes -> claim(lanes, LATER)),
                Act.silent(
                        "her home is to be told of another",
                        lanes -> queue(lanes, AT).add(SHE, due(LATER, null))),
                Act.of("its time passes", lanes -> claim(lanes, AT.plus(AGE))),
                Act.silent(
                        "her home is to be told of a third",
                        lanes -> queue(lanes, AT).add(SHE, due(LATER, null))),
                Act.silent(
                        "she is erased before it is", lanes -> queue(lanes, AT).forget(SHE, List.of(HOME, "america"))),
                Act.silent(
                        "what was under way then comes too late",
                        lanes -> queue(lanes, AT).add(SHE, due(LATER, DECLINED))),
                Act.of("nothing of it is told", lanes -> claim(lanes, LATER)));
    }

    private static List<Act> names() {
        return List.of(
                Act.of(
                        "a region is given a name for her",
                        lanes -> get(names(lanes, "p-1").of(BEARER))),
                Act.of(
                        "it is given the same again",
                        lanes -> get(names(lanes, "p-2").of(BEARER))),
                Act.of("whose name that is", lanes -> get(names(lanes, "p-3").find("p-1"))),
                Act.silent(
                        "her names are forgotten", lanes -> names(lanes, "p-4").forget(SHE)),
                Act.of("it is nobody's name", lanes -> get(names(lanes, "p-5").find("p-1"))));
    }

    private static List<Act> uses() {
        return List.of(
                Act.of("a page shows a passport", lanes -> use(lanes, "page-1")),
                Act.of("it asks once more", lanes -> use(lanes, "page-1")),
                Act.of("another page cannot use that passport", lanes -> use(lanes, "page-2")));
    }

    private static ReturnQueue queue(Lanes lanes, Instant now) {
        return new ReturnQueue(lanes, InstantSource.fixed(now), AGE);
    }

    private static ReturnQueue.Claimed claim(Lanes lanes, Instant now) {
        return get(queue(lanes, now).claim(HOME, CLAIM));
    }

    private static Due.Returned due(Instant invited, @Nullable Instant declined) {
        return new Due.Returned("returned:1", HOME, "p", invited, declined);
    }

    /** @param change which state of the entry a node was given */
    private static Return told(String change) {
        return new Return(SHE.member() + " " + HOME, HOME, "p", AT, DECLINED, 1, change);
    }

    private static Pseudonyms names(Lanes lanes, String next) {
        return new Pseudonyms(lanes, () -> next, Duration.ofDays(30));
    }

    private static boolean use(Lanes lanes, String page) {
        return get(new OneUse(lanes).take(HOME, "t-1", page, Duration.ofHours(1)));
    }
}
