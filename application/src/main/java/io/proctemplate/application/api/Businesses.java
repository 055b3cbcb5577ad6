package io.proctemplate.application.api;

import io.proctemplate.domain.template.Business;
import java.util.List;

/** An operator's dealings with businesses. */
public interface Businesses {

    /** Adds a business under the id that it has in the CMDB, at least 1. */
    Administered<Business> add(long id, AdministeredName name);

    /** All of them, by id. */
    Administered<List<Business>> list();

    /** Removes a business without templates and categories, and the rights that name it. */
    Administered<Nothing> remove(long id);
}
