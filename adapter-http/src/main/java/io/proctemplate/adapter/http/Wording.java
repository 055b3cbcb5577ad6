package io.proctemplate.adapter.http;

/** All that speaks one language. */
record Wording(
        Texts texts, ViolationTexts violations, RefusalTexts refusals, ViolationList list, Permission permission) {

    static Wording of(Texts texts) {
        ViolationTexts violations = new ViolationTexts(texts);
        RefusalTexts refusals = new RefusalTexts(texts, violations);
        return new Wording(texts, violations, refusals, new ViolationList(violations), new Permission(texts));
    }
}
