package io.proctemplate.adapter.http;

/** All that speaks one language. */
record Wording(Texts texts, RefusalTexts refusals, ViolationList violations, Permission permission) {

    Wording(Texts texts) {
        this(texts, new RefusalTexts(texts), new ViolationList(texts), new Permission(texts));
    }
}
