package io.overture.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** What a region said of one person's erasure: how much, never what. */
sealed interface Receipt {

    Subject subject();

    /** The address that was asked. */
    String url();

    Instant at();

    /**
     * Nothing is kept there any more.
     *
     * @param region as the service calls itself
     * @param erased how many of each kind; empty when nothing was kept
     * @param marksUntil when the last mark without personal data is gone, epoch milliseconds; missing if there is none
     */
    record Confirmed(Subject subject, String url, String region, Instant at, ObjectNode erased, JsonNode marksUntil)
            implements Receipt {}

    /** It is not known what is kept there: ask again. */
    record Unconfirmed(Subject subject, String url, Instant at, String why) implements Receipt {}

    /** @param pseudonymous a digest in place of the id */
    default ObjectNode json(boolean pseudonymous) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put(
                        subject().kind().word(),
                        pseudonymous ? subject().pseudonym() : subject().id())
                .put("url", url())
                .put("at", at().truncatedTo(ChronoUnit.MILLIS).toString());
        if (pseudonymous) {
            json.put("pseudonymous", true);
        }
        switch (this) {
            case Confirmed done -> {
                json.put("region", done.region()).put("state", "erased").set("erased", done.erased());
                if (done.marksUntil().isNumber()) {
                    json.set("marksUntil", done.marksUntil());
                }
            }
            case Unconfirmed open -> json.put("state", "unconfirmed").put("why", open.why());
        }
        return json;
    }

    default String line(boolean pseudonymous) {
        var who = subject().kind().word() + " "
                + (pseudonymous ? subject().pseudonym() : subject().id());
        return switch (this) {
            case Confirmed done -> "%s  %s  erased: %s".formatted(done.region(), who, counts(done.erased()));
            case Unconfirmed open -> "%s  %s  NOT CONFIRMED: %s".formatted(open.url(), who, open.why());
        };
    }

    private static String counts(ObjectNode erased) {
        var some = erased.propertyStream()
                .filter(each -> each.getValue().asInt() > 0)
                .map(each -> each.getKey() + " " + each.getValue().asInt())
                .collect(Collectors.joining(", "));
        return some.isEmpty() ? "nothing was kept" : some;
    }
}
