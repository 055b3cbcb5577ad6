package io.proctemplate.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.proctemplate.domain.instance.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class GivenHostTest {
    private static GivenHost given(String text) {
        return new GivenHost.Converter().convert(text);
    }

    @Test
    void eachKeyHasAnAddressOrSeveral() {
        GivenHost given = given("outer_ipv6=2001:db8::7,inner_ip=10.0.0.7,10.0.0.8,outer_ip=,inner_ipv6=fd00::7");

        assertThat(given.host()).isEqualTo(new Host("10.0.0.7,10.0.0.8", "", "fd00::7", "2001:db8::7"));
        assertThat(given).hasToString("inner_ip=10.0.0.7,10.0.0.8,outer_ip=,inner_ipv6=fd00::7,outer_ipv6=2001:db8::7");
    }

    @Test
    void aKeyThatIsNotGivenIsNoAddress() {
        assertThat(given("inner_ip=10.0.0.7").host()).isEqualTo(new Host("10.0.0.7", "", "", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.0.0.7", "inner_ip", "ip=10.0.0.7", "=10.0.0.7", "inner_ip=1,inner_ip=2", "INNER_IP=1"})
    void anythingElseIsNoHost(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> given(text))
                .withMessageStartingWith("'" + text + "' is no host; one is KEY=ADDRESS");
    }
}
