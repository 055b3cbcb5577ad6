package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.Conflict.Constraint;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The constraints of the schema whose breach means something. */
enum NamedConstraint {
    UK_PROCESS_TEMPLATE_NAME(Constraint.PROCESS_NAME),
    UK_PROCESS_TEMPLATE_FUNC(Constraint.FUNCTION),
    FK_PROCESS_TEMPLATE_SCOPE(Constraint.OWNER),
    FK_SCOPE_BUSINESS(Constraint.OWNER),
    UK_SERVICE_TEMPLATE_NAME(Constraint.SERVICE_TEMPLATE_NAME),
    FK_SERVICE_TEMPLATE_CATEGORY(Constraint.CATEGORY),
    UK_SERVICE_CATEGORY_NAME(Constraint.SERVICE_CATEGORY_NAME),
    FK_SERVICE_CATEGORY_BUSINESS(Constraint.OWNER),
    FK_SERVICE_CATEGORY_PARENT(Constraint.CATEGORY),
    PK_BUSINESS(Constraint.ADMINISTERED),
    PK_APP(Constraint.ADMINISTERED),
    PK_LOGIN(Constraint.ADMINISTERED),
    PK_IDEMPOTENCY(Constraint.IDEMPOTENCY_KEY),

    /**
     * Nothing to the application: the unit is done again with ids that were not given before. H2 begins a statement again that had to wait for another unit's
     * row, does not take back the rows it had inserted, and trips over them.
     */
    PK_PROCESS_TEMPLATE(null),

    /** Likewise; a sequence may lag behind what is stored. */
    PK_AUDIT_EVENT(null);

    private final @Nullable Constraint meaning;

    NamedConstraint(@Nullable Constraint meaning) {
        this.meaning = meaning;
    }

    /** What the application is told. */
    Optional<Constraint> meaning() {
        return Optional.ofNullable(meaning);
    }

    private String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Set<String> names() {
        return Arrays.stream(values()).map(NamedConstraint::sqlName).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The constraint that the message of a driver names. Every engine names it before any value, so the first one
     * counts: a value may hold the name of another.
     */
    static Optional<NamedConstraint> namedIn(String message) {
        String lowerCase = message.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(constraint -> lowerCase.contains(constraint.sqlName()))
                .min(Comparator.comparingInt(constraint -> lowerCase.indexOf(constraint.sqlName())));
    }
}
