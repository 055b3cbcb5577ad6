package io.proctemplate.application.spi;

/** The stores of one unit of work. */
public interface Stores {
    BusinessStore businesses();

    ServiceCategoryStore serviceCategories();

    ServiceTemplateStore serviceTemplates();

    ProcessTemplateStore processTemplates();

    AccessStore access();

    AuditStore audit();

    IdempotencyStore idempotency();
}
