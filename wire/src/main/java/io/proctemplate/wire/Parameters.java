package io.proctemplate.wire;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.SupplierAccounts;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule.Check;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one call as they are read one by one; what is wrong with one is gathered, null stands for a parameter
 * that was not sent. Null on the wire counts as not sent. For one thread.
 */
final class Parameters {
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,18})");

    private final Node.Mapping body;
    private final Path at;
    private final Violations.Collector out;
    private final Set<String> known = new HashSet<>();

    private Parameters(Node.Mapping body, Path at, Violations.Collector out) {
        this.body = body;
        this.at = at;
        this.out = out;
    }

    /** The parameters that {@code body} holds, credentials taken out. */
    static Parameters of(Node.Mapping body) {
        return new Parameters(body, Path.root(), new Violations.Collector());
    }

    /** The members of a parameter that is an object itself. */
    Parameters within(String name) {
        Node.Mapping sent = object(name);
        return new Parameters(sent == null ? new Node.Mapping.Builder().build() : sent, at(name), out);
    }

    /** What {@code make} makes of the parameters, all of which have been read, and of the warnings; nothing is wrong. */
    <T> Validated<T> validated(Function<Violations, T> make) {
        warnOfUnknown();
        return out.errorCount() == 0
                ? new Validated.Valid<>(make.apply(out.warnings()), out.warnings())
                : new Validated.Invalid<>(out.errors(), out.warnings());
    }

    /**
     * What {@code make} makes of the parameters, all of which have been read, of what is wrong with values and of the
     * warnings; types, missing parameters and numbers of things are right.
     */
    <T> Validated<T> validated(BiFunction<Violations, Violations, T> make) {
        return validated(Violations.none(), Violations.none(), make);
    }

    /** {@link #validated(BiFunction)} with what was found in a part that was read elsewhere. */
    <T> Validated<T> validated(Violations inPart, Violations partWarnings, BiFunction<Violations, Violations, T> make) {
        warnOfUnknown();
        Violations violations = out.errors().and(inPart);
        Violations warnings = out.warnings().and(partWarnings);
        return violations.anyIn(Check.SHAPE) || violations.anyIn(Check.LIMIT)
                ? new Validated.Invalid<>(violations, warnings)
                : new Validated.Valid<>(make.apply(violations, warnings), warnings);
    }

    /** The place of a parameter. */
    Path at(String name) {
        return at.member(name);
    }

    /** Gathers what is wrong with the parameters. */
    Violations.Collector out() {
        return out;
    }

    /** Whatever was sent under {@code name}. */
    Node node(String name) {
        known.add(name);
        Node sent = body.find(name);
        return sent == null ? Node.Null.NULL : sent;
    }

    boolean isSent(String name) {
        return node(name) != Node.Null.NULL;
    }

    /** Whether something was sent that is not an empty list. */
    boolean isFilled(String name) {
        return isSent(name)
                && !(node(name) instanceof Node.Sequence list && list.items().isEmpty());
    }

    /** Reports a parameter of the call that was not sent. */
    void require(String name) {
        if (!isSent(name)) {
            out.error(Violation.missingParameter(at(name)));
        }
    }

    @Nullable
    Long integer(String name) {
        return integer(node(name), at(name));
    }

    /** An integer that must be sent; 0 after a report if it was not. */
    long requiredInteger(String name) {
        require(name);
        Long number = integer(name);
        return number == null ? 0 : number;
    }

    @Nullable
    String text(String name) {
        Node sent = node(name);
        if (sent instanceof Scalar.Text text) {
            return text.value();
        }
        if (sent instanceof Node.Plain plain) {
            return plain.text();
        }
        reportUnlessNull(sent, Kind.TEXT, at(name));
        return null;
    }

    String textOrEmpty(String name) {
        String text = text(name);
        return text == null ? "" : text;
    }

    /** The supplier account of what is created, the default one if none was sent. */
    String supplierAccount() {
        String account = SupplierAccounts.orDefault(textOrEmpty(SupplierAccounts.PARAMETER));
        SupplierAccounts.check(account, at(SupplierAccounts.PARAMETER), out);
        return account;
    }

    boolean flag(String name) {
        Node sent = node(name);
        if (sent instanceof Scalar.Flag flag) {
            return flag.value();
        }
        if (sent instanceof Node.Plain plain
                && (plain.text().equals("true") || plain.text().equals("false"))) {
            return plain.text().equals("true");
        }
        reportUnlessNull(sent, Kind.FLAG, at(name));
        return false;
    }

    Node.@Nullable Mapping object(String name) {
        Node sent = node(name);
        if (sent instanceof Node.Mapping mapping) {
            return mapping;
        }
        reportUnlessNull(sent, Kind.OBJECT, at(name));
        return null;
    }

    Node.@Nullable Sequence list(String name) {
        Node sent = node(name);
        if (sent instanceof Node.Sequence sequence) {
            return sequence;
        }
        reportUnlessNull(sent, Kind.LIST, at(name));
        return null;
    }

    /** A list of integers, each once, of at most {@code max}; null if it was not sent. */
    @Nullable
    List<Long> integers(String name, int max) {
        Node.Sequence sent = list(name);
        if (sent == null) {
            return null;
        }
        Set<Long> numbers = new LinkedHashSet<>();
        for (int i = 0; i < sent.items().size(); i++) {
            Path place = at(name).item(i);
            Long number = integer(sent.items().get(i), place);
            if (number != null) {
                numbers.add(number);
            } else if (sent.items().get(i) == Node.Null.NULL) {
                out.error(Violation.wrongType(place, Kind.INTEGER, Node.Null.NULL.excerpt()));
            }
        }
        if (sent.items().size() > max) {
            out.error(Violation.tooMany(at(name), max, sent.items().size()));
        }
        return new ArrayList<>(numbers);
    }

    private void warnOfUnknown() {
        if (!known.contains(SupplierAccounts.PARAMETER)) {
            text(SupplierAccounts.PARAMETER); // a general parameter: clients send it with every call
        }
        for (int i = 0; i < body.size(); i++) {
            if (!known.contains(body.name(i))) {
                out.warning(Violation.unknownKey(at(body.name(i)), body.name(i)));
            }
        }
    }

    private @Nullable Long integer(Node sent, Path place) {
        if (sent instanceof Scalar.Number number) {
            return number.value();
        }
        Long decimal = sent instanceof Node.Plain plain ? decimal(plain.text()) : null;
        if (decimal == null) {
            reportUnlessNull(sent, Kind.INTEGER, place);
        }
        return decimal;
    }

    private static @Nullable Long decimal(String text) {
        try {
            return DECIMAL.matcher(text).matches() ? Long.valueOf(text) : null;
        } catch (NumberFormatException beyondInt64) {
            return null;
        }
    }

    private void reportUnlessNull(Node sent, Kind expected, Path place) {
        if (sent != Node.Null.NULL) {
            out.error(Violation.wrongType(place, expected, sent.excerpt()));
        }
    }
}
