package io.overture.roster;

import io.overture.document.Fields;
import io.overture.document.Numbers;
import io.overture.document.Place;
import io.overture.document.Texts;
import io.overture.offer.Channels;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A desk and its advisors, who have the desk's languages, skills and channels unless they name their own. */
final class DeskReader {

    static final List<String> USUAL_CHANNELS = List.of(Channels.CHAT);
    static final int USUAL_CAPACITY = 3;
    static final int MOST_CAPACITY = 50;
    static final int MOST_ADVISORS = 500;
    static final int SHORTEST_SECRET = 32;

    private static final Hours NEVER = new Hours(ZoneOffset.UTC, Map.of(), Map.of());
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    private final Map<String, String> whereById = new HashMap<>();

    Desk read(Place place) {
        var fields = Fields.of(
                place,
                "id",
                "region",
                "languages",
                "skills",
                "channels",
                "hours",
                "covers",
                "sites",
                "handoff",
                "webhook",
                "keep",
                "advisors");
        var languages = fields.needed("languages", List.<String>of(), each -> some(each, Texts::language));
        var skills = fields.optional("skills", List.<String>of(), each -> some(each, Texts::text));
        var channels = fields.optional("channels", USUAL_CHANNELS, each -> some(each, DeskReader::channel));
        return new Desk(
                fields.needed("id", "", Texts::id),
                fields.optional("region", "", Texts::name),
                languages,
                skills,
                channels,
                fields.needed("hours", NEVER, HoursReader::read),
                fields.optional("covers", List.of(), each -> some(each, Texts::id)),
                fields.optional("sites", List.of(), each -> some(each, Texts::id)),
                fields.optional("handoff", Map.of(), DeskReader::handoff),
                Optional.ofNullable(fields.orNull("webhook", DeskReader::webhook)),
                fields.optional("keep", Map.of(), DeskReader::keep),
                fields.needed("advisors", List.of(), each -> advisors(each, languages, skills, channels)));
    }

    private List<Advisor> advisors(Place place, List<String> languages, List<String> skills, List<String> channels) {
        if (place.node().size() > MOST_ADVISORS) {
            return place.fault("A desk has at most %d advisors.".formatted(MOST_ADVISORS), List.of());
        }
        return place.some().stream()
                .map(each -> advisor(each, languages, skills, channels))
                .toList();
    }

    private Advisor advisor(Place place, List<String> languages, List<String> skills, List<String> channels) {
        var fields = Fields.of(
                place, "id", "name", "title", "portrait", "languages", "skills", "channels", "capacity", "partner");
        return new Advisor(
                fields.needed("id", "", this::advisorId),
                fields.needed("name", "", Texts::name),
                fields.needed("title", "", Texts::name),
                fields.orNull("portrait", DeskReader::portrait),
                fields.optional("languages", languages, each -> some(each, Texts::language)),
                fields.optional("skills", skills, each -> some(each, Texts::text)),
                fields.optional("channels", channels, each -> some(each, DeskReader::channel)),
                fields.optional("capacity", USUAL_CAPACITY, each -> Numbers.whole(each, 1, MOST_CAPACITY)),
                fields.optional("partner", false, Texts::isTrue));
    }

    /** A person sits at one desk. */
    private String advisorId(Place place) {
        var id = Texts.text(place);
        if (id.length() > Texts.LONGEST_NAME * 2
                || id.chars().anyMatch(each -> each <= ' ' || "{}".indexOf(each) >= 0)) {
            return place.fault("This must be the name she signs in with, of at most 80 characters and no space.", id);
        }
        var first = id.isEmpty() ? null : whereById.putIfAbsent(id, place.pointer());
        return first == null ? id : place.fault("%s is this advisor already.".formatted(first), id);
    }

    private static String channel(Place place) {
        return Texts.oneOf(Channels.ALL, place);
    }

    private static String portrait(Place place) {
        var address = Texts.text(place);
        return address.isEmpty() || address.startsWith("/") && !address.startsWith("//") || isSecure(address)
                ? address
                : place.fault("This must be an address that begins with https:// or, on this host, with /.", address);
    }

    private static Map<String, String> handoff(Place place) {
        if (!place.node().isObject()) {
            return place.fault("This must be a map of channels to addresses.", Map.of());
        }
        Fields.of(place, Channels.ALL.toArray(String[]::new));
        var all = new HashMap<String, String>();
        place.node().fieldNames().forEachRemaining(channel -> {
            var template = Texts.text(place.at(channel));
            if (!template.isEmpty() && !isSecure(template.replaceAll("\\{\\w+}", "x"))) {
                place.at(channel)
                        .fault(
                                "This must be an address that begins with https://, with parts such as {conversation}.",
                                "");
            }
            all.put(channel, template);
        });
        return all;
    }

    private static Webhook webhook(Place place) {
        var fields = Fields.of(place, "url", "secret", "first");
        var url = fields.needed("url", "", DeskReader::address);
        var secret = fields.needed("secret", "", DeskReader::secret);
        var first = fields.optional("first", false, Texts::isTrue);
        return new Webhook(URI.create(isSecure(url) ? url : ""), secret, first);
    }

    private static String address(Place place) {
        var url = Texts.text(place);
        return url.isEmpty() || isSecure(url)
                ? url
                : place.fault("This must be an address that begins with https://.", "");
    }

    private static String secret(Place place) {
        var secret = Texts.text(place);
        return secret.isEmpty() || secret.length() >= SHORTEST_SECRET
                ? secret
                : place.fault("A secret has at least %d characters.".formatted(SHORTEST_SECRET), secret);
    }

    /** Unencrypted on this machine only, where there is nobody to listen. */
    private static boolean isSecure(String address) {
        try {
            var uri = new URI(address);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Map<String, BigDecimal> keep(Place place) {
        if (!place.node().isObject()) {
            return place.fault("This must be a map of tiers to shares.", Map.of());
        }
        var all = new HashMap<String, BigDecimal>();
        place.node().fieldNames().forEachRemaining(tier -> {
            if (tier.isBlank() || tier.length() > Texts.LONGEST_NAME) {
                place.at(tier).fault("A tier's name has 1 to %d characters.".formatted(Texts.LONGEST_NAME), tier);
            }
            all.put(tier, Numbers.share(place.at(tier)));
        });
        var sum = all.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(BigDecimal.ONE) > 0 ? place.fault("Shares must be at most 100% together.", all) : all;
    }

    /** A list that has some, each once. */
    private static List<String> some(Place place, Function<Place, String> reader) {
        var seen = new HashSet<String>();
        return place.some().stream()
                .map(each -> {
                    var value = reader.apply(each);
                    return value.isEmpty() || seen.add(value)
                            ? value
                            : each.fault("\"%s\" stands here twice.".formatted(Texts.shown(value)), value);
                })
                .toList();
    }
}
