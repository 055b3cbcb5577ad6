package io.proctemplate.bootstrap;

import io.proctemplate.adapter.cli.Commands;
import io.proctemplate.adapter.cli.Commands.Surroundings;
import io.proctemplate.adapter.cli.Commands.Unavailable;
import io.proctemplate.adapter.control.ControlSocket;
import io.proctemplate.adapter.control.ControlSocket.Reply;
import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.application.Application;
import io.proctemplate.application.api.Administration;
import io.proctemplate.wire.text.Language;
import io.proctemplate.wire.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What commands on the database work with, put together: here, or within the server that holds the file. */
final class AdministrationGraph {
    private static final int FAILED = 1;
    private static final int BAD_SETTINGS = 2;

    private AdministrationGraph() {}

    /** By the server that owns the database's file, if one runs; else here. */
    static int run(SettingArguments arguments) {
        Logging.besideAnswers();
        try {
            Settings settings =
                    SettingsReader.read(Flags.parse(arguments.settings().toArray(String[]::new)), System.getenv());
            Database.Config config = Server.database(settings);
            Optional<Reply> reply = arguments.asksForHelp()
                    ? Optional.empty()
                    : config.file().flatMap(file -> ControlSocket.ask(file, arguments.command()));
            return reply.map(AdministrationGraph::repeat).orElseGet(() -> here(config, arguments.command()));
        } catch (BadSettings e) {
            return ended(BAD_SETTINGS, e);
        } catch (ControlSocket.Unusable e) {
            return ended(FAILED, e);
        }
    }

    private static int ended(int status, RuntimeException reason) {
        System.err.println("proctemplate: " + reason.getMessage());
        return status;
    }

    private static int repeat(Reply reply) {
        utf8(System.out).print(reply.out());
        utf8(System.err).print(reply.err());
        return reply.status();
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static int here(Database.Config config, List<String> command) {
        try (OnDemand database = new OnDemand(config)) {
            return Commands.run(
                    new Surroundings(
                            Path.of(""), System.in, System.out, System.err, Messages.in(Language.EN)::of, database),
                    command.toArray(String[]::new));
        }
    }

    private static Administration administration(Database database) {
        SecureRandom random = new SecureRandom();
        return Application.administration(database.unitOfWork(), Clock.systemUTC(), count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        });
    }

    /** A database that is opened when a command asks for it. */
    private static final class OnDemand implements Supplier<Administration>, AutoCloseable {
        private final Database.Config config;
        private @Nullable Database database;

        OnDemand(Database.Config config) {
            this.config = config;
        }

        @Override
        public Administration get() {
            try {
                database = Database.open(config.withPoolSize(1));
                return administration(database);
            } catch (Database.Unusable e) {
                throw new Unavailable(String.valueOf(e.getMessage()), e);
            }
        }

        @Override
        public void close() {
            if (database != null) {
                database.close();
            }
        }
    }

    /** Carries out commands within a server, for whoever reaches its socket, and logs what was done. */
    static final class OnServer implements Function<List<String>, Reply> {
        private static final Logger LOG = LoggerFactory.getLogger(AdministrationGraph.class);

        private final Administration administration;

        OnServer(Database database) {
            this.administration = administration(database);
        }

        @Override
        public Reply apply(List<String> words) {
            if (words.isEmpty() || !Commands.administers(words.get(0))) {
                return new Reply(BAD_SETTINGS, "", "proctemplate: the server knows no such command\n");
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int status = Commands.run(
                    new Surroundings(
                            Path.of(""),
                            InputStream.nullInputStream(),
                            new PrintStream(out, true, StandardCharsets.UTF_8),
                            new PrintStream(err, true, StandardCharsets.UTF_8),
                            Messages.in(Language.EN)::of,
                            () -> administration),
                    words.toArray(String[]::new));
            LOG.info("a command of the operator ({}) ended with status {}", loggable(words, status), status);
            return new Reply(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }

        /** The words of one that was carried out are names, rights and ids; elsewhere anything may stand, a secret too. */
        private static String loggable(List<String> words, int status) {
            return status == 0 ? String.join(" ", words) : words.get(0);
        }
    }
}
