package io.proctemplate.application.api;

import io.proctemplate.domain.template.ServiceTemplate;

/** What may be done with service templates (wire contract, section 5). */
public interface ServiceTemplates {

    /** Creates a service template under a leaf category; its name is unique in the business under any concurrency. */
    Outcome<ServiceTemplate> create(Caller caller, ServiceTemplateCommand.Create command);

    /** Renames or classes anew; what is not named stays. */
    Outcome<ServiceTemplate> update(Caller caller, ServiceTemplateCommand.Update command);

    Outcome<ServiceTemplate> get(Caller caller, ServiceTemplateQuery.ById query);

    /**
     * Hands the service templates that fit to {@code receiver}, one after the other, within one consistent state.
     *
     * @return how many fit, without paging
     */
    Outcome<Long> list(Caller caller, ServiceTemplateQuery.Some query, ListReceiver<ServiceTemplate> receiver);

    /** Deletes a service template and its process templates with it. */
    Outcome<Nothing> delete(Caller caller, ServiceTemplateCommand.Delete command);
}
