package io.proctemplate.domain.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.field.AddressFamily;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressLiteralTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "255.255.255.255", "10.20.30.40"})
    void ipv4IsFourNumbers(String text) {
        assertThat(AddressLiteral.family(text)).hasValue(AddressFamily.IPV4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "1::",
                "fd00::1",
                "2001:db8:0:0:8:800:200c:417a",
                "2001:DB8::8:800:200C:417A",
                "1:2:3:4:5:6:7::",
                "::2:3:4:5:6:7:8",
                "::ffff:129.144.52.38",
                "::13.1.68.3",
                "0:0:0:0:0:0:13.1.68.3"
            })
    void ipv6IsAnyFormOfItsStandard(String text) {
        assertThat(AddressLiteral.family(text)).hasValue(AddressFamily.IPV6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.4 ",
                "1.2..4",
                "1.2.3.4/8",
                "1.2.3.-4",
                "1.2.3.٤",
                "0x7f.0.0.1",
                ":",
                ":::",
                "1:2",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7",
                "1::2::3",
                "::1::",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:",
                "1:2:3:4::5:6:7:8",
                "::12345",
                "::g",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1.2.3",
                "fe80::1%eth0",
                "[::1]",
                "localhost"
            })
    void anythingElseIsNone(String text) {
        assertThat(AddressLiteral.family(text)).isEmpty();
    }

    /** The platform takes a text in brackets as a literal or not at all: no name is looked up. */
    @Property(tries = 1000)
    void agreesWithThePlatformOnIpv6(@ForAll("nearlyIpv6") String text) {
        assertThat(AddressLiteral.family(text).isPresent()).as(text).isEqualTo(platformReads(text));
    }

    private static boolean platformReads(String text) {
        try {
            return InetAddress.getByName("[" + text + "]") != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> nearlyIpv6() {
        Arbitrary<String> group = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.of("0", "1", "ab", "FFFF", "80")),
                Tuple.of(3, Arbitraries.of("")),
                Tuple.of(1, Arbitraries.of("1.2.3.4", "g", "12345")));
        return group.list().ofMinSize(3).ofMaxSize(9).map(groups -> String.join(":", groups));
    }
}
