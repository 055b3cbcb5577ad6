package io.proctemplate.application.api;

import io.proctemplate.domain.template.ServiceCategory;
import java.util.List;

/** What may be done with service categories (wire contract, section 5). */
public interface ServiceCategories {

    /** The business's own categories and the built-in ones, by name. */
    Outcome<List<ServiceCategory>> list(Caller caller, ServiceCategoryCommand.ListAll command);

    Outcome<ServiceCategory> create(Caller caller, ServiceCategoryCommand.Create command);

    Outcome<ServiceCategory> update(Caller caller, ServiceCategoryCommand.Update command);

    /** Deletes a category that has no children and no service templates. */
    Outcome<Nothing> delete(Caller caller, ServiceCategoryCommand.Delete command);
}
