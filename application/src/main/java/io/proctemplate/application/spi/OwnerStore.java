package io.proctemplate.application.spi;

/** Keeps what process templates belong to: businesses and service templates. */
public interface OwnerStore {

    /** Whether there is no business at all. */
    boolean isEmpty();

    /**
     * Keeps a new business.
     *
     * @throws Conflict if the id is taken
     */
    void addBusiness(long id, String name);

    /**
     * Keeps a new service template of {@code businessId}.
     *
     * @return its id, never given before; 1 for the first of a new store
     * @throws Conflict if the business does not exist
     */
    long addServiceTemplate(long businessId, String name, String creator);
}
