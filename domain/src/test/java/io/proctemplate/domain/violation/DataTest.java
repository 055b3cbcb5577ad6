package io.proctemplate.domain.violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class DataTest {
    private static final Datum<String> WHO = Datum.named("who", String.class);
    private static final Datum<Long> HOW_MANY = Datum.named("how_many", Long.class);

    private final Data data = Data.of(WHO, "a").with(HOW_MANY, 2L);

    @Test
    void areFoundByDatumAndByName() {
        assertThat(data.get(WHO)).isEqualTo("a");
        assertThat(data.find("how_many")).hasValue(2L);
        assertThat(data.find(Datum.named("who", String.class)))
                .as("another datum of that name")
                .isEmpty();
        assertThat(data.find("what")).isEmpty();
        assertThatThrownBy(() -> Data.none().get(WHO)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void doNotChange() {
        Data more = data.with(WHO, "b");

        assertThat(data.get(WHO)).isEqualTo("a");
        assertThat(more.get(WHO)).isEqualTo("b");
    }

    @Test
    void areEqualByValueInWhateverOrder() {
        assertThat(Data.of(HOW_MANY, 2L).with(WHO, "a")).isEqualTo(data).hasSameHashCodeAs(data);
        assertThat(Data.of(WHO, "a")).isNotEqualTo(data);
    }

    @Test
    void canBeRequiredToBeTheseOnly() {
        assertThat(data.requireOnly(List.of(WHO), List.of(HOW_MANY))).isSameAs(data);
        assertThatIllegalArgumentException().isThrownBy(() -> data.requireOnly(List.of(WHO), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Data.of(WHO, "a").requireOnly(List.of(WHO, HOW_MANY), List.of()));
    }
}
