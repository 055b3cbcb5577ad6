package io.proctemplate.adapter.http;

import io.proctemplate.wire.text.Language;

/** The two ways in which the API is spoken (wire contract, sections 1 and 2). */
enum Face {
    /** Paths by call name, an envelope of six keys, English unless asked otherwise. */
    ESB(Language.EN),
    /** A method and a path for each call, Chinese unless asked otherwise. */
    NATIVE(Language.ZH);

    /** Where every path of the native face begins. */
    static final String NATIVE_PREFIX = "/api/v3/";

    private final Language language;

    Face(Language language) {
        this.language = language;
    }

    /** The language of a client that asks for none. */
    Language language() {
        return language;
    }

    /** The face that {@code path} would belong to if there were such a path. */
    static Face ofUnknown(String path) {
        return path.startsWith(NATIVE_PREFIX) ? NATIVE : ESB;
    }
}
