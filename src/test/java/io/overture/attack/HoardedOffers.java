package io.overture.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Strangers of one address who have themselves invited and never answer; then strangers from elsewhere who mean it. */
record HoardedOffers(URI base) implements Attack {

    private static final List<String> ADVISORS = List.of("advisor", "camille", "kenji");
    private static final int STRANGERS = 12;
    private static final int HONEST = 6;
    /** {@code overture.limits.offers-per-address} as it is shipped. */
    private static final int MOST = 4;
    /** A node learns within a second that somebody is there. */
    private static final Duration KNOWN = Duration.ofSeconds(2);
    /** What follows from an event follows its acknowledgement at once. */
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    @Override
    public String name() {
        return STRANGERS + " of one address who never answer";
    }

    @Override
    public String before() {
        return "they hold every slot there is for strangers";
    }

    @Override
    public Outcome run() {
        var open = new ArrayList<Page>();
        try {
            ADVISORS.forEach(advisor -> open.add(available(advisor)));
            LockSupport.parkNanos(KNOWN.toNanos());
            int hoarded = 0;
            for (int i = 0; i < STRANGERS; i++) {
                hoarded += isInvited("203.0.113.77", open) ? 1 : 0;
            }
            long honest = IntStream.range(0, HONEST)
                    .filter(i -> isInvited("198.51.100." + (100 + i), open))
                    .count();
            return new Outcome(
                    "%d hold a slot, %d of others".formatted(hoarded, honest),
                    hoarded > 0 && hoarded <= MOST && honest > 0);
        } finally {
            open.forEach(Page::close);
        }
    }

    private Page available(String advisor) {
        var password = Base64.getEncoder().encodeToString((advisor + ":" + advisor).getBytes(UTF_8));
        var console =
                Page.open(base, "/v1/advisor", Map.of("Origin", base.toString(), "Authorization", "Basic " + password));
        console.says("{\"type\": \"hello\", \"device\": \"attack\"}");
        console.hears("\"welcome\"");
        console.says("{\"type\": \"presence\", \"ref\": \"1\", \"state\": \"available\"}");
        console.hears("\"ack\"");
        return console;
    }

    /** By a search that finds nothing, some minutes after the visitor came. */
    private boolean isInvited(String from, List<Page> open) {
        var page = Page.ofStranger(base, from);
        open.add(page);
        long now = System.currentTimeMillis();
        page.says("""
                {"type": "beacon", "source": "p1", "seq": 1, "sentAt": %1$d, "events": [
                 {"name": "page_view", "at": %2$d},
                 {"name": "search", "at": %1$d, "params": {"search_term": "x", "results": 0}}]}""".formatted(now, now - 120_000));
        page.hears("\"ack\"");
        return !page.hears(AT_ONCE, "\"invitation\"").isEmpty();
    }
}
