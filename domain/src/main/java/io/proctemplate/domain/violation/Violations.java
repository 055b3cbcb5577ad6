package io.proctemplate.domain.violation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All violations (or all warnings) of one input, in the order of the input. Immutable.
 *
 * <pre>{@code
 * Violations violations =
 *         ProcessProperty.draft(new Node.Mapping.Builder().build()).violations();
 * Violation spokesman = violations.first(); // the one that answers the request
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Violations implements Iterable<Violation> {
    private static final Violations NONE = new Violations(List.of());

    private static final Comparator<Violation> IN_DOCUMENT = Comparator.comparingInt(
            violation -> violation.path().outermostIndex().orElse(-1));
    private static final Comparator<Violation> IN_CHECK_ORDER = Comparator.<Violation, Rule.Check>comparing(
                    violation -> violation.rule().check())
            .thenComparing(violation -> violation.rule() == Rule.MISSING_PARAMETER)
            .thenComparing(IN_DOCUMENT)
            .thenComparingInt(Violations::rankInItem);

    private final List<Violation> all;

    private Violations(List<Violation> all) {
        this.all = all;
    }

    /** Nothing. */
    public static Violations none() {
        return NONE;
    }

    /** Puts {@code violations} into the order of the input; those of one item keep their given order. */
    public static Violations of(List<Violation> violations) {
        return violations.isEmpty()
                ? NONE
                : new Violations(violations.stream().sorted(IN_DOCUMENT).toList());
    }

    /** These and those, in the order of the input. */
    public Violations and(Violations others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        return of(Stream.concat(all.stream(), others.all.stream()).toList());
    }

    /** These but for those of one rule. */
    public Violations without(Rule rule) {
        return of(all.stream().filter(violation -> violation.rule() != rule).toList());
    }

    /** Those of one rule. */
    public Violations only(Rule rule) {
        return of(all.stream().filter(violation -> violation.rule() == rule).toList());
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** All of them, in the order of the input. */
    public List<Violation> list() {
        return all;
    }

    /** Whether any was found in this step of the checks. */
    public boolean anyIn(Rule.Check check) {
        return all.stream().anyMatch(violation -> violation.rule().check() == check);
    }

    /**
     * The one that speaks for all: the first in the order of the checks.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public Violation first() {
        return all.stream().min(IN_CHECK_ORDER).orElseThrow();
    }

    /** Within one process: bind rows, then names, then lengths, then the rest. */
    private static int rankInItem(Violation violation) {
        if (violation.path().isInRow()) {
            return 0;
        }
        if (violation.rule() == Rule.MISSING) {
            return 1;
        }
        return violation.rule() == Rule.TOO_LONG ? 2 : 3;
    }

    @Override
    public Iterator<Violation> iterator() {
        return all.iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Violations violations && all.equals(violations.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return all.toString();
    }

    /**
     * Gathers violations and warnings while an input is read. Keeps the first {@value #KEPT} of each, far more than an
     * honest request can earn, and counts the rest: a hostile one must not grow the answer, or the memory, without end.
     * For one thread, for one input.
     */
    public static final class Collector {
        /** How many violations, and how many warnings, are kept at most. */
        public static final int KEPT = 10_000;

        private final List<Violation> errors = new ArrayList<>(0);
        private final List<Violation> warnings = new ArrayList<>(0);
        private Rule.Check earliest = Rule.Check.UNIQUE;
        private int errorCount;

        /** Notes that the input is refused because of {@code violation}. */
        public void error(Violation violation) {
            errorCount++;
            boolean speaksFirst = violation.rule().check().compareTo(earliest) < 0;
            if (errors.size() < KEPT) {
                errors.add(violation);
            } else if (speaksFirst) {
                // What speaks for all must not be lost to the limit.
                errors.set(KEPT - 1, violation);
            }
            earliest = speaksFirst ? violation.rule().check() : earliest;
        }

        /** Notes something the sender should know; the input is accepted all the same. */
        public void warning(Violation violation) {
            if (warnings.size() < KEPT) {
                warnings.add(violation);
            }
        }

        /** How many errors so far: compare before and after to know whether a part was fine. */
        public int errorCount() {
            return errorCount;
        }

        /** The errors kept so far. */
        public Violations errors() {
            return of(errors);
        }

        /** The warnings kept so far. */
        public Violations warnings() {
            return of(warnings);
        }
    }
}
