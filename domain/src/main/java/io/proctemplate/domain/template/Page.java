package io.proctemplate.domain.template;

import java.util.List;

/**
 * A part of a list (wire contract, section 5, paging).
 *
 * <pre>{@code
 * Page<SortField.OfServiceTemplate> first =
 *         new Page<>(0, 20, List.of(new Page.Order<>(SortField.OfServiceTemplate.ID, true))); // the newest 20
 * }</pre>
 *
 * @param start how many objects are passed over, from 0
 * @param limit how many objects follow at most, {@link #ALL} for all
 * @param orders what the list is sorted by, first to last; ends with the id at the latest, so that the order is total
 * @since 0.1.0
 */
public record Page<S extends Enum<S> & SortField>(long start, long limit, List<Order<S>> orders) {
    /** No limit. */
    public static final long ALL = 0;

    /** One key of the sort. */
    public record Order<S>(S field, boolean descending) {}

    public Page {
        if (start < 0 || limit < 0) {
            throw new IllegalArgumentException("no page: start " + start + ", limit " + limit);
        }
        orders = List.copyOf(orders);
    }
}
