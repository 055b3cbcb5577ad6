package io.proctemplate.application.spi;

import io.proctemplate.domain.template.Business;
import java.util.List;

/** Keeps businesses, to which everything else belongs. */
public interface BusinessStore {

    /** Whether there is no business at all. */
    boolean isEmpty();

    /**
     * Keeps a new business.
     *
     * @throws Conflict if the id is taken
     */
    void addBusiness(long id, String name);

    boolean businessExists(long id);

    /** All businesses, by id. */
    List<Business> businesses();

    /**
     * Removes a business that has nothing; false if there was none with this id.
     *
     * @throws Conflict if templates or categories belong to it
     */
    boolean removeBusiness(long id);
}
