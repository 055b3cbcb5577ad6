package io.proctemplate.domain.violation;

import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violation.NameRule;
import io.proctemplate.domain.violation.Violation.PortFault;
import java.util.List;

/**
 * The name and the type of something that a violation tells beside its rule and its place. Two are equal if they are
 * the same; which rule tells what is said by {@link Rule#data()}.
 *
 * <pre>{@code
 * Violation tooLong = Violation.tooLong(Path.root().member("user"), 2, 3, "www");
 * long limit = tooLong.get(Datum.LIMIT); // 2
 * }</pre>
 *
 * @param <T> the type of the values
 * @since 0.1.0
 */
public final class Datum<T> {
    /** The offending value as text. */
    public static final Datum<String> REJECTED = new Datum<>("rejected", String.class);

    /** How much there may be: bytes of UTF-8, or items of a list. */
    public static final Datum<Long> LIMIT = new Datum<>("limit", Long.class);

    /** How much there is, in the unit of the limit. */
    public static final Datum<Long> ACTUAL = new Datum<>("actual", Long.class);

    /** The least number that is allowed. */
    public static final Datum<Long> MIN = new Datum<>("min", Long.class);

    /** The greatest number that is allowed. */
    public static final Datum<Long> MAX = new Datum<>("max", Long.class);

    /** What kind of value is expected. */
    public static final Datum<Kind> KIND = new Datum<>("kind", Kind.class);

    /** The number that is expected. */
    public static final Datum<Long> EXPECTED = new Datum<>("expected", Long.class);

    /** The values that are allowed. */
    public static final Datum<List<String>> CHOICES = new Datum<>("choices", List.class);

    /** A character that is not allowed, as its code point. */
    public static final Datum<Integer> CHARACTER = new Datum<>("character", Integer.class);

    /** What is wrong with a list of ports. */
    public static final Datum<PortFault> FAULT = new Datum<>("fault", PortFault.class);

    /** The item of a list of ports that is at fault. */
    public static final Datum<String> ITEM = new Datum<>("item", String.class);

    /** The address of a bind row, as its choice on the wire. */
    public static final Datum<String> ADDRESS = new Datum<>("address", String.class);

    /** The other place of the input that takes part in a clash. */
    public static final Datum<Path> OTHER = new Datum<>("other", Path.class);

    /** The stored object that has a name already. */
    public static final Datum<Long> EXISTING_ID = new Datum<>("existing_id", Long.class);

    /** The service template, or the service category, that belongs to another business. */
    public static final Datum<Long> OWNED_ID = new Datum<>("owned_id", Long.class);

    /** The second part of a function key. */
    public static final Datum<String> START_PARAMETER = new Datum<>("start_parameter", String.class);

    /** The value that an instance is locked to. */
    public static final Datum<String> LOCKED = new Datum<>("locked", String.class);

    /** The process name of a template. */
    public static final Datum<String> TEMPLATE = new Datum<>("template", String.class);

    /** The name of a field, or of what was taken for one. */
    public static final Datum<String> KEY = new Datum<>("key", String.class);

    /** Where the setting of an older key lives now. */
    public static final Datum<String> REPLACEMENT = new Datum<>("replacement", String.class);

    /** What names of one kind may look like. */
    public static final Datum<NameRule> NAME_RULE = new Datum<>("name_rule", NameRule.class);

    /** The value that stays whatever is sent. */
    public static final Datum<String> KEPT = new Datum<>("kept", String.class);

    /** The parameters of which one is needed. */
    public static final Datum<List<String>> ANY_OF = new Datum<>("any_of", List.class);

    private final String name;
    private final Class<? super T> type;

    private Datum(String name, Class<? super T> type) {
        this.name = name;
        this.type = type;
    }

    /** The name of something that none of the constants stands for; equal to no other. */
    public static <T> Datum<T> named(String name, Class<? super T> type) {
        return new Datum<>(name, type);
    }

    /** The name, in small letters and underscores. */
    public String name() {
        return name;
    }

    /** {@code value}, which is of this type. */
    @SuppressWarnings("unchecked") // only the type arguments are not looked at
    T cast(Object value) {
        return (T) type.cast(value);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
