package io.proctemplate.bootstrap;

import io.proctemplate.adapter.jdbc.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.api.Trigger;

/**
 * Keeps everybody who inserts a process template waiting within the statement until {@link #release}. Unlike a lock it is
 * not bounded by the time-out for locks, so a test can look around meanwhile.
 */
abstract class HeldInserts implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Connection connection;

    private HeldInserts(Database.Config database) throws SQLException {
        this.connection = DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    static HeldInserts in(Database.Config database) throws SQLException {
        return database.url().startsWith("jdbc:h2:") ? new InH2(database) : new InPostgresql(database);
    }

    /** Comes back when so many are held. */
    void await(int held) throws SQLException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (held() < held) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("only " + held() + " of " + held + " are held");
            }
            Thread.onSpinWait();
        }
    }

    abstract int held() throws SQLException;

    /** Lets those who are held go on, and others pass. */
    abstract void release() throws SQLException;

    /** One number. */
    int number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            release();
        }
    }

    private static final class InPostgresql extends HeldInserts {
        InPostgresql(Database.Config database) throws SQLException {
            super(database);
            execute("SELECT pg_advisory_lock(4711)");
            execute("""
                    CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = 0 AS $$ BEGIN
                        PERFORM pg_advisory_xact_lock_shared(4711);
                        RETURN NULL;
                    END $$""");
            execute("CREATE TRIGGER held AFTER INSERT ON process_template FOR EACH STATEMENT EXECUTE FUNCTION hold()");
        }

        @Override
        int held() throws SQLException {
            return number("""
                    SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""");
        }

        @Override
        void release() throws SQLException {
            execute("SELECT pg_advisory_unlock_all()");
        }
    }

    private static final class InH2 extends HeldInserts {
        private static final AtomicInteger COUNT = new AtomicInteger();

        private final Door door = new Door();

        InH2(Database.Config database) throws SQLException {
            super(database);
            String name = "HELD_" + COUNT.incrementAndGet();
            Hold.DOORS.put(name, door);
            execute("CREATE TRIGGER " + name + " BEFORE INSERT ON process_template FOR EACH ROW CALL '"
                    + Hold.class.getName() + "'");
        }

        @Override
        int held() {
            return door.waiting.get();
        }

        @Override
        void release() {
            door.open.countDown();
        }
    }

    private static final class Door {
        private final AtomicInteger waiting = new AtomicInteger();
        private final CountDownLatch open = new CountDownLatch(1);

        void pass() {
            waiting.incrementAndGet();
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                waiting.decrementAndGet();
            }
        }
    }

    /** H2 makes one for each trigger and knows nothing of the test. */
    public static final class Hold implements Trigger {
        private static final Map<String, Door> DOORS = new ConcurrentHashMap<>();

        private Door door = new Door();

        @Override
        public void init(
                Connection connection, String schema, String name, String table, boolean before, int operation) {
            door = DOORS.getOrDefault(name, door);
        }

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            door.pass();
        }
    }
}
