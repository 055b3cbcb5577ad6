package io.proctemplate.domain.template;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.NameRule;
import io.proctemplate.domain.violation.Violations;

/**
 * What process templates hang on: a kind of service of one business, classed by a leaf category (wire contract,
 * section 5). Created, renamed or classed anew, deleted together with its process templates.
 *
 * <pre>{@code
 * Violations.Collector out = new Violations.Collector();
 * String name = ServiceTemplate.readName(" web ", Path.root().member("name"), out); // "web"
 * }</pre>
 *
 * @param id positive, given by the store, never reused
 * @param name unique in the business
 * @since 0.1.0
 */
public record ServiceTemplate(
        long id, long businessId, String name, long serviceCategoryId, String supplierAccount, Stamp stamp) {
    private static final int MAX_CHARACTERS = 256;
    private static final String FORBIDDEN = "\\|/:*,<>\"?#";

    /** {@code name} without white space around it, as the API takes it; reports what keeps it from being a name. */
    public static String readName(String name, Path at, Violations.Collector out) {
        String trimmed = Names.trim(name);
        boolean wellFormed = trimmed.codePoints()
                .allMatch(c -> FORBIDDEN.indexOf(c) < 0 && !Names.isWhiteSpace(c) && Names.isStorable(c));
        if (trimmed.isEmpty()) {
            out.error(Violation.missing(at));
        } else if (!wellFormed || trimmed.codePointCount(0, trimmed.length()) > MAX_CHARACTERS) {
            out.error(Violation.invalidName(at, NameRule.SERVICE_TEMPLATE, name));
        }
        return trimmed;
    }

    /** Whether a service template may bear {@code name}. */
    public static boolean isName(String name) {
        Violations.Collector out = new Violations.Collector();
        readName(name, Path.root(), out);
        return out.errorCount() == 0;
    }

    /** The scope of its process templates. */
    public Scope scope() {
        return new Scope(businessId, id);
    }
}
