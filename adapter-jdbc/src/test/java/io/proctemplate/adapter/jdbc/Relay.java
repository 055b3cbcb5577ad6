package io.proctemplate.adapter.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Stands between clients and a database server, and lets a watcher of each connection decide what passes. */
public final class Relay implements AutoCloseable {

    /** Sees one connection. What is sent is told byte by byte as characters; false cuts the connection instead. */
    public interface Watcher {
        boolean passesRequest(String bytes);

        boolean passesAnswer(String bytes);
    }

    private interface Judge {
        boolean passes(String bytes);
    }

    private final URI server;
    private final Supplier<? extends Watcher> watchers;
    private final ServerSocket listener;
    private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());

    /** In front of the server that {@code url} names. */
    public Relay(String url, Supplier<? extends Watcher> watchers) throws IOException {
        this.server = URI.create(url.substring("jdbc:".length()));
        this.watchers = watchers;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** The same database, by way of this. */
    public String url() {
        return "jdbc:postgresql://localhost:" + listener.getLocalPort() + server.getPath();
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket there = new Socket(server.getHost(), server.getPort());
            client.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
            sockets.addAll(List.of(client, there));
            Watcher watcher = watchers.get();
            start(() -> pass(client, there, watcher::passesRequest));
            start(() -> pass(there, client, watcher::passesAnswer));
        }
    }

    private static void pass(Socket from, Socket to, Judge judge) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[1 << 16];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (!judge.passes(new String(buffer, 0, length, StandardCharsets.ISO_8859_1))) {
                    return;
                }
                to.getOutputStream().write(buffer, 0, length);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : List.copyOf(sockets)) {
            socket.close();
        }
    }
}
