package io.proctemplate.domain.template;

/**
 * Where names of process templates are unique: one service template of a business, or the business's standalone
 * templates, which are a scope of their own (wire contract, section 4).
 *
 * <pre>{@code
 * Scope ofService = new Scope(2, 7);
 * Scope standalone = Scope.standalone(2);
 * }</pre>
 *
 * @param businessId the business, at least 1
 * @param serviceTemplateId the service template, 0 for standalone templates
 * @since 0.1.0
 */
public record Scope(long businessId, long serviceTemplateId) {
    /** What stands in the place of a service template's id where there is none. */
    public static final long STANDALONE = 0;

    /** The scope of a business's standalone templates. */
    public static Scope standalone(long businessId) {
        return new Scope(businessId, STANDALONE);
    }

    /** Whether it is that of standalone templates. */
    public boolean isStandalone() {
        return serviceTemplateId == STANDALONE;
    }
}
