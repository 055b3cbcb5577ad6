package io.proctemplate.application.api;

import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Page.Order;
import io.proctemplate.domain.template.SortField;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation.Negative;
import io.proctemplate.domain.violation.Violation.PageLimit;
import io.proctemplate.domain.violation.Violation.UnknownSortKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which part of a list is asked for (wire contract, section 5, paging). */
final class Paging {
    static final String PAGE = "page";
    private static final int MAX_LIMIT = 1000;
    private static final long ALL_ON_THE_WIRE = 999_999_999;
    private static final String DEFAULT_SORT = "-id";

    private Paging() {}

    /** The page that was asked for; all objects if none was. */
    static <S extends Enum<S> & SortField> Page<S> optional(Parameters parameters, Class<S> fields, S id) {
        Page<S> page = read(parameters.within(PAGE), fields, id);
        if (page.limit() > MAX_LIMIT) {
            parameters.out().error(new PageLimit(limitPath(parameters), MAX_LIMIT));
        }
        return page;
    }

    /** The page that was asked for, of 1…1000 objects or all. */
    static <S extends Enum<S> & SortField> Page<S> required(Parameters parameters, Class<S> fields, S id) {
        Page<S> page = read(parameters.within(PAGE), fields, id);
        if (page.limit() == ALL_ON_THE_WIRE) {
            return new Page<>(page.start(), Page.ALL, page.orders());
        }
        if (page.limit() == Page.ALL || page.limit() > MAX_LIMIT) {
            parameters.out().error(new PageLimit(limitPath(parameters), MAX_LIMIT));
        }
        return page;
    }

    private static Path limitPath(Parameters parameters) {
        return parameters.at(PAGE).member("limit");
    }

    private static <S extends Enum<S> & SortField> Page<S> read(Parameters page, Class<S> fields, S id) {
        long start = notNegative(page, "start");
        long limit = notNegative(page, "limit");
        String sort = page.textOrEmpty("sort");
        List<Order<S>> orders = orders(sort.isBlank() ? DEFAULT_SORT : sort, fields, id, page);
        return new Page<>(start, limit, orders);
    }

    private static long notNegative(Parameters page, String name) {
        Long number = page.integer(name);
        if (number != null && number < 0) {
            page.out().error(new Negative(page.at(name), number));
        }
        return number == null ? 0 : Math.max(0, number);
    }

    /** Reads {@code key}, {@code +key}, {@code -key}, {@code key:1}, {@code key:-1}, comma-separated. */
    private static <S extends Enum<S> & SortField> List<Order<S>> orders(
            String sort, Class<S> fields, S id, Parameters page) {
        List<Order<S>> orders = new ArrayList<>();
        for (String item : sort.split(",", -1)) {
            String key = item.strip();
            boolean suffixed = key.endsWith(":1") || key.endsWith(":-1");
            boolean descending = key.startsWith("-") || key.endsWith(":-1");
            int start = !suffixed && (key.startsWith("-") || key.startsWith("+")) ? 1 : 0;
            String name = key.substring(start, suffixed ? key.lastIndexOf(':') : key.length());
            S field = find(fields, name);
            if (field == null) {
                page.out().error(new UnknownSortKey(page.at("sort"), name));
            } else if (orders.stream().noneMatch(order -> order.field() == field)) {
                orders.add(new Order<>(field, descending));
            }
        }
        if (orders.stream().noneMatch(order -> order.field() == id)) {
            orders.add(new Order<>(id, true));
        }
        return orders;
    }

    private static <S extends Enum<S> & SortField> @Nullable S find(Class<S> fields, String name) {
        for (S field : fields.getEnumConstants()) {
            if (field.wireName().equals(name)) {
                return field;
            }
        }
        return null;
    }
}
