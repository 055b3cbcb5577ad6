package io.proctemplate.application.spi;

import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.ServiceTemplateFilter;
import io.proctemplate.domain.template.SortField.OfServiceTemplate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Keeps service templates. */
public interface ServiceTemplateStore {

    /** An id never given before; 1 for the first of a new store. */
    long nextId();

    Optional<ServiceTemplate> find(long id);

    /**
     * The service template, if it is of {@code businessId}, kept from other writers until the unit ends. One of another
     * business is not waited for.
     */
    Optional<ServiceTemplate> findLocked(long businessId, long id);

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

    /**
     * Takes a service template away, and its process templates with it, each of which gets an entry of {@code event}, by
     * rising id. Whoever is writing in its scope is waited for first, and finds it gone afterwards, so that what goes is
     * what is told.
     */
    void delete(ServiceTemplate template, AuditEvent event);

    /** How many service templates fit. */
    long count(ServiceTemplateFilter filter);

    /** Hands over the page of the service templates that fit, in the page's order, without holding all of them. */
    void list(ServiceTemplateFilter filter, Page<OfServiceTemplate> page, Consumer<ServiceTemplate> receiver);
}
