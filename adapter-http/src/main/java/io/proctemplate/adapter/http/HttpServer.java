package io.proctemplate.adapter.http;

import io.proctemplate.adapter.http.FairQueue.Shares;
import io.proctemplate.application.api.Access;
import io.proctemplate.application.api.Audit;
import io.proctemplate.application.api.ProcessTemplates;
import io.proctemplate.application.api.ServiceCategories;
import io.proctemplate.application.api.ServiceTemplates;
import io.proctemplate.wire.json.JsonFormat;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Serves both faces of the API on one port, from {@link #start} until {@link #close}. Safe for any number of threads. */
public final class HttpServer implements AutoCloseable {
    /** They compute, and wait for nothing but the list of applications. */
    private static final int READER_THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Gate gate;
    private final Readers readers;
    private final Workers workers;
    private final Listener listener;
    private final MemoryBudget memory;
    private final Duration shutdownGrace;

    private HttpServer(
            Gate gate,
            Readers readers,
            Workers workers,
            Listener listener,
            MemoryBudget memory,
            Duration shutdownGrace) {
        this.gate = gate;
        this.readers = readers;
        this.workers = workers;
        this.listener = listener;
        this.memory = memory;
        this.shutdownGrace = shutdownGrace;
    }

    /** How the ESB face gives back the ids of a created batch (wire contract, section 1). */
    public enum IdForm {
        /** {@code [[52,53]]}, as the API's page shows. */
        NESTED,
        /** {@code [52,53]}, as some clients need it. */
        FLAT
    }

    /**
     * How to serve.
     *
     * @param host the name or address to listen on
     * @param port the port to listen on, 0 for any free one
     * @param esbIds the form of ids on the ESB face
     * @param maxBatch the greatest number of items in a batch
     * @param maxBodyBytes the greatest length of a request's body, at most 1 GiB
     * @param requestTimeout how long a request may take to arrive, and an answer to be taken
     * @param idleTimeout how long a sender may pause within a request
     * @param shutdownGrace how long {@link #close} waits for requests under way
     * @param capacity how many requests are carried out
     * @param connections what holds for the connections that requests come on
     * @param refusesForeignPages whether requests are turned away that a page of another site may have sent, because
     *     everybody knows the credentials
     */
    public record Config(
            String host,
            int port,
            IdForm esbIds,
            int maxBatch,
            long maxBodyBytes,
            Duration requestTimeout,
            Duration idleTimeout,
            Duration shutdownGrace,
            Capacity capacity,
            Connections connections,
            boolean refusesForeignPages) {
        private static final long MAX_MAX_BODY_BYTES = 1L << 30;

        public Config {
            require(port >= 0 && port <= 65_535, "port is not in 0…65535");
            require(maxBatch > 0, "maxBatch is not positive");
            require(maxBodyBytes > 0 && maxBodyBytes <= MAX_MAX_BODY_BYTES, "maxBodyBytes is not in 1…1 GiB");
            require(isPositive(requestTimeout), "requestTimeout is not positive");
            require(isPositive(idleTimeout), "idleTimeout is not positive");
            require(!shutdownGrace.isNegative(), "shutdownGrace is negative");
        }

        /** For credentials that are secret. */
        public Config(
                String host,
                int port,
                IdForm esbIds,
                int maxBatch,
                long maxBodyBytes,
                Duration requestTimeout,
                Duration idleTimeout,
                Duration shutdownGrace,
                Capacity capacity,
                Connections connections) {
            this(
                    host,
                    port,
                    esbIds,
                    maxBatch,
                    maxBodyBytes,
                    requestTimeout,
                    idleTimeout,
                    shutdownGrace,
                    capacity,
                    connections,
                    false);
        }

        /** The defaults: nested ids, batches of 100, 4 MiB, 30 s for a request, 10 s for a pause, 10 s to stop. */
        public static Config at(String host, int port) {
            int workers = Math.max(8, 2 * Runtime.getRuntime().availableProcessors());
            Duration patience = Duration.ofSeconds(10);
            return new Config(
                    host,
                    port,
                    IdForm.NESTED,
                    100,
                    4L << 20,
                    Duration.ofSeconds(30),
                    patience,
                    patience,
                    new Capacity(workers, 512, 50),
                    new Connections(8192, Duration.ofSeconds(60), null));
        }
    }

    /**
     * How many requests are carried out.
     *
     * @param workers how many at a time
     * @param queue how many more may wait for that; what comes then is told to come again
     * @param appShare how much of both one application may have while others want some, in percent
     */
    public record Capacity(int workers, int queue, int appShare) {
        private static final int ALL = 100;

        public Capacity {
            require(workers > 0, "workers is not positive");
            require(queue > 0, "queue is not positive");
            require(appShare > 0 && appShare <= ALL, "appShare is not in 1…100");
        }
    }

    /**
     * What holds for connections.
     *
     * @param max how many there may be at a time; who comes then waits until one is closed. Less than the processors of
     *     the machine means as many as these
     * @param keepAlive how long one may be open without a request
     * @param keyStore with what to speak TLS; null to speak plain HTTP
     */
    public record Connections(
            int max, Duration keepAlive, @Nullable KeyStoreFile keyStore) {
        public Connections {
            require(max > 0, "max is not positive");
            require(isPositive(keepAlive), "keepAlive is not positive");
        }
    }

    /** A key store (PKCS#12) with the key and the certificate of the server, and the password that opens both. */
    public record KeyStoreFile(Path path, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return path.toString();
        }
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void require(boolean condition, String complaint) {
        if (!condition) {
            throw new IllegalArgumentException(complaint);
        }
    }

    /** The address cannot be listened on; the message says which and why, in one line for an operator. */
    public static final class CannotListen extends RuntimeException {
        private static final long serialVersionUID = 1;

        private CannotListen(Config config, String reason, Throwable cause) {
            super("cannot listen on " + config.host() + ":" + config.port() + ": " + reason, cause);
        }
    }

    /**
     * Starts to serve.
     *
     * @param ready whether the server can serve now, asked whenever {@code GET /health/ready} is; may take its time
     * @throws CannotListen if the address is in use, not of this machine, or unknown, or the key store is of no use
     */
    public static HttpServer start(
            Config config,
            Access access,
            ProcessTemplates processTemplates,
            ServiceTemplates serviceTemplates,
            ServiceCategories serviceCategories,
            Audit audit,
            BooleanSupplier ready) {
        InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
        if (address.isUnresolved()) {
            throw new CannotListen(config, "unknown host", new IOException(config.host()));
        }
        Gate gate = new Gate();
        Capacity capacity = config.capacity();
        Readers readers = new Readers(READER_THREADS, capacity.queue());
        Workers workers = new Workers(new Shares(capacity.workers(), capacity.queue(), capacity.appShare()));
        MemoryBudget memory = new MemoryBudget(Runtime.getRuntime().maxMemory() / 4, System::nanoTime);
        JsonFormat json = new JsonFormat(config.maxBodyBytes());
        Envelopes envelopes = new Envelopes(json);
        Routes routes = new Routes(new CallTable(json, envelopes)
                .routes(
                        processTemplates,
                        serviceTemplates,
                        serviceCategories,
                        audit,
                        config.maxBatch(),
                        config.esbIds()));
        Edge edge = edge(config, json, envelopes, routes, access, ready, gate, readers, workers);
        try {
            Listener listener = Listener.open(address, config.connections(), config.idleTimeout(), memory, edge);
            return new HttpServer(gate, readers, workers, listener, memory, config.shutdownGrace());
        } catch (IOException failure) {
            readers.stop();
            workers.stop();
            throw new CannotListen(config, String.valueOf(failure.getMessage()), failure);
        } catch (RuntimeException failure) {
            readers.stop();
            workers.stop();
            throw failure;
        }
    }

    private static Edge edge(
            Config config,
            JsonFormat json,
            Envelopes envelopes,
            Routes routes,
            Access access,
            BooleanSupplier ready,
            Gate gate,
            Readers readers,
            Workers workers) {
        Limits limits = new Limits(
                config.maxBodyBytes(),
                config.requestTimeout().toNanos(),
                config.idleTimeout().toNanos());
        return new Edge(
                gate,
                routes,
                config.refusesForeignPages()
                        ? new OriginCheck(config.connections().keyStore() != null)
                        : null,
                new HeaderChecks(config.maxBodyBytes()),
                new Health(ready),
                new Desk(new GeneralParameters(json), access, envelopes),
                new Transmission(gate, config.requestTimeout()),
                readers,
                workers,
                limits);
    }

    /** How much memory connections, requests and answers hold. */
    long heldBytes() {
        return memory.used();
    }

    /** How many connections are open. */
    int connections() {
        return memory.accounts();
    }

    /** The port that is listened on. */
    public int port() {
        return listener.port();
    }

    /** Refuses new connections, finishes what is under way within the grace period, then closes what is left. */
    @Override
    public void close() {
        gate.close(); // before connections are refused: whoever is, can tell that no request is let in any more
        listener.stopAccepting();
        try {
            gate.awaitEmpty(shutdownGrace);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        listener.close();
        readers.stop();
        workers.stop();
    }
}
