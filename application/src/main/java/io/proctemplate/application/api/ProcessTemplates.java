package io.proctemplate.application.api;

import io.proctemplate.domain.template.ProcessTemplate;
import java.util.List;

/**
 * What may be done with process templates (wire contract, sections 4 and 5). Rights are asked before anything is told
 * about what exists.
 */
public interface ProcessTemplates {

    /**
     * Creates all templates of the batch, or none (wire contract, section 4). Names are unique in the scope under any
     * concurrency; everything that is wrong is told in one refusal. An empty batch succeeds if its scope exists.
     *
     * @return the ids in the order of the items, rising
     */
    Outcome<List<Long>> createBatch(Caller caller, BatchCreate batch);

    /**
     * Changes what {@code update} names and nothing else. No update is lost: concurrent ones follow each other, and one
     * that names a version which is no longer current is refused.
     *
     * @return the template as it is now
     */
    Outcome<ProcessTemplate> update(Caller caller, ProcessTemplateUpdate update);

    /** Deletes all the templates named, or none. */
    Outcome<Nothing> delete(Caller caller, ProcessTemplateDeletion deletion);

    Outcome<ProcessTemplate> get(Caller caller, ProcessTemplateQuery.ById query);

    /**
     * Hands the templates that fit to {@code receiver}, one after the other, within one consistent state.
     *
     * @return how many fit, without paging
     */
    Outcome<Long> list(Caller caller, ProcessTemplateQuery.Some query, ListReceiver<ProcessTemplate> receiver);
}
