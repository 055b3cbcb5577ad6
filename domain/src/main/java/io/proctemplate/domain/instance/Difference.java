package io.proctemplate.domain.instance;

import io.proctemplate.domain.field.BindAddress;
import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which a process is not what its template says; a synchronisation undoes it.
 *
 * <pre>{@code
 * List<Difference> differences = Instances.drift(template, bare, host).differences();
 * boolean lacksRows = differences.stream().anyMatch(Difference.RowMissing.class::isInstance);
 * }</pre>
 *
 * @since 0.1.0
 */
public sealed interface Difference {

    /** Hands this difference to the one case that fits it. */
    <R> R fold(Cases<R> cases);

    /** One method for each kind of difference. */
    interface Cases<R> {
        /** A locked field of the process. */
        R field(FieldDiffers difference);

        /** A locked field of a row. */
        R rowField(RowFieldDiffers difference);

        /** A locked address of a row. */
        R address(AddressDiffers difference);

        /** A row too few. */
        R rowMissing(RowMissing difference);

        /** A row too many. */
        R rowUnexpected(RowUnexpected difference);

        /** The rows in another order. */
        R rowsOutOfOrder(RowsOutOfOrder difference);
    }

    /**
     * A locked field of the process has another value.
     *
     * @param locked the template's value, null for none
     * @param actual the process's value, null for none
     */
    record FieldDiffers(
            Field<?> field,
            @Nullable Scalar locked,
            @Nullable Scalar actual) implements Difference {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.field(this);
        }
    }

    /**
     * A locked field of a row, other than its address, has another value.
     *
     * @param locked the value an instance of the template's row has, null for none
     * @param actual the row's value, null for none
     */
    record RowFieldDiffers(
            long templateRowId,
            Field<?> field,
            @Nullable Scalar locked,
            @Nullable Scalar actual) implements Difference {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.rowField(this);
        }
    }

    /**
     * The locked address of a row is another one.
     *
     * @param source the template's choice, which says where the locked address comes from
     * @param locked what the choice is on the host, the empty text for none
     * @param actual the row's address, the empty text for none
     */
    record AddressDiffers(long templateRowId, BindAddress source, String locked, String actual) implements Difference {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.address(this);
        }
    }

    /**
     * The process lacks a row of the template.
     *
     * @param row what a synchronisation adds
     */
    record RowMissing(BoundRow row) implements Difference {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.rowMissing(this);
        }
    }

    /**
     * The process has a row that the template has not, or has already.
     *
     * @param row what a synchronisation takes away
     */
    record RowUnexpected(BoundRow row) implements Difference {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.rowUnexpected(this);
        }
    }

    /** The rows that are rightly there stand in another order than in the template; both as ids of template rows. */
    record RowsOutOfOrder(List<Long> template, List<Long> actual) implements Difference {
        /** Copies the lists. */
        public RowsOutOfOrder {
            template = List.copyOf(template);
            actual = List.copyOf(actual);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.rowsOutOfOrder(this);
        }
    }
}
