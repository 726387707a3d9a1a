package io.overture.desk;

import static io.overture.desk.Staffs.advisor;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.roster.Advisor;
import io.overture.roster.Desk;
import io.overture.roster.Webhook;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElsewhereTest {

    private static final Elsewhere.Variables SHE = new Elsewhere.Variables("talk-1", "W 100/é&x", "fr-FR", "demo");
    private static final Webhook CENTRE = new Webhook(URI.create("https://centre.example/hook"), "secret", false);

    @ParameterizedTest
    @CsvSource({
        "https://tool.example/{channel}, ",
        "'https://tool.example/call?c={conversation}&i={item}&l={language}&s={site}', "
                + "'https://tool.example/call?c=talk-1&i=W%20100%2F%C3%A9%26x&l=fr-FR&s=demo'",
        "https://tool.example/rooms/{item}, https://tool.example/rooms/W%20100%2F%C3%A9%26x",
        "http://tool.example/{conversation}, ",
        "javascript:alert(1), ",
        "https:{conversation}, ",
        "/{conversation}, "
    })
    void a_template_becomes_an_address_by_https_or_none(String template, String address) {
        var link = Elsewhere.link(template, SHE);

        assertThat(link).isEqualTo(Optional.ofNullable(address));
    }

    @ParameterizedTest
    @CsvSource({
        // tool, staffed, centre: which way
        "true, true, true, Tool",
        "true, false, true, Tool",
        "false, true, true, Here",
        "false, false, true, Centre",
        "false, false, false, Here"
    })
    void a_tool_comes_before_people_and_people_before_a_contact_centre(
            boolean tool, boolean staffed, boolean centre, String expected) {
        var desk = desk("paris", tool, centre, advisor("camille", 1, "en"));

        var way = Elsewhere.of(List.of(desk), any -> staffed, "video", SHE);

        assertThat(way.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void the_first_desk_that_has_a_way_has_it() {
        var paris = desk("paris", false, false);
        var tokyo = desk("tokyo", false, true);
        var lyon = desk("lyon", false, false, advisor("camille", 1, "en"));

        var toTokyo = Elsewhere.of(List.of(paris, tokyo, lyon), lyon::equals, "chat", SHE);
        var toLyon = Elsewhere.of(List.of(paris, lyon, tokyo), lyon::equals, "chat", SHE);

        assertThat(toTokyo).isEqualTo(new Elsewhere.Way.Centre(tokyo, CENTRE));
        assertThat(toLyon).isEqualTo(new Elsewhere.Way.Here());
    }

    @Test
    void a_tool_for_one_channel_is_none_for_another() {
        var desk = desk("paris", true, false, advisor("camille", 1, "en"));

        var way = Elsewhere.of(List.of(desk), any -> true, "chat", SHE);

        assertThat(way).isEqualTo(new Elsewhere.Way.Here());
    }

    private static Desk desk(String id, boolean tool, boolean centre, Advisor... advisors) {
        return new Desk(
                id,
                "eu",
                List.of("en"),
                List.of(),
                List.of("chat", "video"),
                Staffs.ALWAYS,
                List.of(),
                List.of(),
                tool ? Map.of("video", "https://tool.example/{conversation}") : Map.of(),
                centre ? Optional.of(CENTRE) : Optional.empty(),
                Map.of(),
                List.of(advisors));
    }
}
