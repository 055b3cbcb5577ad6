package io.proctemplate.wire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.api.Refusal;
import io.proctemplate.domain.violation.Data;
import io.proctemplate.domain.violation.Datum;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private static final Map<Language, Messages> MESSAGES = Messages.inEveryLanguage();

    private static Properties bundle(Language language) throws IOException {
        String name = "messages_" + language.locale().getLanguage() + ".properties";
        Properties bundle = new Properties();
        try (InputStream in = Objects.requireNonNull(Messages.class.getResourceAsStream(name));
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            bundle.load(text);
        }
        return bundle;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextExistsInTheLanguageAndNoOther(Language language) throws IOException {
        Set<String> keys =
                Arrays.stream(MessageKey.values()).map(MessageKey::key).collect(Collectors.toSet());
        assertThat(bundle(language).stringPropertyNames()).isEqualTo(keys);
        assertThat(bundle(language).values())
                .allSatisfy(value -> assertThat((String) value).isNotBlank());
    }

    @Test
    void languagesFillInTheSameData() throws IOException {
        for (MessageKey text : MessageKey.values()) {
            assertThat(arguments(bundle(Language.ZH).getProperty(text.key())))
                    .as("%s", text)
                    .isEqualTo(arguments(bundle(Language.EN).getProperty(text.key())));
        }
    }

    private static Set<String> arguments(String pattern) {
        return Pattern.compile("\\{(\\w+)}")
                .matcher(pattern)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTextOfARuleFillsInWhatTheRuleTells() throws IOException {
        Properties english = bundle(Language.EN);
        for (Violation violation : Samples.violations()) {
            Set<String> told = names(violation.data());
            told.addAll(Set.of(ViolationText.FIELD, ViolationText.PARAMETER_FIELD));
            String key = ViolationText.textOf(violation).key();
            assertThat(told).as(key).containsAll(arguments(english.getProperty(key)));
        }
    }

    @Test
    void everyTextOfAReasonFillsInWhatTheReasonTells() throws IOException {
        Properties english = bundle(Language.EN);
        for (Refusal refusal : Samples.refusals()) {
            Set<String> told = names(refusal.data());
            told.addAll(Set.of(RefusalText.BUSINESS, RefusalText.SERVICE_TEMPLATE));
            RefusalText.textOf(refusal)
                    .ifPresent(key ->
                            assertThat(told).as(key.key()).containsAll(arguments(english.getProperty(key.key()))));
        }
    }

    private static Set<String> names(Data data) {
        return data.names().stream().map(Datum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyViolationHasASentenceThatNamesTheField(Language language) {
        assertThat(Samples.violations()).allSatisfy(violation -> {
            String sentence = MESSAGES.get(language).of(violation);
            assertThat(sentence).contains(Samples.FIELD).doesNotContain("{");
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyRefusalHasASentence(Language language) {
        assertThat(Samples.refusals())
                .allSatisfy(refusal -> assertThat(MESSAGES.get(language).of(refusal))
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
            String sentence = MESSAGES.get(Language.EN).of(violation);
            assertThat(sentence.contains("unique")).as(sentence).isEqualTo(taken);
            assertThat(sentence.contains("duplicated")).as(sentence).isEqualTo(violation.rule() == Rule.NAME_TAKEN);
        });
        assertThat(Samples.refusals())
                .filteredOn(refusal -> refusal.reason() != Refusal.Reason.INVALID)
                .allSatisfy(refusal ->
                        assertThat(MESSAGES.get(Language.EN).of(refusal)).doesNotContain("unique", "duplicate"));
    }

    @Test
    void takenNamesAreInTheSentence() {
        assertThat(Samples.violations())
                .filteredOn(violation -> violation.rule() == Rule.FUNCTION_TAKEN)
                .allSatisfy(violation ->
                        assertThat(MESSAGES.get(Language.EN).of(violation)).contains("\"nginx\" with \"-g\""));
    }
}
