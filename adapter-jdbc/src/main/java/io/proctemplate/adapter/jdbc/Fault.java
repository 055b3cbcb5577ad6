package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.OutcomeUnknown;
import io.proctemplate.application.spi.StorageBusy;
import io.proctemplate.application.spi.StorageFailure;
import io.proctemplate.application.spi.StorageFailure.Operation;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why a unit failed, read from the SQLState; the states of the engines do not contradict each other. */
final class Fault {
    private static final Logger LOG = LoggerFactory.getLogger(Fault.class);

    /** The other one of two units that got into each other's way goes on; this one may simply be done again. */
    private static final Set<String> RETRYABLE = Set.of(
            "40001", // serialization failure; on H2 a deadlock too
            "40P01", // PostgreSQL: deadlock
            "90131"); // H2: row was changed at the same time

    private static final Set<String> BUSY = Set.of(
            "HYT00", // H2: lock not had in time
            "55P03", // PostgreSQL: lock not had in time
            "57014", // PostgreSQL: statement took too long
            "53300"); // PostgreSQL: no connection left

    /** PostgreSQL: shut down, or connection ended by an administrator; never told to a statement that was kept. */
    private static final String ENDED = "57P01";

    private static final Set<String> CUT_OFF = Set.of(
            ENDED,
            "57P02", // PostgreSQL: crashed
            "57P03", // PostgreSQL: starting up
            "25P03", // PostgreSQL: transaction idle for too long
            Engine.H2_CLOSED);

    private static final String CONNECTION_CLASS = "08";
    private static final String CONSTRAINT_CLASS = "23";

    /** The database does not know itself whether it has kept what it was told to. */
    private static final String COMPLETION_UNKNOWN = "40003";

    /**
     * What an engine says that has taken a unit back: constraint, state of the transaction, rollback, resources; but for
     * {@link #COMPLETION_UNKNOWN}, which is of a class of these.
     */
    private static final Set<String> TAKEN_BACK_CLASSES = Set.of(CONSTRAINT_CLASS, "25", "40", "53");

    private final JdbiException exception;
    private final Stage stage;
    private final SQLException sql;

    /** How far a unit had come. */
    enum Stage {
        /** Nothing of it can have been kept. */
        DOING,
        /** It was done and was to be kept. */
        COMMITTING,
        /** Each of its statements is kept as soon as it is done. */
        AT_ONCE
    }

    Fault(JdbiException exception, Stage stage) {
        this.exception = exception;
        this.stage = stage;
        this.sql = sqlException(exception);
    }

    private static SQLException sqlException(Throwable exception) {
        return cause(exception, SQLException.class).orElseGet(() -> new SQLException(exception));
    }

    private static <T> Optional<T> cause(Throwable exception, Class<T> type) {
        return Stream.iterate(exception, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** Whether a constraint refused what was to be kept: because of what others have kept. */
    static boolean isConstraint(JdbiException exception) {
        return new Fault(exception, Stage.DOING).brokeConstraint();
    }

    /** Whether the unit may succeed if it is done again. */
    boolean isRetryable() {
        return lostToAnother()
                || wasCutOff()
                || isBreachOf(NamedConstraint.PK_PROCESS_TEMPLATE)
                || isBreachOf(NamedConstraint.PK_AUDIT_EVENT);
    }

    boolean isBreachOf(NamedConstraint constraint) {
        return brokenConstraint().equals(Optional.of(constraint));
    }

    /** Whether the connection was lost, and nothing with it. To get none at all has been waited for already. */
    private boolean wasCutOff() {
        return !mayBeKept() && stage != Stage.COMMITTING && lostConnection();
    }

    private boolean lostConnection() {
        return !(exception instanceof ConnectionException)
                && (CUT_OFF.contains(state()) || state().startsWith(CONNECTION_CLASS));
    }

    /** Whether the unit may have been kept all the same. */
    private boolean mayBeKept() {
        return switch (stage) {
            case DOING -> false;
            case COMMITTING -> !wasTakenBack();
            case AT_ONCE -> !isQuery() && (isCompletionUnknown() || (lostConnection() && !state().equals(ENDED)));
        };
    }

    private boolean wasTakenBack() {
        return !isCompletionUnknown() && TAKEN_BACK_CLASSES.stream().anyMatch(state()::startsWith);
    }

    private boolean isCompletionUnknown() {
        return state().equals(COMPLETION_UNKNOWN);
    }

    private boolean lostToAnother() {
        return RETRYABLE.contains(state());
    }

    /** Lets operators see how often units meet. */
    void logRetry() {
        LOG.info("Unit done again after SQLState {}", state());
    }

    private String state() {
        return Objects.requireNonNullElse(sql.getSQLState(), "");
    }

    /**
     * What the application is told; logged here if an operator should know, without any value.
     *
     * @param unit what the unit was for; a query that failed was reading all the same
     */
    RuntimeException told(Operation unit) {
        if (mayBeKept()) {
            LOG.error("Commit without an answer, unit kept or not: {}", description());
            return new OutcomeUnknown(exception);
        }
        Operation operation = isQuery() ? Operation.READ : unit;
        Optional<Constraint> rule = brokenConstraint().flatMap(NamedConstraint::meaning);
        if (rule.isPresent()) {
            return new Conflict(rule.get(), exception);
        }
        if (isBusy()) {
            LOG.warn("Database busy, unit given up: {}", description());
            return new StorageBusy(exception);
        }
        LOG.error("Database failed ({}): {}", operation, description());
        return new StorageFailure(operation, exception);
    }

    private boolean isQuery() {
        return statement().startsWith("SELECT");
    }

    private String statement() {
        return exception instanceof StatementException failed && failed.getStatementContext() != null
                ? failed.getStatementContext().getRawSql()
                : "none";
    }

    private boolean brokeConstraint() {
        return state().startsWith(CONSTRAINT_CLASS);
    }

    private Optional<NamedConstraint> brokenConstraint() {
        return brokeConstraint() ? NamedConstraint.namedIn(String.valueOf(sql.getMessage())) : Optional.empty();
    }

    private boolean isBusy() {
        boolean poolExhausted = sql instanceof SQLTransientConnectionException && sql.getCause() == null;
        return poolExhausted || lostToAnother() || BUSY.contains(state());
    }

    /** Drivers put values into their messages, so none is shown but what the operating system says of a disk or network. */
    private String description() {
        return exception.getClass().getSimpleName() + ", " + sql.getClass().getSimpleName() + ", SQLState " + state()
                + ", code " + sql.getErrorCode()
                + cause(sql, IOException.class).map(io -> ", " + io).orElse("") + ", statement: "
                + statement().replaceAll("\\s+", " ");
    }
}
