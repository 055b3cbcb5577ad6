package io.proctemplate.domain.template;

import io.proctemplate.domain.field.WhiteSpace;

/** What names of service templates and categories have in common. */
final class Names {
    private Names() {}

    /** Without the white space (Unicode property White_Space) around it. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static boolean isWhiteSpace(int codePoint) {
        return codePoint <= Character.MAX_VALUE && WhiteSpace.is((char) codePoint);
    }

    /** Neither NUL nor a lone surrogate, which not every store can keep. */
    static boolean isStorable(int codePoint) {
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return codePoint != 0 && !surrogate;
    }
}
