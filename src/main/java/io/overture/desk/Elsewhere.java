package io.overture.desk;

import io.overture.roster.Desk;
import io.overture.roster.Webhook;
import io.overture.visitor.Handoff;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation goes on when not with an advisor here. The desks that serve it are asked in their order: the first
 * that has a tool of the house's own for the channel hands it over; one whose people are there keeps it; one with nobody
 * of its own but a contact centre tells that one.
 */
final class Elsewhere {

    private Elsewhere() {}

    /** The way it takes. */
    sealed interface Way {

        /** Advisors are called. */
        record Here() implements Way {}

        /** The house's own tool has it. */
        record Tool(Desk desk, Handoff to) implements Way {}

        /** A contact centre is asked to take it. */
        record Centre(Desk desk, Webhook webhook) implements Way {}
    }

    /** What a template's variables stand for. */
    record Variables(String conversation, @Nullable String item, String language, String site) {

        private Map<String, String> byName() {
            return Map.of(
                    "conversation", conversation, "item", item == null ? "" : item, "language", language, "site", site);
        }
    }

    static Way of(List<Desk> serving, Predicate<Desk> staffed, String channel, Variables variables) {
        for (var desk : serving) {
            var link = Optional.ofNullable(desk.handoff().get(channel)).flatMap(template -> link(template, variables));
            if (link.isPresent()) {
                return new Way.Tool(desk, new Handoff(channel, link.get()));
            }
            if (staffed.test(desk)) {
                return new Way.Here();
            }
            if (desk.webhook().isPresent()) {
                return new Way.Centre(desk, desk.webhook().get());
            }
        }
        return new Way.Here();
    }

    /** The address a template makes; empty when it is none that a page may be sent to. */
    static Optional<String> link(String template, Variables variables) {
        var address = template;
        for (var each : variables.byName().entrySet()) {
            address = address.replace("{" + each.getKey() + "}", encoded(each.getValue()));
        }
        return secure(address);
    }

    /** The address itself if it is an absolute one, by https. */
    static Optional<String> secure(String address) {
        try {
            var uri = new URI(address);
            var isSecure = uri.getHost() != null
                    && uri.getScheme() != null
                    && uri.getScheme().toLowerCase(Locale.ROOT).equals("https");
            return isSecure ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    /** For a path as for a query. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
