package io.proctemplate.application.spi;

/** The stores of one unit of work. */
public interface Stores {
    ProcessTemplateStore processTemplates();

    OwnerStore owners();

    AccessStore access();
}
