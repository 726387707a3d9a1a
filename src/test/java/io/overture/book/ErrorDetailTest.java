package io.overture.book;

import static io.overture.book.Written.book;
import static io.overture.book.Written.errors;
import static io.overture.book.Written.trigger;
import static io.overture.book.Written.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.overture.document.Mistake;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorDetailTest {

    @ParameterizedTest
    @MethodSource
    void anErrorHelpsToMendIt(String text, String help) {
        assertThat(errors(Written.yaml(text)))
                .singleElement()
                .satisfies(error -> assertThat(error.detail()).contains(help));
    }

    static Stream<Arguments> anErrorHelpsToMendIt() {
        return Stream.of(
                arguments(book("limit: {}"), "Did you mean \"limits\"?"),
                arguments(book("limits: {per_session: 1}"), "Did you mean \"perSession\"?"),
                arguments(when("{dwel: {}}"), "Did you mean \"dwell\"?"),
                arguments(when("{hover: {}}"), "Known are: all, any, cart,"),
                arguments(trigger("offer: {copy: assistence}"), "Did you mean \"assistance\"?"),
                arguments(trigger("offer: {channels: [phone]}"), "Known are: chat, call, voice, video, appointment."),
                arguments(when("{checkout: {reached: begin-checkout}}"), "Did you mean \"begin_checkout\"?"),
                arguments(when("{visits: {atLeast: 99}}"), "from 1 to 16"),
                arguments(when("{source: {campaign: 2027}}"), "put it in quotes"),
                arguments(book("holdout: 10"), "such as 10%"),
                arguments(book("limits: {cooldown: 30}"), "90s, 5m, 2h or 7d"));
    }

    @Test
    void errorsComeInTheOrderOfTheTextWithTheirLines() {
        var text = """
                currency: EUR
                triggers:
                  - id: a
                    when: {idle: {atLeast: soon}}
                    intent: lots
                    alert: {}
                floor: -1
                """;

        var errors = errors(Written.yaml(text));

        assertThat(errors)
                .extracting(error -> error.pointer() + error.detail().replaceAll(".*\\(", " ("))
                .containsExactly(
                        "/triggers/0/when/idle/atLeast (line 4)", "/triggers/0/intent (line 5)", "/floor (line 7)");
    }

    @Test
    void linesMeanNothingInJson() {
        assertThat(errors(Written.json("{\"currency\": \"EUR\", \"triggers\": 1}")))
                .containsExactly(new Mistake("/triggers", "This must be a list."));
    }
}
