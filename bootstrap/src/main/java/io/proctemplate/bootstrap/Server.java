package io.proctemplate.bootstrap;

import io.proctemplate.adapter.cache.CaffeineCaches;
import io.proctemplate.adapter.control.ControlSocket;
import io.proctemplate.adapter.http.HttpServer;
import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.adapter.login.LoginService;
import io.proctemplate.application.Application;
import io.proctemplate.application.spi.PlatformLogin;
import io.proctemplate.application.spi.UnitOfWork;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: the whole object graph, on this page. */
final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Database database;
    private final HttpServer http;
    private final @Nullable ControlSocket control;

    private Server(Database database, HttpServer http, @Nullable ControlSocket control) {
        this.database = database;
        this.http = http;
        this.control = control;
    }

    /**
     * Opens the database, brings its schema up to date and serves; ready when this returns.
     *
     * @throws CannotStart if the database cannot be used or the port cannot be listened on; nothing is left open
     */
    static Server start(Settings settings) {
        if (!settings.unknownVariables().isEmpty()) {
            LOG.warn("ignored variables of the environment, which name no setting: {}", settings.unknownVariables());
        }
        try {
            Database.Config config = database(settings);
            Database database = Database.open(config);
            try {
                HttpServer http = serve(settings, database);
                ControlSocket control = takeCommands(config, database);
                LOG.info("ready at {}", address(settings, http.port()));
                return new Server(database, http, control);
            } catch (RuntimeException | Error e) {
                database.close();
                throw e;
            }
        } catch (Database.Unusable | HttpServer.CannotListen e) {
            throw new CannotStart(e);
        }
    }

    private static HttpServer serve(Settings settings, Database database) {
        UnitOfWork unitOfWork = database.unitOfWork();
        if (settings.wantsDemoData()) {
            DemoData.fill(unitOfWork);
        }
        boolean hasKnownSecrets = DemoData.isIn(unitOfWork);
        if (hasKnownSecrets && !settings.listensOnLoopback()) {
            LOG.warn(
                    "the database holds the demo data, whose secrets everybody knows, and other machines can reach it");
        }
        if (!settings.listensOnLoopback() && !settings.servesTls()) {
            LOG.warn("other machines can reach the server by plain HTTP, which shows secrets on the way; "
                    + "give it a --tls-key-store, or have a proxy speak TLS and be the only one that reaches it");
        }
        Application application =
                Application.over(unitOfWork, Clock.systemUTC(), platformLogin(settings), CaffeineCaches.onSystemTime());
        return HttpServer.start(
                http(settings, hasKnownSecrets && settings.listensOnLoopback()),
                application.access(),
                application.processTemplates(),
                application.serviceTemplates(),
                application.serviceCategories(),
                application.audit(),
                database::isReady);
    }

    private static PlatformLogin platformLogin(Settings settings) {
        Duration timeout = seconds(settings, Settings.LOGIN_TIMEOUT_SECONDS);
        int mostWaiting =
                Math.max(1, settings.number(Settings.HTTP_WORKERS) / 4); // the others serve whom it does not concern
        return settings.get(Settings.LOGIN_URL)
                .<PlatformLogin>map(address -> LoginService.at(new LoginService.Config(address, timeout, mostWaiting)))
                .orElse(PlatformLogin.NONE);
    }

    /** Nobody else can open the file of an embedded database meanwhile, so commands on it come here. */
    private static @Nullable ControlSocket takeCommands(Database.Config config, Database database) {
        try {
            Optional<Path> file = config.file();
            return file.isEmpty() ? null : ControlSocket.listen(file.get(), new AdministrationGraph.OnServer(database));
        } catch (ControlSocket.Unusable e) {
            LOG.warn("{}; commands on the database have to wait until the server is stopped", e.getMessage());
            return null;
        }
    }

    static Database.Config database(Settings settings) {
        return new Database.Config(
                settings.get(Settings.DB_URL),
                settings.get(Settings.DB_USER),
                settings.databasePassword(),
                settings.number(Settings.DB_POOL_SIZE));
    }

    private static HttpServer.Config http(Settings settings, boolean refusesForeignPages) {
        return new HttpServer.Config(
                settings.get(Settings.HTTP_HOST),
                settings.number(Settings.HTTP_PORT),
                HttpServer.IdForm.valueOf(settings.get(Settings.ESB_IDS).name()),
                settings.number(Settings.MAX_BATCH),
                settings.get(Settings.MAX_BODY_BYTES),
                seconds(settings, Settings.REQUEST_TIMEOUT_SECONDS),
                seconds(settings, Settings.IDLE_TIMEOUT_SECONDS),
                seconds(settings, Settings.SHUTDOWN_GRACE_SECONDS),
                new HttpServer.Capacity(
                        settings.number(Settings.HTTP_WORKERS),
                        settings.number(Settings.HTTP_QUEUE),
                        settings.number(Settings.APP_SHARE)),
                connections(settings),
                refusesForeignPages);
    }

    private static HttpServer.Connections connections(Settings settings) {
        HttpServer.KeyStoreFile keyStore = settings.servesTls()
                ? new HttpServer.KeyStoreFile(
                        Path.of(settings.get(Settings.TLS_KEY_STORE)), settings.keyStorePassword())
                : null;
        return new HttpServer.Connections(
                settings.number(Settings.HTTP_CONNECTIONS), seconds(settings, Settings.KEEP_ALIVE_SECONDS), keyStore);
    }

    private static Duration seconds(Settings settings, Setting<Long> setting) {
        return Duration.ofSeconds(settings.get(setting));
    }

    private static String address(Settings settings, int port) {
        String host = settings.get(Settings.HTTP_HOST);
        return (settings.servesTls() ? "https://" : "http://") + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + port;
    }

    int port() {
        return http.port();
    }

    /** Takes no more requests, finishes those that are running for as long as they have grace, closes the database. */
    @Override
    public void close() {
        try (database) {
            if (control != null) {
                control.close();
            }
            http.close();
        }
    }

    /** The server cannot start, for a reason an operator can do something about: one line, free of secrets. */
    static final class CannotStart extends RuntimeException {
        private static final long serialVersionUID = 1;

        CannotStart(RuntimeException reason) {
            super(reason.getMessage(), reason);
        }
    }
}
