package io.proctemplate.domain.template;

import static io.proctemplate.domain.Sent.list;
import static io.proctemplate.domain.Sent.locked;
import static io.proctemplate.domain.Sent.object;
import static io.proctemplate.domain.Sent.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import org.junit.jupiter.api.Test;

class ProcessPropertyTest {
    @Test
    void rowsSpeakBeforeNamesInASpecThatStandsAlone() {
        Violations violations = ProcessProperty.draft(object("bind_info", locked(list(row("1", "", "1")))))
                .violations();

        assertThat(violations.first().path().pointer()).isEqualTo("/bind_info/value/0/port/value");
        assertThat(violations.list())
                .extracting(Violation::path)
                .allSatisfy(path -> assertThat(path.outermostIndex()).isEmpty());
    }
}
