package io.proctemplate.adapter.jdbc;

import java.util.Collection;
import org.jdbi.v3.core.argument.Argument;

/**
 * Arrays as arguments: one statement for any number of rows. Of the elements' own type, which PostgreSQL's driver sends in
 * binary.
 */
final class SqlArrays {
    private SqlArrays() {}

    static Argument ofTexts(Collection<String> texts) {
        return of("varchar", texts.toArray(String[]::new));
    }

    static Argument ofNumbers(Collection<Long> numbers) {
        return of("bigint", numbers.toArray(Long[]::new));
    }

    private static Argument of(String type, Object[] elements) {
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf(type, elements));
    }
}
