package io.proctemplate.application.api;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation.Negative;
import io.proctemplate.domain.violation.Violation.PageLimit;
import io.proctemplate.domain.violation.Violation.UnknownSortKey;
import io.proctemplate.domain.violation.Violations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list (wire contract, section 5, paging).
 *
 * @param start how many objects are passed over, from 0
 * @param limit how many objects follow at most, {@link #ALL} for all
 * @param orders what the list is sorted by, first to last; ends with the id, so that the order is total
 */
public record Page<S extends Enum<S> & SortField>(long start, long limit, List<Order<S>> orders) {
    /** No limit. */
    public static final long ALL = 0;

    static final String PAGE = "page";
    private static final int MAX_LIMIT = 1000;
    private static final long ALL_ON_THE_WIRE = 999_999_999;
    private static final String DEFAULT_SORT = "-id";

    /** One key of the sort. */
    public record Order<S>(S field, boolean descending) {}

    public Page {
        orders = List.copyOf(orders);
    }

    /** The page that was asked for; all objects if none was. */
    static <S extends Enum<S> & SortField> Page<S> optional(Parameters parameters, Class<S> fields, S id) {
        Node.Mapping sent = parameters.object(PAGE);
        Page<S> page = read(sent, parameters, fields, id);
        if (page.limit > MAX_LIMIT) {
            parameters.out().error(new PageLimit(limitPath(parameters), MAX_LIMIT));
        }
        return page;
    }

    /** The page that was asked for, of 1…1000 objects or all. */
    static <S extends Enum<S> & SortField> Page<S> required(Parameters parameters, Class<S> fields, S id) {
        Node.Mapping sent = parameters.object(PAGE);
        Page<S> page = read(sent, parameters, fields, id);
        if (page.limit == ALL_ON_THE_WIRE) {
            return new Page<>(page.start, ALL, page.orders);
        }
        if (page.limit == ALL || page.limit > MAX_LIMIT) {
            parameters.out().error(new PageLimit(limitPath(parameters), MAX_LIMIT));
        }
        return page;
    }

    private static Path limitPath(Parameters parameters) {
        return parameters.at(PAGE).member("limit");
    }

    private static <S extends Enum<S> & SortField> Page<S> read(
            Node.@Nullable Mapping sent, Parameters outer, Class<S> fields, S id) {
        Node.Mapping body = sent == null ? new Node.Mapping.Builder().build() : sent;
        Parameters page = new Parameters(body, outer.at(PAGE), outer.out());
        long start = notNegative(page, "start");
        long limit = notNegative(page, "limit");
        String sort = page.textOrEmpty("sort");
        List<Order<S>> orders = orders(sort.isBlank() ? DEFAULT_SORT : sort, fields, id, page.at("sort"), outer.out());
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
            String sort, Class<S> fields, S id, Path at, Violations.Collector out) {
        List<Order<S>> orders = new ArrayList<>();
        for (String item : sort.split(",", -1)) {
            String key = item.strip();
            boolean suffixed = key.endsWith(":1") || key.endsWith(":-1");
            boolean descending = key.startsWith("-") || key.endsWith(":-1");
            int start = !suffixed && (key.startsWith("-") || key.startsWith("+")) ? 1 : 0;
            String name = key.substring(start, suffixed ? key.lastIndexOf(':') : key.length());
            S field = find(fields, name);
            if (field == null) {
                out.error(new UnknownSortKey(at, name));
            } else if (orders.stream().noneMatch(order -> order.field == field)) {
                orders.add(new Order<>(field, descending));
            }
        }
        if (orders.stream().noneMatch(order -> order.field == id)) {
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
