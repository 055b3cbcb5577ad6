package io.proctemplate.application.api;

import io.proctemplate.domain.template.DraftBatch;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.violation.Violations;

/**
 * Process templates to create, in one scope, all or none. The items may still be faulty in themselves, which is told
 * together with what the store knows.
 *
 * @param batch the items, read
 * @param violations everything that is wrong with the request by itself; what the store has against it is not known yet
 * @param warnings what the sender should know, whatever comes of the request
 */
public record BatchCreate(DraftBatch batch, Violations violations, Violations warnings) {
    /** The parameter that names the business. */
    public static final String BUSINESS = "bk_biz_id";

    /** The parameter that names the service template. */
    public static final String SERVICE_TEMPLATE = "service_template_id";

    public Scope scope() {
        return batch.scope();
    }
}
