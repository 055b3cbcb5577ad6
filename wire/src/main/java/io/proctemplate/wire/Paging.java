package io.proctemplate.wire;

import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Page.Order;
import io.proctemplate.domain.template.SortField;
import io.proctemplate.domain.violation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads which part of a list is asked for (wire contract, section 5, paging).
 *
 * @param fields what the objects listed can be sorted by
 * @param id the one of them that breaks ties
 * @param constants fields that are the same in all objects: known, and nothing to sort by
 */
record Paging<S extends Enum<S> & SortField>(Class<S> fields, S id, Set<String> constants) {
    private static final String PAGE = "page";
    private static final String START = "start";
    private static final String LIMIT = "limit";
    private static final String SORT = "sort";
    private static final String DEFAULT_SORT = "-id";
    private static final int MAX_LIMIT = 1000;
    private static final long ALL_ON_THE_WIRE = 999_999_999;

    /** The page that was asked for; all objects if none was. */
    Page<S> optional(Parameters parameters) {
        return read(parameters, false);
    }

    /** The page that was asked for, of 1…1000 objects or all. */
    Page<S> required(Parameters parameters) {
        return read(parameters, true);
    }

    /** The page that was asked for; as many objects as a page may have where no limit is said. */
    Page<S> bounded(Parameters parameters) {
        Page<S> page = read(parameters, false);
        return page.limit() == Page.ALL ? new Page<>(page.start(), MAX_LIMIT, page.orders()) : page;
    }

    private Page<S> read(Parameters parameters, boolean required) {
        int before = parameters.out().errorCount();
        Parameters page = parameters.within(PAGE);
        boolean isPage = parameters.out().errorCount() == before;
        long start = notNegative(page, START);
        long limit = isPage ? limit(page, required) : Page.ALL;
        String sort = page.textOrEmpty(SORT);
        return new Page<>(start, limit, orders(sort.isBlank() ? DEFAULT_SORT : sort, page));
    }

    private static long limit(Parameters page, boolean required) {
        int before = page.out().errorCount();
        long limit = notNegative(page, LIMIT);
        if (required && limit == ALL_ON_THE_WIRE) {
            return Page.ALL;
        }
        boolean outside = limit > MAX_LIMIT || (required && limit == Page.ALL);
        if (outside && page.out().errorCount() == before) {
            page.out().error(Violation.pageLimit(page.at(LIMIT), MAX_LIMIT));
        }
        return limit;
    }

    private static long notNegative(Parameters page, String name) {
        Long number = page.integer(name);
        if (number != null && number < 0) {
            page.out().error(Violation.negative(page.at(name), number));
        }
        return number == null ? 0 : Math.max(0, number);
    }

    private List<Order<S>> orders(String sort, Parameters page) {
        List<Order<S>> orders = new ArrayList<>();
        for (String item : sort.split(",", -1)) {
            SortKey key = SortKey.of(item.strip());
            S field = find(key.name());
            if (field != null) {
                add(field, key.descending(), orders);
            } else if (!constants.contains(key.name())) {
                page.out().error(Violation.unknownSortKey(page.at(SORT), key.name()));
            }
        }
        add(id, true, orders);
        return orders;
    }

    /** The first word about a field counts. */
    private static <S> void add(S field, boolean descending, List<Order<S>> orders) {
        if (orders.stream().noneMatch(order -> order.field() == field)) {
            orders.add(new Order<>(field, descending));
        }
    }

    private @Nullable S find(String name) {
        for (S field : fields.getEnumConstants()) {
            if (field.wireName().equals(name)) {
                return field;
            }
        }
        return null;
    }

    /** One of {@code key}, {@code +key}, {@code -key}, {@code key:1}, {@code key:-1}. */
    private record SortKey(String name, boolean descending) {
        static SortKey of(String text) {
            if (text.endsWith(":1") || text.endsWith(":-1")) {
                return new SortKey(text.substring(0, text.lastIndexOf(':')), text.endsWith(":-1"));
            }
            boolean signed = text.startsWith("-") || text.startsWith("+");
            return new SortKey(signed ? text.substring(1) : text, text.startsWith("-"));
        }
    }
}
