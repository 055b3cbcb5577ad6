package io.proctemplate.application.spi;

import io.proctemplate.application.api.ServiceTemplateQuery;
import io.proctemplate.domain.template.ServiceTemplate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Keeps service templates. */
public interface ServiceTemplateStore {

    /** An id never given before; 1 for the first of a new store. */
    long nextId();

    Optional<ServiceTemplate> find(long id);

    /** {@link #find}, and keeps other writers away from it until the unit ends. */
    Optional<ServiceTemplate> findLocked(long id);

    /** The service template of {@code businessId} with exactly this name. */
    OptionalLong findByName(long businessId, String name);

    /**
     * Keeps a new service template.
     *
     * @throws Conflict if the name is taken in the business, or the business or the category does not exist
     */
    void insert(ServiceTemplate template);

    /**
     * Keeps the changed service template.
     *
     * @throws Conflict if the name is taken in the business, or the category does not exist
     */
    void update(ServiceTemplate template);

    /** Takes a service template away, and its process templates with it. */
    void delete(long id);

    /** How many service templates fit the query, without its page. */
    long count(ServiceTemplateQuery.Some query);

    /** Hands over the service templates that fit the query, in its order, without holding all of them. */
    void list(ServiceTemplateQuery.Some query, Consumer<ServiceTemplate> receiver);
}
