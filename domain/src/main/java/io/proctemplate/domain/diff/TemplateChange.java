package io.proctemplate.domain.diff;

import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.BindRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which a template differs from another.
 *
 * <pre>{@code
 * boolean rowsGone = diff.changes().stream().anyMatch(TemplateChange.RowRemoved.class::isInstance);
 * }</pre>
 *
 * @since 0.1.0
 */
public sealed interface TemplateChange {

    /** Hands this change to the one case that fits it. */
    <R> R fold(Cases<R> cases);

    /** One method for each kind of change. */
    interface Cases<R> {
        /** A field of the process. */
        R field(FieldChanged change);

        /** A field of a row that both have. */
        R rowField(RowFieldChanged change);

        /** A row that is new. */
        R rowAdded(RowAdded change);

        /** A row that is gone. */
        R rowRemoved(RowRemoved change);

        /** The rows that both have, in another order. */
        R rowsReordered(RowsReordered change);

        /** The rows as a whole. */
        R bindInfo(BindInfoChanged change);
    }

    /**
     * What a field has in one template.
     *
     * @param value null for none
     * @param lock what was said about the lock
     */
    record State(@Nullable Scalar value, Lock lock) {}

    /** A field of the process has another value, or another lock. */
    record FieldChanged(Field<?> field, State before, State after) implements TemplateChange {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.field(this);
        }
    }

    /** A field of the row that both templates have under one row id has another value, or another lock. */
    record RowFieldChanged(long rowId, Field<?> field, State before, State after) implements TemplateChange {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.rowField(this);
        }
    }

    /** The later template has a row that the earlier one has not. */
    record RowAdded(BindRow row) implements TemplateChange {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.rowAdded(this);
        }
    }

    /** The earlier template has a row that the later one has not. */
    record RowRemoved(BindRow row) implements TemplateChange {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.rowRemoved(this);
        }
    }

    /** The rows that both templates have stand in another order; both as row ids. */
    record RowsReordered(List<Long> before, List<Long> after) implements TemplateChange {
        /** Copies the lists. */
        public RowsReordered {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.rowsReordered(this);
        }
    }

    /**
     * The rows as a whole have another lock, or there is a list of them in one template only.
     *
     * @param listBefore whether the earlier template has a list of rows, be it empty
     * @param listAfter whether the later one has
     */
    record BindInfoChanged(boolean listBefore, Lock lockBefore, boolean listAfter, Lock lockAfter)
            implements TemplateChange {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.bindInfo(this);
        }
    }
}
