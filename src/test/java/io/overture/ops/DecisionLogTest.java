package io.overture.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Entry;
import io.overture.visitor.Outcome;
import io.overture.visitor.Verdict;
import java.util.stream.Stream;
import org.jboss.logging.Logger.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionLogTest {

    static Stream<Entry> all() {
        return Scenes.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void no_line_says_who_she_is_or_what_her_browser_wrote(Entry entry) {
        var line = DecisionLog.line(entry);

        assertThat(line)
                .doesNotContain(Scenes.SECRET, Scenes.KEY.handle().value(), Scenes.BROWSERS_OWN)
                .matches("event=[a-z_]+( [a-z]+=\\S+)*");
    }

    @Test
    void a_decision_is_an_event_of_fixed_keys() {
        var line = DecisionLog.line(Scenes.closed(Outcome.DISMISSED));

        assertThat(line).isEqualTo("event=invitation_closed trigger=reassurance outcome=dismissed shown=true");
    }

    @Test
    void what_is_rare_gets_a_line_and_what_is_common_does_not() {
        assertThat(DecisionLog.level(Scenes.offered())).isEqualTo(Level.INFO);
        assertThat(DecisionLog.level(Scenes.moment("from-the-press", Verdict.ALERTED)))
                .isEqualTo(Level.INFO);
        assertThat(DecisionLog.level(Scenes.moment("reassurance", Verdict.LIMITS)))
                .isEqualTo(Level.DEBUG);
        assertThat(DecisionLog.level(Scenes.folded("view_item"))).isEqualTo(Level.TRACE);
    }
}
