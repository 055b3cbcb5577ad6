package io.proctemplate.adapter.http;

import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/** The open port and its I/O threads. Built of Undertow's parts because its own server cannot stop to accept first. */
final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int MAX_HEADER_BYTES = 32 * 1024;
    private static final int MAX_HEADERS = 100;
    private static final int IDLE_CONNECTION_MILLIS = 60_000;
    private static final int MAX_CONNECTIONS = 8192;
    private static final int BACKLOG = 1024;

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
     * @throws IOException if the address cannot be listened on
     */
    static Listener open(InetSocketAddress address, Duration headerPatience, HttpHandler handler) throws IOException {
        XnioWorker worker = Xnio.getInstance(Listener.class.getClassLoader())
                .createWorker(OptionMap.builder()
                        .set(Options.WORKER_NAME, "http")
                        .set(
                                Options.WORKER_IO_THREADS,
                                Math.max(2, Runtime.getRuntime().availableProcessors()))
                        .set(Options.CONNECTION_HIGH_WATER, MAX_CONNECTIONS)
                        .set(Options.CONNECTION_LOW_WATER, MAX_CONNECTIONS)
                        .set(Options.WORKER_TASK_CORE_THREADS, 1)
                        .set(Options.WORKER_TASK_MAX_THREADS, 1)
                        .getMap());
        try {
            HttpOpenListener opener =
                    new HttpOpenListener(new DefaultByteBufferPool(true, BUFFER_BYTES, -1, 4), options(headerPatience));
            opener.setRootHandler(new HttpContinueReadHandler(handler));
            AcceptingChannel<? extends StreamConnection> channel = worker.createStreamConnectionServer(
                    address,
                    accepting -> accept(accepting, opener),
                    OptionMap.builder()
                            .set(Options.TCP_NODELAY, true)
                            .set(Options.REUSE_ADDRESSES, true)
                            .set(Options.BACKLOG, BACKLOG)
                            .getMap());
            channel.resumeAccepts();
            return new Listener(worker, channel);
        } catch (IOException | RuntimeException failure) {
            worker.shutdownNow();
            throw failure;
        }
    }

    private static void accept(AcceptingChannel<StreamConnection> accepting, HttpOpenListener opener) {
        try {
            StreamConnection accepted = accepting.accept();
            if (accepted != null) {
                opener.handleEvent(accepted);
            }
        } catch (ClosedChannelException stopping) {
            LOG.debug("accepting no more");
        } catch (IOException failure) {
            LOG.warn("a connection could not be accepted", failure);
        }
    }

    /**
     * Paths and queries stay as they were sent: a path has one spelling, and nothing of a query is looked at before it is
     * asked for. The length of a body is limited by its reader, which has an answer for it.
     */
    private static OptionMap options(Duration headerPatience) {
        return OptionMap.builder()
                .set(UndertowOptions.DECODE_URL, false)
                .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .set(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
                .set(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
                .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, Math.toIntExact(headerPatience.toMillis()))
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_CONNECTION_MILLIS)
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
