package io.proctemplate.bootstrap;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.event.Level;

/** The whole server over the embedded database, with demo data. Stands here because the server is its package's own. */
public final class DemoServer implements AutoCloseable {
    private final Server server;

    private DemoServer(Server server) {
        this.server = server;
    }

    public static DemoServer start(Path directory) {
        Logging.level(Level.WARN);
        Flags flags = Flags.parse("--http-port=0", "--demo", "--db-url=jdbc:h2:file:" + directory.resolve("demo"));
        return new DemoServer(Server.start(SettingsReader.read(flags, Map.of())));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.close();
    }
}
