package io.overture.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en fr zh-Hans zh-Hant | fr                | fr
                    en fr zh-Hans zh-Hant | fr-CA             | fr
                    en fr zh-Hans zh-Hant | FR-ca             | fr
                    en fr fr-CA           | fr-ca             | fr-CA
                    en fr fr-CA           | fr-CH             | fr
                    en fr zh-Hans zh-Hant | zh                | zh-Hans
                    en fr zh-Hans zh-Hant | zh-CN             | zh-Hans
                    en fr zh-Hans zh-Hant | zh-SG             | zh-Hans
                    en fr zh-Hans zh-Hant | zh-TW             | zh-Hant
                    en fr zh-Hans zh-Hant | zh-HK             | zh-Hant
                    en fr zh-Hans zh-Hant | zh-MO             | zh-Hant
                    en fr zh-Hans zh-Hant | zh-Hant-CN        | zh-Hant
                    en fr zh-Hans zh-Hant | zh-Hans-HK        | zh-Hans
                    en zh-Hant zh-HK      | zh-HK             | zh-HK
                    en zh zh-Hant         | zh-TW             | zh-Hant
                    en zh                 | zh-TW             | zh
                    en zh-Hant            | zh-CN             | en
                    en de                 | de-DE-u-co-phonebk | de
                    en de                 | de-x-house        | de
                    en sr-Latn            | sr-Latn-RS        | sr-Latn
                    en fr ar              | ar-AE             | ar
                    en fr                 | fr_CH             | fr
                    en fr fr-CA           | FR_ca             | fr-CA
                    en fr fr_CA           | fr-CA             | fr_CA
                    en ja                 | ja_JP.UTF-8       | ja
                    en zh-Hans zh-Hant    | zh_TW             | zh-Hant
                    en zh-Hans zh-Hant    | zh_HK             | zh-Hant
                    en zh-Hans zh-Hant    | ZH_hant           | zh-Hant
                    en zh-Hans zh-Hant    | zh_CN             | zh-Hans
                    en zh-Hans zh-Hant    | yue               | zh-Hant
                    en zh-Hans zh-Hant    | cmn-Hans-CN       | zh-Hans
                    en nb                 | no_NO             | nb
                    en fr                 | sv ja fr-BE       | fr
                    en fr                 | en-GB fr          | en
                    en fr                 | pt-BR             | en
                    en fr                 | *                 | en
                    en fr                 | not_a_tag         | en
                    """)
    void looksUp(String available, String wanted, String expected) {
        var chosen = Languages.choose(Set.copyOf(words(available)), words(wanted));

        assertThat(chosen).isEqualTo(expected);
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }
}
