package io.proctemplate.domain.field;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.PortFault;
import io.proctemplate.domain.violation.Violations;

/**
 * A rule about one field's value, looked at when a template is written, never when a stored one is read: tightening a
 * constraint leaves stored templates readable.
 *
 * <pre>{@code
 * Violations.Collector out = new Violations.Collector();
 * new Constraint.Range(1, 600).check(0L, Path.root().member("bk_start_check_secs"), out);
 * boolean refused = out.errorCount() > 0;
 * }</pre>
 *
 * @since 0.1.0
 */
public sealed interface Constraint<T> {

    /** Reports to {@code out} if {@code value} breaks the rule. */
    void check(T value, Path at, Violations.Collector out);

    /** At most {@code bytes} bytes of UTF-8, what instances of the API allow. */
    record MaxBytes(int bytes) implements Constraint<String> {
        @Override
        public void check(String value, Path at, Violations.Collector out) {
            int actual = Texts.utf8Length(value);
            if (actual > bytes) {
                out.error(Violation.tooLong(at, bytes, actual, value));
            }
        }
    }

    /** A text that every part of the system can carry: no NUL, no lone surrogate. */
    record Storable() implements Constraint<String> {
        @Override
        public void check(String value, Path at, Violations.Collector out) {
            Texts.checkStorable(value, at, out);
        }
    }

    /** A text that travels unharmed: {@link Storable}, and no white space around it. */
    record WellFormed() implements Constraint<String> {
        @Override
        public void check(String value, Path at, Violations.Collector out) {
            Texts.check(value, at, out);
        }
    }

    /** In {@code min…max}, both included. */
    record Range(long min, long max) implements Constraint<Long> {
        @Override
        public void check(Long value, Path at, Violations.Collector out) {
            if (value < min || value > max) {
                out.error(Violation.outOfRange(at, min, max, value));
            }
        }
    }

    /** No two items share a port. */
    record Disjoint() implements Constraint<Ports> {
        @Override
        public void check(Ports value, Path at, Violations.Collector out) {
            value.firstOverlap()
                    .ifPresent(range -> out.error(
                            Violation.invalidPorts(at, PortFault.OVERLAP, range.toString(), value.toString())));
        }
    }
}
