package io.proctemplate.application.spi;

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
}
