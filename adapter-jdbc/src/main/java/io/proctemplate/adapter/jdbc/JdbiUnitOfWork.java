package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.StorageFailure.Operation;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.UnitOfWork;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * Units of work as transactions. A unit that the database gave up for the sake of another (deadlock, serialization) is
 * done again, a bounded number of times: nothing of it was kept, and it is a function of the stores alone.
 */
final class JdbiUnitOfWork implements UnitOfWork {
    private static final int ATTEMPTS = 5;

    private final Jdbi jdbi;
    private final Engine engine;
    private final Statements statements;
    private final TemplateIds templateIds = new TemplateIds();

    JdbiUnitOfWork(DataSource dataSource, Engine engine) {
        this.jdbi = Jdbi.create(dataSource);
        this.engine = engine;
        this.statements = new Statements(engine);
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    @Override
    public <R> R write(Function<Stores, R> work) {
        return attempt(Operation.WRITE, handle -> handle.inTransaction(open -> work.apply(stores(open))), ATTEMPTS);
    }

    @Override
    public <R> R read(Function<Stores, R> work) {
        return attempt(Operation.READ, handle -> engine.read(handle, open -> work.apply(stores(open))), ATTEMPTS);
    }

    private Stores stores(Handle handle) {
        return new HandleStores(handle, statements, templateIds);
    }

    private <R> R attempt(Operation operation, Function<Handle, R> transaction, int attempts) {
        try (Handle handle = jdbi.open()) {
            return transaction.apply(handle);
        } catch (JdbiException e) {
            Fault fault = new Fault(e);
            if (!fault.isRetryable() || attempts == 1) {
                throw fault.told(operation);
            }
            fault.logRetry();
        }
        return attempt(operation, transaction, attempts - 1);
    }
}
