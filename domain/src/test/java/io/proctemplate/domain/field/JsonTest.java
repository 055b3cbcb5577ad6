package io.proctemplate.domain.field;

import static io.proctemplate.domain.Sent.list;
import static io.proctemplate.domain.Sent.node;
import static io.proctemplate.domain.Sent.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
    static Stream<Arguments> textsAreEscapedWhereTheyMustBe() {
        return Stream.of(
                Arguments.of("", "\"\""),
                Arguments.of("é ~ /", "\"é ~ /\""),
                Arguments.of("a\"b\\c", "\"a\\\"b\\\\c\""),
                Arguments.of("\n\t\0\u001F\u007F", "\"\\u000a\\u0009\\u0000\\u001f\\u007f\""),
                Arguments.of("\uD83D\uDE00", "\"\uD83D\uDE00\""),
                Arguments.of("\uD83D\uD83D\uDE00", "\"\\ud83d\uD83D\uDE00\""),
                Arguments.of("\uDE00\uD83D", "\"\\ude00\\ud83d\""),
                Arguments.of("\uD83D\uDE00\uDE00", "\"\uD83D\uDE00\\ude00\""));
    }

    @ParameterizedTest
    @MethodSource
    void textsAreEscapedWhereTheyMustBe(String text, String json) {
        assertThat(Json.of(Scalar.of(text))).isEqualTo(json);
    }

    @Test
    void documentsAreSpelledInTheirOrder() {
        Node document = object("b", list(1, -5L, true, null, new Node.Inexact("1e3")), "a\"", object(), "c", list());

        assertThat(Json.of(document)).isEqualTo("{\"b\":[1,-5,true,null,1e3],\"a\\\"\":{},\"c\":[]}");
        assertThat(Json.of(node(false))).isEqualTo("false");
    }
}
