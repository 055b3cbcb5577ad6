package io.proctemplate.adapter.jdbc;

import static java.util.stream.Collectors.joining;

import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.SortField;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** The end of a query that lists, and its rows one by one. */
final class Paging {
    /** How many rows are fetched at a time, so that a long list is never held as a whole. */
    private static final int FETCH = 500;

    private Paging() {}

    /** The order and the part of {@code page}; names of columns are the store's own, never the caller's. */
    static <S extends Enum<S> & SortField> String sql(Page<S> page, Function<S, String> column) {
        String order = page.orders().stream()
                .map(key -> column.apply(key.field()) + (key.descending() ? " DESC" : ""))
                .collect(joining(", "));
        return " ORDER BY " + order + part(page);
    }

    /** The part of {@code page}, of rows in an order of their own. */
    static String part(Page<?> page) {
        String offset = page.start() == 0 ? "" : " OFFSET " + page.start() + " ROWS";
        String limit = page.limit() == Page.ALL ? "" : " FETCH FIRST " + page.limit() + " ROWS ONLY";
        return offset + limit;
    }

    static <T> void deliver(Query query, RowMapper<T> mapper, Consumer<T> receiver) {
        query.setFetchSize(FETCH).map(mapper).forEach(receiver);
    }
}
