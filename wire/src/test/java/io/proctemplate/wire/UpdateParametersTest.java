package io.proctemplate.wire;

import static io.proctemplate.application.Sent.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.api.ProcessTemplateUpdate;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import org.junit.jupiter.api.Test;

class UpdateParametersTest {
    private static final Path PROPERTY = Path.root().member("process_property");
    private static final Path USER = PROPERTY.member("user").member("value");
    private static final Path NUMBER = PROPERTY.member("proc_num").member("value");

    private static Validated<ProcessTemplateUpdate> parse(Node.Mapping changes) {
        return ProcessTemplateParameters.update(
                object("bk_biz_id", 1, "process_template_id", 7, "process_property", changes, "y", 1));
    }

    private static Node.Mapping value(Object value) {
        return object("value", value);
    }

    @Test
    void carriesTheChangesAsTheyWereSent() {
        Node.Mapping changes = object("user", value("root"), "x", 1);
        ProcessTemplateUpdate update = parse(changes).orThrow();

        assertThat(update.businessId()).isEqualTo(1);
        assertThat(update.id()).isEqualTo(7);
        assertThat(update.changes()).isEqualTo(changes);
        assertThat(update.changesPath()).isEqualTo(PROPERTY);
        assertThat(update.version()).isNull();
        assertThat(update.warnings())
                .as("those of the changes come with the template")
                .containsExactly(Violation.unknownKey(Path.root().member("y"), "y"));
    }

    @Test
    void mayNameAVersion() {
        Node.Mapping body =
                object("bk_biz_id", 1, "process_template_id", 7, "process_property", object(), "version", 3);

        assertThat(ProcessTemplateParameters.update(body).orThrow().version()).isEqualTo(3);
    }

    @Test
    void faultyValuesAloneAreLeftForTheTemplate() {
        assertThat(parse(object("proc_num", value(0))).violations()).isEmpty();
    }

    @Test
    void wrongTypesAnywhereRefuseItWithAllThatIsWrong() {
        Validated<ProcessTemplateUpdate> read = parse(object("proc_num", value(0), "user", value(1), "x", 1));

        assertThat(read.violations())
                .containsExactly(Violation.outOfRange(NUMBER, 1, 10_000, 0), Violation.wrongType(USER, Kind.TEXT, "1"));
        assertThat(read.violations().first().rule()).isEqualTo(Rule.WRONG_TYPE);
        assertThat(read.warnings())
                .containsExactly(
                        Violation.unknownKey(Path.root().member("y"), "y"),
                        Violation.unknownKey(PROPERTY.member("x"), "x"));
    }

    @Test
    void whatIsMissingIsToldTogetherWithFaultyValues() {
        Node.Mapping body = object("process_property", object("proc_num", value(0), "bk_biz_id", 5));

        assertThat(ProcessTemplateParameters.update(body).violations())
                .containsExactly(
                        Violation.missingParameter(Path.root().member("bk_biz_id")),
                        Violation.missingParameter(Path.root().member("process_template_id")),
                        Violation.outOfRange(NUMBER, 1, 10_000, 0));
    }

    @Test
    void anotherBusinessIsAContradiction() {
        assertThat(parse(object("bk_biz_id", 2, "user", value(1))).violations())
                .contains(Violation.contradiction(PROPERTY.member("bk_biz_id"), 1, 2));
    }
}
