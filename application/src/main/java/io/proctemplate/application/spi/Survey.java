package io.proctemplate.application.spi;

import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.TakenNames;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a store says about a scope before something is created in it.
 *
 * @param businessExists whether the scope's business exists
 * @param serviceTemplateBusinessId the business of the scope's service template, null if there is no such service
 *     template or the scope is the standalone one
 * @param taken which of the names asked about are taken in the scope
 */
public record Survey(boolean businessExists, @Nullable Long serviceTemplateBusinessId, TakenNames taken) {

    /** Whether nothing is in the way of templates of {@code scope} with the names asked about. */
    public boolean isClear(Scope scope) {
        boolean owned = scope.isStandalone() || Objects.equals(serviceTemplateBusinessId, scope.businessId());
        return businessExists
                && owned
                && taken.processNames().isEmpty()
                && taken.functions().isEmpty();
    }
}
