package io.proctemplate.adapter.http;

import io.proctemplate.adapter.http.HttpServer.Capacity;
import io.proctemplate.adapter.http.HttpServer.Config;
import io.proctemplate.adapter.http.HttpServer.Connections;
import io.proctemplate.adapter.http.HttpServer.IdForm;
import io.proctemplate.application.Application;
import io.proctemplate.application.api.ProcessTemplates;
import io.proctemplate.application.contract.Applications;
import io.proctemplate.application.contract.InMemoryUnitOfWork;
import io.proctemplate.application.contract.Seeds;
import io.proctemplate.application.spi.AccessStore;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.SecretHash;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.access.Grant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real server on a free port over a storage in memory, with what the published example needs: businesses 1 and 2,
 * service template 1 of business 1, application {@code esb_test}, user {@code xxx}.
 */
final class TestServer implements AutoCloseable {
    static final String ESB_PATH = "/api/c/compapi/v2/cc/batch_create_proc_template/";
    static final String NATIVE_PATH = "/api/v3/createmany/proc/proc_template";

    /** Long enough never to pass in a test that does not wait for it. */
    private static final Duration LONG = Duration.ofMinutes(5);

    static final Connections CONNECTIONS = new Connections(4096, LONG, null);

    /** With the room for one line of an ordinary header. */
    private static final long BYTES_OF_AN_IDLE_CONNECTION = 10 * 1024;

    static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private final HttpServer server;

    private TestServer(HttpServer server) {
        this.server = server;
    }

    static TestServer start() {
        return start(config(IdForm.NESTED));
    }

    static TestServer start(Config config) {
        return start(config, Applications.over(seeded(), Clock.systemUTC()));
    }

    static TestServer start(Config config, Application application) {
        return start(config, application, application.processTemplates(), () -> true);
    }

    /** At a time that stands still. */
    static TestServer startAt(Instant time) {
        return start(config(IdForm.NESTED), Applications.over(seeded(), Clock.fixed(time, ZoneOffset.UTC)));
    }

    static TestServer start(
            Config config, Application application, ProcessTemplates processTemplates, BooleanSupplier ready) {
        return new TestServer(HttpServer.start(
                config,
                application.access(),
                processTemplates,
                application.serviceTemplates(),
                application.serviceCategories(),
                application.audit(),
                ready));
    }

    /** With real credentials and whatever {@code processTemplates} does. */
    static TestServer over(OnlyCreate processTemplates) {
        Application application = Applications.over(seeded(), Clock.systemUTC());
        return start(config(IdForm.NESTED), application, processTemplates, () -> true);
    }

    static Config config(IdForm esbIds) {
        return new Config(
                "127.0.0.1",
                0,
                esbIds,
                100,
                4L << 20,
                LONG,
                LONG,
                Duration.ofSeconds(10),
                new Capacity(8, 512, 50),
                CONNECTIONS);
    }

    static UnitOfWork seeded() {
        UnitOfWork storage = new InMemoryUnitOfWork();
        storage.write(stores -> {
            stores.businesses().addBusiness(1, "one");
            stores.businesses().addBusiness(2, "two");
            Seeds.serviceTemplate(stores, 1, "first");
            AccessStore access = stores.access();
            access.addApp(app("esb_test", true, true, RegisteredApp.ANY_CALL));
            access.addApp(app("needs_login", false, true, RegisteredApp.ANY_CALL));
            access.addApp(app("disabled", true, false, RegisteredApp.ANY_CALL));
            access.addApp(app("reader", true, true, "get_proc_template"));
            Instant now = Instant.now();
            access.addLogin(SecretHash.ofToken("xxx"), new AccessStore.Login("xxx", now.plusSeconds(3600)));
            access.addLogin(SecretHash.ofToken("stale"), new AccessStore.Login("xxx", now.minusSeconds(1)));
            for (Action action : Action.values()) {
                access.addGrant("xxx", new Grant(action, null, null));
            }
            return true;
        });
        return storage;
    }

    private static RegisteredApp app(String code, boolean exempt, boolean enabled, String call) {
        return new RegisteredApp(code, SecretHash.of("xxx", "0a1b"), exempt, enabled, Set.of(call));
    }

    int port() {
        return server.port();
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Any method, with a body or, if that is null, without. */
    HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
        return send(request(path, headers)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Whether no connection holds more memory than one without a request does. */
    boolean holdsNoRequest() {
        return server.heldBytes() <= server.connections() * BYTES_OF_AN_IDLE_CONNECTION;
    }

    /** Whether no request is held, now or soon: an answer arrives before its request is let go. */
    boolean letsGoOfEveryRequest() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!holdsNoRequest() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return holdsNoRequest();
    }

    /** The answer as a tree, with whatever HTTP status. */
    JsonNode call(String path, String body, String... headers) {
        return JSON.readTree(post(path, body, headers).body());
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofMinutes(1));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
