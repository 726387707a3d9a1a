package io.overture.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Languages as pages and systems write them are the tags they mean. */
class LanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            fr|fr
            fr_FR|fr-FR
            FR|fr
            ja_JP|ja-JP
            zh_TW|zh-TW
            zh-hant-tw|zh-Hant-TW
            ZH_HANT|zh-Hant
            zh_TW_#Hant|zh-Hant-TW
            zh__#Hans|zh-Hans
            zh-cmn-Hans-CN|zh-Hans-CN
            sr_BA_#Latn|sr-Latn-BA
            en-US.UTF-8|en-US
            en_US.utf8@euro|en-US
             de-CH |de-CH
            \u00a0it\u00a0|it
            fr-FR,fr;q=0.9|fr-FR
            fr; charset=utf-8|fr
            en_UK|en-GB
            es-419|es-419
            ca-es-VALENCIA|ca-ES-valencia
            de-DE-u-co-phonebk|de-DE
            de-x-house|de
            iw_IL|he-IL
            in|id
            jp|ja
            cn|zh
            """)
    void isTheTagItMeans(String text, String tag) {
        assertThat(Language.mended(text)).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-", "_", "x", "C", "und", "*", "français", "english", "x-house", "<b>", ".UTF-8", "12"
            })
    void whatMeansNoneIsNone(String text) {
        assertThat(Language.mended(text)).isNull();
    }

    /** Two letters, alone and with two more, are mostly left as they are, which must be what reading them in full comes to. */
    @Test
    void whatIsLeftAsItIsIsTheTagItMeans() {
        var wrong = pairs('a')
                .flatMap(language -> Stream.concat(
                        Stream.of(language),
                        Stream.of("FR", "UK", "GB", "TW", "ZZ").map(region -> language + "-" + region)))
                .filter(text -> !Objects.equals(
                        Language.mended(text),
                        Language.of(text).map(Language::tag).orElse(null)))
                .toList();
        var wrongRegions = pairs('A')
                .map(region -> "fr-" + region)
                .filter(text -> !Language.of(text).orElseThrow().tag().equals(Language.mended(text)))
                .toList();

        assertThat(wrong).isEmpty();
        assertThat(wrongRegions).isEmpty();
    }

    private static Stream<String> pairs(char first) {
        return IntStream.range(0, 26 * 26)
                .mapToObj(i -> String.valueOf((char) (first + i / 26)) + (char) (first + i % 26));
    }

    @Test
    void nothingIsNoneAndNoLengthIsTooMuch() {
        assertThat(Language.mended((String) null)).isNull();
        assertThat(Language.mended("x".repeat(600))).isNull();
        assertThat(Language.mended("fr-" + "x".repeat(600))).isNull();
    }

    @Test
    void plainTagsAreWhatReadingThemInFullMakesOfThem() {
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'a'; second <= 'z'; second++) {
                for (var region : List.of("", "-FR", "-UK", "-ZZ")) {
                    var text = "" + first + second + region;

                    assertThat(Language.mended(text))
                            .isEqualTo(Language.of(text).map(Language::tag).orElse(null));
                }
            }
        }
    }

    static Stream<Arguments> spellings() {
        var ways = Stream.<UnaryOperator<String>>of(
                        tag -> tag.replace('-', '_'),
                        tag -> tag.toLowerCase(Locale.ROOT),
                        tag -> tag.toUpperCase(Locale.ROOT),
                        tag -> tag.toLowerCase(Locale.ROOT).replace('-', '_'),
                        tag -> tag.toUpperCase(Locale.ROOT).replace('-', '_'),
                        tag -> " " + tag + "\n",
                        tag -> tag + ".UTF-8")
                .toList();
        return Arrays.stream(Locale.getAvailableLocales())
                .filter(locale -> !locale.getLanguage().isEmpty())
                .map(Locale::toLanguageTag)
                .distinct()
                .flatMap(tag -> ways.stream().map(way -> Arguments.of(tag, way.apply(tag))));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void everySpellingOfALocaleMeansTheSame(String tag, String spelling) {
        var locale = Locale.forLanguageTag(tag);

        var language = Language.of(spelling).orElseThrow();

        assertThat(language).isEqualTo(Language.of(tag).orElseThrow());
        assertThat(language.language()).isEqualTo(locale.getLanguage());
        assertThat(language.script()).isEqualTo(locale.getScript());
        assertThat(language.region()).isEqualTo(locale.getCountry());
        assertThat(Language.mended(language.tag())).isEqualTo(language.tag());
    }

    @ParameterizedTest
    @CsvSource({
        "fr_CA, fr, true",
        "fr, fr_CA, false",
        "FR_ca, fr-CA, true",
        "zh_TW, zh, true",
        "zh_TW, zh_Hant, true",
        "zh-HK, zh-Hans, false",
        "zh_CN, zh-Hans, true",
        "zh, zh-Hans, true",
        "zh-Hant-TW, zh-TW, true",
        "yue-HK, zh, true",
        "nb_NO, no, true",
        "de, fr, false",
        "ca-ES-valencia, ca, true",
        "ca, ca-valencia, false"
    })
    void aRangeHasItsParts(String language, String range, boolean isWithin) {
        assertThat(of(language).isWithin(of(range))).isEqualTo(isWithin);
    }

    @ParameterizedTest
    @CsvSource({"fr_FR, fr-CA, true", "zh_TW, zh-CN, true", "nb, nn_NO, true", "yue, zh, true", "fr, en, false"})
    void whoSpeaksOneUnderstandsItsKin(String one, String other, boolean isAkin) {
        assertThat(of(one).isAkin(of(other))).isEqualTo(isAkin);
        assertThat(of(other).isAkin(of(one))).isEqualTo(isAkin);
    }

    @Test
    void aContextAndAClientHoldTags() {
        var context = new Context("fr_FR", null, null, null, null, null, null);

        assertThat(context.language()).isEqualTo("fr-FR");
        assertThat(context.countryOrRegion()).isEqualTo("FR");
        assertThat(new Context("x".repeat(500), null, null, null, null, null, null).language())
                .isNull();
        assertThat(new Client("c", null, List.of(), "ja_JP").language()).isEqualTo("ja-JP");
    }

    private static Language of(@Nullable String text) {
        return Language.of(text).orElseThrow();
    }
}
