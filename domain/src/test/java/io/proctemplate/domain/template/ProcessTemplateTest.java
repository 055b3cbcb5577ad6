package io.proctemplate.domain.template;

import static io.proctemplate.domain.Sent.object;
import static io.proctemplate.domain.Sent.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProcessTemplateTest {
    private static final Scope SCOPE = new Scope(1, 2);
    private static final Stamp STAMP = Stamp.created("ann", Instant.EPOCH);

    @Test
    void aDraftBecomesATemplateOfVersionOne() {
        ProcessTemplate.Draft draft =
                ProcessTemplate.draft(SCOPE, "0", object("spec", spec())).orThrow();
        ProcessTemplate template = draft.identified(7, STAMP);

        assertThat(template.id()).isEqualTo(7);
        assertThat(template.version()).isEqualTo(1);
        assertThat(template.name()).isEqualTo("web");
        assertThat(template.scope()).isEqualTo(SCOPE);
        assertThat(template.stamp()).isEqualTo(new Stamp("ann", "ann", Instant.EPOCH, Instant.EPOCH));
        assertThat(ProcessTemplate.restore(7, SCOPE, "0", draft.property(), STAMP, 1))
                .isEqualTo(template);
    }

    @Test
    void anItemIsReadByItselfToo() {
        assertThat(ProcessTemplate.draft(SCOPE, "0", object()).violations())
                .containsExactly(Violation.missing(Path.root().member("spec")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProcessTemplate.draft(SCOPE, "0", object("spec", object()))
                        .orThrow())
                .withMessageContaining("bk_func_name");
    }

    @Test
    void standaloneTemplatesAreAScopeOfTheirOwn() {
        assertThat(Scope.standalone(1).isStandalone()).isTrue();
        assertThat(SCOPE.isStandalone()).isFalse();
        assertThat(Scope.standalone(1)).isNotEqualTo(SCOPE).isNotEqualTo(Scope.standalone(2));
    }
}
