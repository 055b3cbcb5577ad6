package io.proctemplate.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainScalarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y",
                "N",
                "yes",
                "No",
                "ON",
                "off",
                "0o7",
                "0b1",
                "0x1F",
                "012",
                "1_000",
                "+1",
                "1e3",
                "1.",
                ".5",
                "1.5e3",
                ".inf",
                "-.INF",
                ".NaN",
                "12:30",
                "1:30:00.5",
                "190:20:30",
                "2026-11-24",
                "2026-11-24T07:00:00Z",
                "="
            })
    void whatReadersDisagreeAboutIsAmbiguousAndStaysTheTextItIs(String text) {
        assertThat(PlainScalar.isAmbiguous(text)).isTrue();
        assertThat(PlainScalar.node(text)).isEqualTo(Scalar.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www",
                "80,443",
                "8000-8005",
                "10.0.0.7",
                "::1",
                "fd00::7",
                "/srv/my shop",
                "nope",
                "one",
                "0o8",
                "0x",
                "1.2.3",
                "2026-11",
                "e3",
                "-",
                ".",
                "tRue",
                "a=b",
                "inf",
                "nginx -g 'daemon off;'"
            })
    void everythingElseIsATextToAll(String text) {
        assertThat(PlainScalar.isAmbiguous(text)).isFalse();
        assertThat(PlainScalar.node(text)).isEqualTo(Scalar.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void nothingIsNull(String text) {
        assertThat(PlainScalar.node(text)).isEqualTo(Node.Null.NULL);
        assertThat(PlainScalar.isAmbiguous(text)).isFalse();
    }

    @Test
    void numbersAndFlagsAreWhatJsonHasAsSuch() {
        assertThat(PlainScalar.node("0")).isEqualTo(Scalar.of(0));
        assertThat(PlainScalar.node("-80")).isEqualTo(Scalar.of(-80));
        assertThat(PlainScalar.node("9223372036854775807")).isEqualTo(Scalar.of(Long.MAX_VALUE));
        assertThat(PlainScalar.node("9223372036854775808")).isEqualTo(new Node.Inexact("9223372036854775808"));
        assertThat(PlainScalar.node("1.50")).isEqualTo(new Node.Inexact("1.50"));
        assertThat(PlainScalar.node("1.5e+3")).isEqualTo(new Node.Inexact("1.5e+3"));
        assertThat(PlainScalar.node("TRUE")).isEqualTo(Scalar.of(true));
        assertThat(PlainScalar.node("False")).isEqualTo(Scalar.of(false));
    }
}
