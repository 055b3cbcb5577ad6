package io.proctemplate.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.proctemplate.domain.template.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTest {
    private static final Action EDIT = Action.EDIT_BIZ_SERVICE_TEMPLATE;

    @Test
    void aRightOnABusinessReachesAllOfIt() {
        Grant grant = new Grant(EDIT, 1L, null);

        assertThat(grant.covers(EDIT, Scope.standalone(1))).isTrue();
        assertThat(grant.covers(EDIT, new Scope(1, 5))).isTrue();
        assertThat(grant.covers(EDIT, new Scope(2, 5))).isFalse();
        assertThat(grant.covers(Action.FIND_BUSINESS_RESOURCE, new Scope(1, 5))).isFalse();
    }

    @Test
    void aRightOnAServiceTemplateReachesNothingElse() {
        Grant grant = new Grant(EDIT, 1L, 5L);

        assertThat(grant.covers(EDIT, new Scope(1, 5))).isTrue();
        assertThat(grant.covers(EDIT, new Scope(1, 6))).isFalse();
        assertThat(grant.covers(EDIT, Scope.standalone(1))).isFalse();
    }

    @Test
    void nullStandsForAny() {
        assertThat(new Grant(null, null, null).covers(EDIT, new Scope(7, 8))).isTrue();
    }

    @Test
    void anyRightInABusinessRevealsWhatBelongsToIt() {
        assertThat(new Grant(EDIT, 1L, null).reveals(new Scope(1, 5))).isTrue();
        assertThat(new Grant(EDIT, 1L, 5L).reveals(new Scope(1, 6))).isTrue();
        assertThat(new Grant(EDIT, 1L, 5L).reveals(Scope.standalone(1))).isTrue();
        assertThat(new Grant(EDIT, 1L, null).reveals(new Scope(2, 5))).isFalse();
        assertThat(new Grant(EDIT, null, null).reveals(new Scope(2, 5))).isTrue();
    }

    /** In which business the service template is, the right does not say. */
    @Test
    void aRightOnAServiceTemplateOfAnyBusinessRevealsThatOneAlone() {
        Grant grant = new Grant(EDIT, null, 5L);

        assertThat(grant.reveals(new Scope(1, 5))).isTrue();
        assertThat(grant.reveals(new Scope(1, 6))).isFalse();
        assertThat(grant.reveals(Scope.standalone(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void noRightNamesWhatIsNoId(long id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Grant(EDIT, 1L, id));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grant(EDIT, id, null));
    }
}
