package io.proctemplate.application.contract;

/**
 * What the calls about businesses, service categories, service templates and process templates count on, as tests: a
 * class that implements this interface with its storage passes them. Batch create's own are the {@code StorageContract}.
 */
public interface FamilyStorageContract
        extends BusinessContract,
                ServiceCategoryContract,
                ServiceTemplateContract,
                ServiceTemplateListContract,
                ProcessTemplateChangeContract,
                ProcessTemplateListContract {}
