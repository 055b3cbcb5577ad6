package io.proctemplate.adapter.jdbc;

import io.proctemplate.domain.template.Scope;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Scopes as one text: {@code business:service template}, separated by commas. */
final class ScopeList {
    private ScopeList() {}

    static String text(Collection<Scope> scopes) {
        return scopes.stream()
                .map(scope -> scope.businessId() + ":" + scope.serviceTemplateId())
                .collect(Collectors.joining(","));
    }

    static Set<Scope> read(String text) {
        return Arrays.stream(text.split(","))
                .filter(scope -> !scope.isEmpty())
                .map(ScopeList::scope)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Scope scope(String text) {
        int colon = text.indexOf(':');
        return new Scope(Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
    }
}
