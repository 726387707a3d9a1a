package io.overture.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.visitor.Interest;
import io.overture.visitor.Occurrences;
import io.overture.visitor.Occurrences.Occurrence;
import io.overture.visitor.Searches;
import io.overture.visitor.Session;
import io.overture.visitor.Stretches.Stretch;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Her way through the boutique in this visit. */
final class Walk {

    private static final int MOST_PIECES = 20;
    private static final int MOST_SEARCHES = 8;
    private static final String NOTHING_FOUND = "0";

    private Walk() {}

    static @Nullable JsonNode page(Known known) {
        return pages(known).stream().findFirst().map(Walk::page).orElse(null);
    }

    /** Newest first. */
    static @Nullable JsonNode path(Known known) {
        return Json.list(pages(known), Walk::page);
    }

    /** What she looked at, the latest first, with the time she gave it and what she wanted to know of it. */
    static @Nullable JsonNode pieces(Known known) {
        var interests = known.scene()
                .map(scene -> scene.attention().interests().stream()
                        .sorted(Comparator.comparing(Interest::touchedAt).reversed())
                        .limit(MOST_PIECES)
                        .toList())
                .orElse(List.of());
        return Json.list(interests, interest -> interest(known, interest));
    }

    static @Nullable JsonNode failedSearches(Known known) {
        var session = Optional.ofNullable(known.session());
        var told = session.map(Session::occurrences).map(happened -> happened.of("search")).orElse(List.of()).stream()
                .filter(search -> NOTHING_FOUND.equals(search.params().get("results")))
                .limit(MOST_SEARCHES)
                .toList();
        if (!told.isEmpty()) {
            return Json.list(
                    told,
                    search -> Json.with(
                            Json.with(Json.object(), "term", search.params().get("search_term")), "at", search.at()));
        }
        return session.map(Session::searches)
                .map(Searches::byResults)
                .map(byResults -> byResults.get(0))
                .map(times -> Json.list(times.newestFirst(), at -> Json.with(Json.object(), "at", at)))
                .orElse(null);
    }

    private static List<Occurrence> pages(Known known) {
        return Optional.ofNullable(known.session())
                .map(Session::occurrences)
                .map((Occurrences happened) -> happened.of("page_view"))
                .orElse(List.of());
    }

    private static ObjectNode page(Occurrence view) {
        var json = Json.object();
        Json.with(json, "path", pathOf(view.params()));
        Json.with(json, "title", view.params().get("page_title"));
        return Json.with(json, "at", view.at());
    }

    /** Without what follows the path: an address's query may hold what is nobody's business. */
    private static @Nullable String pathOf(Map<String, String> params) {
        var location = params.get("page_location");
        try {
            return location == null
                    ? null
                    : URI.create(location.split("[?#]", 2)[0]).getPath();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static ObjectNode interest(Known known, Interest interest) {
        var json = Matter.piece(known, interest.item());
        json.put("views", interest.views().size());
        json.put("engaged", engaged(interest).toMillis());
        Json.with(json, "lastAt", interest.touchedAt());
        return Json.with(
                json,
                "topics",
                Json.list(
                        interest.looks().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .toList(),
                        look -> Json.object()
                                .put("topic", look.getKey())
                                .put("times", look.getValue().size())));
    }

    private static Duration engaged(Interest interest) {
        return interest.engaged().oldestFirst().stream()
                .map((Stretch stretch) -> Duration.between(stretch.from(), stretch.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
