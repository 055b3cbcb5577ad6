package io.proctemplate.adapter.http;

import io.proctemplate.wire.Code;
import java.util.List;
import tools.jackson.core.TokenStreamLocation;

/** A body that is no JSON object of the kind accepted here; says what is wrong and where, never shows its text. */
final class BadJson extends Exception {
    private static final long serialVersionUID = 1;

    private final Text text;
    private final transient List<Object> arguments;

    private BadJson(Text text, List<Object> arguments) {
        super(text.name(), null, false, false);
        this.text = text;
        this.arguments = arguments;
    }

    /** About the body as a whole. */
    static BadJson whole(Text text) {
        return new BadJson(text, List.of());
    }

    /** About the place {@code line}, {@code column}, both counted from 1. */
    static BadJson at(int line, int column, Text text) {
        return new BadJson(text, List.of(line, column));
    }

    /** About a place in what a parser reads; {@code detail} is shown. */
    static BadJson at(TokenStreamLocation place, Text text, Object detail) {
        return new BadJson(text, List.of(place.getLineNr(), place.getColumnNr(), detail));
    }

    static BadJson at(TokenStreamLocation place, Text text) {
        return at(place.getLineNr(), place.getColumnNr(), text);
    }

    Rejection rejection() {
        return new Rejection(Code.NOT_AUTHENTICATED, text, arguments);
    }
}
