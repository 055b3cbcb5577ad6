package io.proctemplate.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static Node.Mapping object(Object... members) {
        Node.Mapping.Builder object = new Node.Mapping.Builder();
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], (Node) members[i + 1]);
        }
        return object.build();
    }

    @Test
    void nothingDiffersBetweenEquals() {
        assertThat(Change.between(object("a", Scalar.of(1)), object("a", Scalar.of(1))))
                .isEmpty();
    }

    @Test
    void theOrderOfMembersIsNoChange() {
        assertThat(Change.between(
                        object("a", Scalar.of(1), "b", Scalar.of(2)), object("b", Scalar.of(2), "a", Scalar.of(1))))
                .isEmpty();
    }

    @Test
    void tellsWhatIsOtherNewAndGone() {
        assertThat(Change.between(
                        object("gone", Scalar.of(1), "other", Scalar.of("x")),
                        object("other", Node.Null.NULL, "new", Scalar.of(true))))
                .containsExactly(
                        new Change("other", Scalar.of("x"), Node.Null.NULL),
                        new Change("new", null, Scalar.of(true)),
                        new Change("gone", Scalar.of(1), null));
    }
}
