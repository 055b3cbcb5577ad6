package io.proctemplate.domain.template;

/**
 * Where names of process templates are unique: one service template of a business, or the business's standalone
 * templates, which are a scope of their own (wire contract, section 4).
 *
 * @param businessId the business, at least 1
 * @param serviceTemplateId the service template, 0 for standalone templates
 */
public record Scope(long businessId, long serviceTemplateId) {
    /** What stands in the place of a service template's id where there is none. */
    public static final long STANDALONE = 0;

    public static Scope standalone(long businessId) {
        return new Scope(businessId, STANDALONE);
    }

    public boolean isStandalone() {
        return serviceTemplateId == STANDALONE;
    }
}
