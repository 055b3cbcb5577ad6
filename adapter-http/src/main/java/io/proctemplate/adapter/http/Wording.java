package io.proctemplate.adapter.http;

/** All that speaks one language. */
record Wording(Texts texts, ViolationList violations, Permission permission) {

    Wording(Texts texts) {
        this(texts, new ViolationList(texts), new Permission(texts));
    }
}
