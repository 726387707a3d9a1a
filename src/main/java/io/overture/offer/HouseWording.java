package io.overture.offer;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.overture.trigger.Languages;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words around a conversation, in the languages of the house. */
@Singleton
public final class HouseWording {

    private final Map<String, Wording> byLanguage;

    public HouseWording() {
        var channels = Words.byLanguage("channels", HouseWording::channels);
        byLanguage = Words.byLanguage("conversation", node -> node).entrySet().stream()
                .collect(toUnmodifiableMap(
                        Map.Entry::getKey,
                        each -> wording(each.getValue(), channels.getOrDefault(each.getKey(), Map.of()))));
    }

    /** In the first of these languages (BCP 47) there is, else in English. */
    public Wording in(List<String> wanted) {
        return of(Languages.choose(languages(), wanted));
    }

    public Set<String> languages() {
        return byLanguage.keySet();
    }

    private Wording of(String language) {
        var wording = byLanguage.get(language);
        if (wording == null) {
            throw new IllegalStateException("no words in " + language);
        }
        return wording;
    }

    private static Wording wording(JsonNode node, Map<String, String> channels) {
        return new Wording(
                notice(node.path("waiting")),
                notice(node.path("joined")),
                notice(node.path("handed")),
                notice(node.path("introducing")),
                notice(node.path("ended")),
                notice(node.path("nobody")),
                notice(node.path("asked")),
                notice(node.path("full")),
                new Wording.Line(Words.text(node.path("line"), "placeholder"), Words.text(node.path("line"), "send")),
                talk(node.path("talk")),
                channels);
    }

    private static Wording.Talk talk(JsonNode node) {
        return new Wording.Talk(
                Words.text(node, "typing"),
                Words.text(node, "seen"),
                Words.text(node, "leave"),
                Words.text(node, "question"),
                Words.texts(node, "scale"),
                Words.text(node, "contact"),
                Words.text(node, "when"),
                Words.text(node, "note"),
                Words.text(node, "ask"),
                Words.text(node, "required"),
                Words.text(node, "next"),
                Words.text(node, "you"));
    }

    private static Wording.Notice notice(JsonNode node) {
        return new Wording.Notice(Words.text(node, "title"), Words.text(node, "text"), Words.text(node, "close"));
    }

    private static Map<String, String> channels(JsonNode node) {
        return Channels.ALL.stream()
                .collect(toUnmodifiableMap(channel -> channel, channel -> Words.text(node, channel)));
    }
}
