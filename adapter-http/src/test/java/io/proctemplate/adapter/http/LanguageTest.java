package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.wire.text.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "      |                                 | EN | ZH",
                "en    |                                 | EN | EN",
                "zh    |                                 | ZH | ZH",
                "zh-cn |                                 | ZH | ZH",
                "zh-hans|                                | ZH | ZH",
                "ZH-CN | en                              | ZH | ZH",
                "fr    | zh                              | ZH | ZH",
                "fr    | de                              | EN | ZH",
                "      | zh-CN,zh;q=0.9,en;q=0.8         | ZH | ZH",
                "      | en;q=0.8, zh;q=0.9              | ZH | ZH",
                "      | fr, zh;q=0.2, en;q=0.3          | EN | EN",
                "      | zh;q=0, en;q=0                  | EN | ZH",
                "      | zh;q=0, en;q=0.001              | EN | EN",
                "      | en, zh                          | EN | EN",
                "      | en-GB;q=1.0                     | EN | EN",
                "      | *                               | EN | ZH",
                "      | ;;,,q=;zh;q=x,en;q=NaN          | EN | ZH",
                "      | english, zhongwen               | EN | ZH",
                "      | en_US                           | EN | ZH",
                "      | *, en;q=0.5                     | EN | EN",
            })
    void clientsWishCountsThenTheFacesDefault(String named, String accepted, Language onEsb, Language onNative) {
        Map<String, List<String>> sent =
                Map.of(Headers.BLUEKING_LANGUAGE, values(named), Headers.ACCEPT_LANGUAGE, values(accepted));
        assertThat(LanguageChoice.of(sent::get, Face.ESB)).isEqualTo(onEsb);
        assertThat(LanguageChoice.of(sent::get, Face.NATIVE)).isEqualTo(onNative);
    }

    private static Language ofAccepted(String accepted) {
        Map<String, List<String>> sent = Map.of(Headers.ACCEPT_LANGUAGE, values(accepted));
        return LanguageChoice.of(name -> sent.getOrDefault(name, List.of()), Face.ESB);
    }

    /** Whatever is in it: it is not parsed. */
    @Test
    void aHeaderThatIsTooLongSaysNothing() {
        String atTheLimit = "zh" + ",de;q=0.1".repeat(110);
        atTheLimit += " ".repeat(LanguageChoice.MAX_RANGES_LENGTH - atTheLimit.length());

        assertThat(ofAccepted(atTheLimit)).isEqualTo(Language.ZH);
        assertThat(ofAccepted(atTheLimit + " ")).isEqualTo(Language.EN);
        assertThat(ofAccepted("zh" + ",".repeat(31_000))).isEqualTo(Language.EN);
    }

    private static List<String> values(String value) {
        return value == null ? List.of() : List.of(value);
    }
}
