package io.proctemplate.domain.template;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.NameRule;
import io.proctemplate.domain.violation.Violations;

/**
 * A class of services, in a tree of its business; the built-in ones belong to business 0 and are everybody's (wire
 * contract, section 5).
 *
 * <pre>{@code
 * Violations.Collector out = new Violations.Collector();
 * ServiceCategory.readName("a b", Path.root().member("name"), out); // no blanks: one error
 * }</pre>
 *
 * @param id positive, given by the store, never reused
 * @param rootId the top of its tree, its own id at the top
 * @param parentId 0 at the top
 * @param name unique under its parent, among the business's own and the built-in ones
 * @since 0.1.0
 */
public record ServiceCategory(
        long id, long businessId, String name, long rootId, long parentId, String supplierAccount, boolean builtIn) {
    /** The business of what is built in. */
    public static final long BUILT_IN_BUSINESS = 0;

    /** The parent of a category at the top. */
    public static final long NO_PARENT = 0;

    private static final int MAX_CHARACTERS = 128;
    private static final String PUNCTUATION = "_:-()";

    /** {@code name} as it was sent; reports what keeps it from being a category's. */
    public static String readName(String name, Path at, Violations.Collector out) {
        boolean wellFormed = name.codePoints().allMatch(ServiceCategory::isOfNames);
        if (name.isEmpty()) {
            out.error(Violation.missing(at));
        } else if (!wellFormed || name.codePointCount(0, name.length()) > MAX_CHARACTERS) {
            out.error(Violation.invalidName(at, NameRule.SERVICE_CATEGORY, name));
        }
        return name;
    }

    /** A few Han characters, the zero among them, are no letters to Unicode. */
    private static boolean isOfNames(int character) {
        return Character.isLetterOrDigit(character)
                || Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN
                || PUNCTUATION.indexOf(character) >= 0;
    }

    /** Whether a category may bear {@code name}. */
    public static boolean isName(String name) {
        Violations.Collector out = new Violations.Collector();
        readName(name, Path.root(), out);
        return out.errorCount() == 0;
    }

    /** This category under another name. */
    public ServiceCategory renamed(String newName) {
        return new ServiceCategory(id, businessId, newName, rootId, parentId, supplierAccount, builtIn);
    }

    /** Whether service templates of {@code business} may use this category. */
    public boolean isUsableIn(long business) {
        return businessId == BUILT_IN_BUSINESS || businessId == business;
    }
}
