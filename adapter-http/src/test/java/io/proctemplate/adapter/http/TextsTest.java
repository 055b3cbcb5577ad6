package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.api.Refusal;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Violation;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Map<Language, Texts> TEXTS = Texts.load();

    private static Properties bundle(Language language) throws IOException {
        String name = "messages_" + language.locale().getLanguage() + ".properties";
        String text = new String(Bodies.resource("/io/proctemplate/adapter/http/" + name), StandardCharsets.UTF_8);
        Properties bundle = new Properties();
        bundle.load(new StringReader(text));
        return bundle;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextExistsInTheLanguageAndNoOther(Language language) throws IOException {
        Set<String> keys = Arrays.stream(Text.values()).map(Text::key).collect(Collectors.toSet());
        assertThat(bundle(language).stringPropertyNames()).isEqualTo(keys);
        assertThat(bundle(language).values())
                .allSatisfy(value -> assertThat((String) value).isNotBlank());
    }

    @Test
    void languagesFillInTheSameArguments() throws IOException {
        for (Text text : Text.values()) {
            assertThat(arguments(bundle(Language.ZH).getProperty(text.key())))
                    .as("%s", text)
                    .isEqualTo(arguments(bundle(Language.EN).getProperty(text.key())));
        }
    }

    private static Set<String> arguments(String pattern) {
        return Pattern.compile("\\{\\w+}")
                .matcher(pattern)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyViolationHasASentenceThatNamesTheField(Language language) {
        assertThat(Samples.violations()).allSatisfy(violation -> {
            String sentence = ViolationText.of(violation, TEXTS.get(language));
            assertThat(sentence).contains(Samples.FIELD).doesNotContain("{");
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyRefusalHasASentence(Language language) {
        assertThat(Samples.refusals())
                .allSatisfy(refusal -> assertThat(RefusalText.of(refusal, TEXTS.get(language)))
                        .isNotBlank()
                        .doesNotContain("{"))
                .extracting(Refusal::reason)
                .contains(Refusal.Reason.values());
    }

    @Test
    void samplesAreOfEveryKind() {
        assertThat(Samples.violations()).extracting(Violation::rule).contains(Rule.values());
    }

    @Test
    void wordsByWhichClientsKnowATakenNameStandInThoseTextsOnly() {
        assertThat(Samples.violations()).allSatisfy(violation -> {
            boolean taken = violation.rule() == Rule.PROCESS_NAME_TAKEN
                    || violation.rule() == Rule.FUNCTION_TAKEN
                    || violation.rule() == Rule.CATEGORY_NAME_TAKEN;
            String sentence = ViolationText.of(violation, TEXTS.get(Language.EN));
            assertThat(sentence.contains("unique")).as(sentence).isEqualTo(taken);
            assertThat(sentence.contains("duplicated")).as(sentence).isEqualTo(violation.rule() == Rule.NAME_TAKEN);
        });
        assertThat(Samples.refusals())
                .filteredOn(refusal -> refusal.reason() != Refusal.Reason.INVALID)
                .allSatisfy(refusal -> assertThat(RefusalText.of(refusal, TEXTS.get(Language.EN)))
                        .doesNotContain("unique", "duplicate"));
    }

    @Test
    void takenNamesAreInTheSentence() {
        assertThat(Samples.violations())
                .filteredOn(violation -> violation.rule() == Rule.FUNCTION_TAKEN)
                .allSatisfy(violation -> assertThat(ViolationText.of(violation, TEXTS.get(Language.EN)))
                        .contains("\"nginx\" with \"-g\""));
    }
}
