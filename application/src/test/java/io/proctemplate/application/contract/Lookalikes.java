package io.proctemplate.application.contract;

import java.util.List;

/** Texts that a careless comparison takes for the same, or for a pattern. */
final class Lookalikes {
    static final List<String> ALL = List.of(
            "é",
            "e\u0301",
            "É",
            "e",
            "E",
            "ß",
            "ss",
            "ﬀ",
            "ff",
            "ı",
            "i",
            "I",
            "K",
            "\u212A",
            "1",
            "01",
            "\uD83D\uDE00",
            "\uD83D\uDE01",
            "％",
            "%",
            "_",
            "\\",
            "\\\\",
            "'",
            "汉",
            "漢");

    private Lookalikes() {}
}
