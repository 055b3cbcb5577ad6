package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.ListReceiver;
import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.ProcessTemplateDeletion;
import io.proctemplate.application.api.ProcessTemplateQuery;
import io.proctemplate.application.api.ProcessTemplateUpdate;
import io.proctemplate.application.api.ProcessTemplates;
import io.proctemplate.domain.template.ProcessTemplate;

/** The one use case that a test has an own version of; nothing else is asked. */
@FunctionalInterface
interface OnlyCreate extends ProcessTemplates {
    @Override
    default Outcome<ProcessTemplate> update(Caller caller, ProcessTemplateUpdate update) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Outcome<Nothing> delete(Caller caller, ProcessTemplateDeletion deletion) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Outcome<ProcessTemplate> get(Caller caller, ProcessTemplateQuery.ById query) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Outcome<Long> list(Caller caller, ProcessTemplateQuery.Some query, ListReceiver<ProcessTemplate> receiver) {
        throw new UnsupportedOperationException();
    }
}
