package io.proctemplate.application;

import io.proctemplate.domain.access.Grant;
import java.util.List;

/** How much memory things take, roughly and rather too much. */
final class Bytes {
    /** An entry of a map with what keeps its order and its age. */
    static final long ENTRY = 256;

    private static final long TEXT = 56;
    private static final long GRANT = 80;

    private Bytes() {}

    static long of(String text) {
        return TEXT + 2L * text.length();
    }

    static long of(List<Grant> grants) {
        return GRANT * (1 + grants.size());
    }
}
