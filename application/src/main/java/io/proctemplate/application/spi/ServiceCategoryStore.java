package io.proctemplate.application.spi;

import io.proctemplate.domain.template.ServiceCategory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps service categories. A new store has the built-in pair: {@code Default} at the top and {@code Default}, a leaf,
 * under it, of business 0.
 */
public interface ServiceCategoryStore {

    /** An id never given before. */
    long nextId();

    Optional<ServiceCategory> find(long id);

    /**
     * The category, if it is of {@code businessId} or built in, kept from other writers until the unit ends. One of another
     * business is not waited for.
     */
    Optional<ServiceCategory> findLocked(long businessId, long id);

    /** The category of this exact name under {@code parentId}, of {@code businessId} or built in. */
    OptionalLong findByName(long businessId, long parentId, String name);

    /** Whether a category of {@code businessId}, or a built-in one, is right under it. */
    boolean hasChildren(long businessId, long id);

    /** Whether a service template hangs on it. */
    boolean isUsed(long id);

    /** Those of {@code businessId} and the built-in ones, by name, then by id. */
    List<ServiceCategory> list(long businessId);

    /**
     * Keeps a new category.
     *
     * @throws Conflict if the business has one of this name under the parent, or the business or parent does not exist
     */
    void insert(ServiceCategory category);

    /**
     * Keeps the changed category.
     *
     * @throws Conflict if the business has one of this name under the parent
     */
    void update(ServiceCategory category);

    /**
     * Takes a category away.
     *
     * @throws Conflict if it has children or is used
     */
    void delete(long id);
}
