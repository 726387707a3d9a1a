package io.overture.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.document.Errors;
import io.overture.document.Mistake;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EcbReaderTest {

    private final Errors errors = new Errors();

    @Test
    void a_day() {
        assertThat(read(Ecb.xml(Ecb.day("2026-08-13", "1.1534"))))
                .containsExactly(new Fixing(
                        CurrencyUnit.EUR,
                        LocalDate.parse("2026-08-13"),
                        Map.of(
                                CurrencyUnit.USD,
                                new BigDecimal("1.1534"),
                                CurrencyUnit.JPY,
                                new BigDecimal("171.55"))));
        assertThat(errors.isEmpty()).isTrue();
    }

    @Test
    void many_days() {
        assertThat(read(Ecb.xml(Ecb.day("2026-08-13", "1.1534") + Ecb.day("2026-08-12", "1.15"))))
                .extracting(Fixing::at)
                .containsExactly(LocalDate.parse("2026-08-13"), LocalDate.parse("2026-08-12"));
    }

    @Test
    void a_currency_that_is_none_any_more_is_passed_over() {
        var fixings = read(Ecb.xml(
                "<Cube time='2026-08-13'><Cube currency='XYZ' rate='2'/><Cube currency='USD' rate='1.1'/></Cube>"));

        assertThat(fixings.getFirst().rates()).containsOnlyKeys(CurrencyUnit.USD);
    }

    static Stream<Arguments> hostile() {
        var laughs = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
        var elsewhere = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>";
        return Stream.of(
                Arguments.of(laughs + "<Cube time='2026-08-13'>&b;</Cube>", "document type"),
                Arguments.of(elsewhere + "<Cube time='2026-08-13'>&a;</Cube>", "document type"),
                Arguments.of("<!DOCTYPE x SYSTEM 'http://example.invalid/x.dtd'><Cube/>", "document type"),
                Arguments.of("<Cube time='2026-08-13'>", "not XML"),
                Arguments.of("", "not XML"),
                Arguments.of("<html/>", "no rates"),
                Arguments.of("<Cube time='yesterday'><Cube currency='USD' rate='1'/></Cube>", "2026-08-13"),
                Arguments.of("<Cube><Cube currency='USD' rate='1'/></Cube>", "on a day"),
                Arguments.of("<Cube time='2026-08-13'><Cube currency='USD' rate='0'/></Cube>", "more than 0"),
                Arguments.of("<Cube time='2026-08-13'><Cube currency='USD' rate='-1'/></Cube>", "more than 0"),
                Arguments.of("<Cube time='2026-08-13'><Cube currency='USD' rate='1e99'/></Cube>", "more than 0"),
                Arguments.of("<Cube time='2026-08-13'><Cube currency='USD'/></Cube>", "more than 0"),
                Arguments.of("<Cube time='2026-08-13'><Cube currency='USD' rate='N/A'/></Cube>", "more than 0"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void what_is_wrong_is_said_and_nothing_is_taken(String xml, String detail) {
        assertThat(read(xml)).isEmpty();
        assertThat(errors.inOrder()).extracting(Mistake::detail).anyMatch(each -> each.contains(detail));
    }

    @Test
    void the_line_is_named() {
        read("<Cube time='2026-08-13'>\n<Cube currency='USD' rate='1.1'/>\n<Cube currency='JPY' rate='x'/>\n</Cube>");

        assertThat(errors.inOrder()).extracting(Mistake::detail).anyMatch(each -> each.contains("(line 3)"));
    }

    private List<Fixing> read(String xml) {
        return EcbReader.read(xml.getBytes(UTF_8), errors);
    }
}
