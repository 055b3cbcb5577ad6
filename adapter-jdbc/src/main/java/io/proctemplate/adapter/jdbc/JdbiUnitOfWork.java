package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.adapter.jdbc.Fault.Stage;
import io.proctemplate.application.spi.StorageFailure.Operation;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.UnitOfWork;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * Units of work as transactions. A unit that the database gave up for the sake of another (deadlock, serialization), or
 * that lost its connection before it was to be kept, is done again, a bounded number of times: nothing of it was kept, and
 * it is a function of the stores alone.
 */
final class JdbiUnitOfWork implements UnitOfWork {
    private static final int ATTEMPTS = 5;

    private final Jdbi jdbi;
    private final Transactions transactions;
    private final Commits commits;
    private final Statements statements;
    private final TemplateIds templateIds = new TemplateIds();

    JdbiUnitOfWork(DataSource dataSource, Engine engine, Config config) {
        this.jdbi = Jdbi.create(dataSource);
        this.transactions = new Transactions(engine, config);
        this.commits = engine.commits(config);
        this.statements = new Statements(engine);
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    @Override
    public <R> R writeIf(Predicate<R> isKept, Function<Stores, R> work) {
        return attempt(
                Operation.WRITE,
                (handle, progress) -> commits.durably(
                        handle,
                        () -> commits.exclusively(() -> transactions.write(handle, (open, serverRun) -> {
                            R done = work.apply(stores(open, serverRun));
                            if (isKept.test(done)) {
                                progress.stage = Stage.COMMITTING;
                                commits.committing();
                            } else {
                                open.rollback();
                            }
                            return done;
                        }))),
                ATTEMPTS);
    }

    @Override
    public <R> R writeAtOnce(Function<Stores, R> work) {
        return transactions.isAtOnce()
                ? attempt(
                        Operation.WRITE,
                        (handle, progress) -> {
                            progress.stage = Stage.AT_ONCE;
                            return work.apply(stores(handle, () -> transactions.serverRun(handle)));
                        },
                        ATTEMPTS)
                : write(work);
    }

    @Override
    public <R> R read(Function<Stores, R> work) {
        return attempt(
                Operation.READ,
                (handle, progress) -> commits.durably(
                        handle,
                        () -> transactions.read(
                                handle, open -> work.apply(stores(open, () -> transactions.serverRun(open))))),
                ATTEMPTS);
    }

    private Stores stores(Handle handle, Supplier<String> serverRun) {
        return new HandleStores(handle, statements, templateIds, serverRun);
    }

    private interface Transaction<R> {
        R on(Handle handle, Progress progress);
    }

    /** How far a unit has come, for whoever finds it broken off. */
    private static final class Progress {
        private Stage stage = Stage.DOING;
    }

    private <R> R attempt(Operation operation, Transaction<R> transaction, int attempts) {
        Progress progress = new Progress();
        try (Handle handle = jdbi.open()) {
            return transaction.on(handle, progress);
        } catch (JdbiException e) {
            Fault fault = new Fault(e, progress.stage);
            if (!fault.isRetryable() || attempts == 1) {
                throw fault.told(operation);
            }
            fault.logRetry();
            return attempt(operation, again(transaction, fault), attempts - 1);
        }
    }

    /** With other ids, if those it took were given before. */
    private <R> Transaction<R> again(Transaction<R> transaction, Fault fault) {
        if (fault.isBreachOf(NamedConstraint.PK_PROCESS_TEMPLATE)) {
            templateIds.drop();
        }
        if (!fault.isBreachOf(NamedConstraint.PK_AUDIT_EVENT)) {
            return transaction;
        }
        return (handle, progress) -> {
            IdSequence.AUDIT_EVENT.next(handle, statements.engine());
            return transaction.on(handle, progress);
        };
    }
}
