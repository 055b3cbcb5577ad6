package io.proctemplate.application.api;

import java.util.List;

/** What may be done with process templates. */
public interface ProcessTemplates {

    /**
     * Creates all templates of the batch, or none (wire contract, section 4). Names are unique in the scope under any
     * concurrency; everything that is wrong is told in one refusal. An empty batch succeeds if its scope exists.
     *
     * @return the ids in the order of the items, rising
     */
    Outcome<List<Long>> createBatch(Caller caller, BatchCreate batch);
}
