package io.proctemplate.adapter.http;

import io.proctemplate.adapter.http.HttpServer.Connections;
import io.proctemplate.adapter.http.HttpServer.KeyStoreFile;
import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/** The open port and its I/O threads. Built of Undertow's parts because its own server cannot stop to accept first. */
final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    static final int BUFFER_BYTES = 8 * 1024;
    /** What a record of TLS may hold, and its own header. */
    private static final int TLS_BUFFER_BYTES = 17 * 1024;
    /** What an open connection keeps on the heap, by itself; with TLS, that keeps its state and unread records too. */
    private static final int PLAIN_BYTES = 8 * 1024;

    private static final int TLS_BYTES = 96 * 1024;
    private static final int MAX_HEADER_BYTES = 32 * 1024;
    private static final int MAX_HEADERS = 100;
    private static final int IO_THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int BACKLOG = 1024;
    /** What computes for handshakes; a plain connection needs none of it. */
    private static final int TASK_THREADS = 2;

    private static final Sequence<String> TLS_VERSIONS = Sequence.of("TLSv1.2", "TLSv1.3");

    private final XnioWorker worker;
    private final AcceptingChannel<? extends StreamConnection> channel;

    private Listener(XnioWorker worker, AcceptingChannel<? extends StreamConnection> channel) {
        this.worker = worker;
        this.channel = channel;
    }

    /**
     * Opens {@code address} and has {@code handler} called for every request that comes in.
     *
     * @param headerPatience how long a request may take to send its header
     * @throws IOException if the address cannot be listened on, or the key store not be used
     */
    static Listener open(
            InetSocketAddress address,
            Connections connections,
            Duration headerPatience,
            MemoryBudget memory,
            HttpHandler handler)
            throws IOException {
        KeyStoreFile keyStore = connections.keyStore();
        SSLContext tls = keyStore == null ? null : TlsContext.of(keyStore);
        HttpOpenListener opener = new HttpOpenListener(buffers(BUFFER_BYTES), options(connections, headerPatience));
        opener.setRootHandler(new HttpContinueReadHandler(handler));
        Accepting accepting = new Accepting(opener, memory, tls == null ? PLAIN_BYTES : TLS_BYTES);
        XnioWorker worker = worker();
        try {
            OptionMap options = socketOptions(connections.max());
            AcceptingChannel<? extends StreamConnection> channel = tls == null
                    ? worker.createStreamConnectionServer(address, accepting, options)
                    : new UndertowXnioSsl(worker.getXnio(), OptionMap.EMPTY, buffers(TLS_BUFFER_BYTES), tls)
                            .createSslConnectionServer(worker, address, accepting, options);
            channel.resumeAccepts();
            return new Listener(worker, channel);
        } catch (IOException | RuntimeException failure) {
            worker.shutdownNow();
            throw failure;
        }
    }

    private static XnioWorker worker() throws IOException {
        return Xnio.getInstance(Listener.class.getClassLoader())
                .createWorker(OptionMap.builder()
                        .set(Options.WORKER_NAME, "http")
                        .set(Options.WORKER_IO_THREADS, IO_THREADS)
                        .set(Options.WORKER_TASK_CORE_THREADS, TASK_THREADS)
                        .set(Options.WORKER_TASK_MAX_THREADS, TASK_THREADS)
                        .getMap());
    }

    /**
     * What is beyond the greatest number of connections waits in the backlog until one of them is closed. The number is
     * shared out to the I/O threads, each of which needs one at least.
     */
    private static OptionMap socketOptions(int wanted) {
        int maxConnections = Math.max(wanted, IO_THREADS);
        return OptionMap.builder()
                .set(Options.TCP_NODELAY, true)
                .set(Options.REUSE_ADDRESSES, true)
                .set(Options.BACKLOG, BACKLOG)
                .set(Options.CONNECTION_HIGH_WATER, maxConnections)
                .set(Options.CONNECTION_LOW_WATER, maxConnections)
                .set(Options.SSL_ENABLED_PROTOCOLS, TLS_VERSIONS)
                .getMap();
    }

    /**
     * Memory of the heap, of which there is one budget. Memory outside of it is a second thing to run out of, and one that
     * comes back only when the collector gets round to it.
     */
    private static ByteBufferPool buffers(int bytes) {
        return new DefaultByteBufferPool(false, bytes, -1, 4);
    }

    /** Takes in connections, if there is memory for them. */
    private record Accepting(HttpOpenListener opener, MemoryBudget memory, int bytes)
            implements ChannelListener<AcceptingChannel<? extends StreamConnection>> {
        @Override
        public void handleEvent(AcceptingChannel<? extends StreamConnection> accepting) {
            try {
                StreamConnection accepted = accepting.accept();
                if (accepted != null) {
                    open(accepted);
                }
            } catch (ClosedChannelException stopping) {
                LOG.debug("accepting no more");
            } catch (IOException failure) {
                LOG.warn("a connection could not be accepted", failure);
            }
        }

        private void open(StreamConnection accepted) {
            MemoryBudget.Account account = memory.open();
            RequestSource.under(accepted, account);
            if (account.take(bytes)) {
                opener.handleEvent(accepted);
            } else {
                IoUtils.safeClose(accepted);
            }
        }
    }

    /**
     * Paths and queries stay as they were sent: a path has one spelling, and nothing of a query is looked at before it is
     * asked for. The length of a body is limited by its reader, which has an answer for it.
     */
    private static OptionMap options(Connections connections, Duration headerPatience) {
        return OptionMap.builder()
                .set(UndertowOptions.DECODE_URL, false)
                .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .set(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
                .set(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
                .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, Math.toIntExact(headerPatience.toMillis()))
                .set(
                        UndertowOptions.NO_REQUEST_TIMEOUT,
                        Math.toIntExact(connections.keepAlive().toMillis()))
                .getMap();
    }

    int port() {
        return channel.getLocalAddress(InetSocketAddress.class).getPort();
    }

    /** Refuses new connections; those that are open stay so. */
    void stopAccepting() {
        IoUtils.safeClose(channel);
    }

    /** Closes every connection and ends the I/O threads. */
    @Override
    public void close() {
        stopAccepting();
        worker.shutdownNow();
        try {
            worker.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
