package io.proctemplate.domain.template;

import static io.proctemplate.domain.Sent.list;
import static io.proctemplate.domain.Sent.locked;
import static io.proctemplate.domain.Sent.object;
import static io.proctemplate.domain.Sent.row;
import static io.proctemplate.domain.Sent.templated;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violation.Missing;
import io.proctemplate.domain.violation.Violation.WrongType;
import io.proctemplate.domain.violation.Violations;
import org.junit.jupiter.api.Test;

class ProcessPropertyTest {
    private static final Path NAME = Path.root().member("bk_process_name");

    @Test
    void rowsSpeakBeforeNamesInASpecThatStandsAlone() {
        Violations violations = ProcessProperty.draft(object("bind_info", locked(list(row("1", "", "1")))))
                .violations();

        assertThat(violations.first().path().pointer()).isEqualTo("/bind_info/value/0/port/value");
        assertThat(violations.list())
                .extracting(Violation::path)
                .allSatisfy(path -> assertThat(path.outermostIndex()).isEmpty());
    }

    @Test
    void aMissingNameIsToldNextToAFaultyFlag() {
        Violations violations = ProcessProperty.draft(
                        object("bk_func_name", locked("java"), "bk_process_name", templated(null, "yes")))
                .violations();

        assertThat(violations.list())
                .containsExactlyInAnyOrder(
                        new WrongType(NAME.member("as_default_value"), Kind.FLAG, "yes"),
                        new Missing(NAME.member("value")));
    }
}
