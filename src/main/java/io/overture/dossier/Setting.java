package io.overture.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.visitor.Context;
import io.overture.visitor.Session;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where and how she visits, as her browser says. */
final class Setting {

    private Setting() {}

    /** The language to address her in. */
    static @Nullable JsonNode language(Known known) {
        var conversation = known.visitor().conversation();
        var session = known.session();
        if (conversation != null) {
            return Json.text(conversation.request().language());
        }
        return Json.text(session == null ? null : session.language());
    }

    static @Nullable JsonNode campaign(Known known) {
        return context(known)
                .map(Context::campaign)
                .map(campaign -> Json.with(
                        Json.with(Json.with(Json.object(), "source", campaign.source()), "medium", campaign.medium()),
                        "name",
                        campaign.name()))
                .orElse(null);
    }

    static @Nullable JsonNode referrer(Known known) {
        return Json.text(context(known).map(Context::referrer).orElse(null));
    }

    /** {@code {timeZone, at}}: the hour where she is, ISO 8601 with its offset. */
    static @Nullable JsonNode localTime(Known known) {
        var zone = context(known).map(Context::timeZone).orElse(null);
        try {
            return zone == null
                    ? null
                    : Json.object()
                            .put("timeZone", zone)
                            .put(
                                    "at",
                                    known.now()
                                            .atZone(ZoneId.of(zone))
                                            .truncatedTo(ChronoUnit.MINUTES)
                                            .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable JsonNode device(Known known) {
        return Json.text(context(known).map(Context::device).orElse(null));
    }

    /** ISO 3166 alpha-2. */
    static @Nullable JsonNode country(Known known) {
        return Json.text(context(known).map(Context::countryOrRegion).orElse(null));
    }

    private static Optional<Context> context(Known known) {
        return Optional.ofNullable(known.session()).map(Session::context);
    }
}
