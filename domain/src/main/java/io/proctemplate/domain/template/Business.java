package io.proctemplate.domain.template;

/**
 * A business: what everything else belongs to. Its id is that of the CMDB, which is given, not made here.
 *
 * <pre>{@code
 * Business shop = new Business(2, "shop");
 * }</pre>
 *
 * @param id at least 1
 * @since 0.1.0
 */
public record Business(long id, String name) {
    public Business {
        if (id < 1) {
            throw new IllegalArgumentException("no id of a business: " + id);
        }
    }
}
