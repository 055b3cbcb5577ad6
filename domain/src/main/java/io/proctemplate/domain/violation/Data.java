package io.proctemplate.domain.violation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values under typed names, each of which is there or not. Immutable; equal by value.
 *
 * <pre>{@code
 * Data data = Data.of(Datum.LIMIT, 256L).with(Datum.ACTUAL, 300L);
 * long excess = data.get(Datum.ACTUAL) - data.get(Datum.LIMIT); // 44
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Data {
    private static final Data NONE = new Data(Map.of());

    private final Map<Datum<?>, Object> values;

    private Data(Map<Datum<?>, Object> values) {
        this.values = values;
    }

    /** Nothing. */
    public static Data none() {
        return NONE;
    }

    /** One value. */
    public static <T> Data of(Datum<T> datum, T value) {
        return NONE.with(datum, value);
    }

    /** These and one more, in the place of an earlier one of that name. */
    public <T> Data with(Datum<T> datum, T value) {
        Map<Datum<?>, Object> more = new LinkedHashMap<>(values);
        more.put(datum, value);
        return new Data(more);
    }

    /**
     * The value under {@code datum}.
     *
     * @throws NoSuchElementException if there is none
     */
    public <T> T get(Datum<T> datum) {
        return find(datum).orElseThrow(() -> new NoSuchElementException("no " + datum + " in " + this));
    }

    /** The value under {@code datum}, empty if there is none. */
    public <T> Optional<T> find(Datum<T> datum) {
        return Optional.ofNullable(values.get(datum)).map(datum::cast);
    }

    /** The value under the datum of this name, empty if there is none. */
    public Optional<Object> find(String name) {
        for (Map.Entry<Datum<?>, Object> entry : values.entrySet()) {
            if (entry.getKey().name().equals(name)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /**
     * These data.
     *
     * @throws IllegalArgumentException if one of {@code required} is missing, or one is neither of these nor of {@code
     *     optional}
     */
    public Data requireOnly(List<Datum<?>> required, List<Datum<?>> optional) {
        Set<Datum<?>> told = values.keySet();
        boolean known = told.stream().allMatch(datum -> required.contains(datum) || optional.contains(datum));
        if (!known || !told.containsAll(required)) {
            throw new IllegalArgumentException(told + " instead of " + required + " and any of " + optional);
        }
        return this;
    }

    /** The names of what is there, in the order in which it was put. */
    public List<Datum<?>> names() {
        return List.copyOf(values.keySet());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Data data && values.equals(data.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
