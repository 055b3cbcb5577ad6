package io.proctemplate.adapter.jdbc;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lends the sessions of a PostgreSQL server to clients from transaction to transaction, as pgbouncer does in transaction
 * mode: always the one that was idle longest, so that a client hardly ever gets the same twice in a row.
 */
final class TransactionPooler implements AutoCloseable {
    private static final char READY = 'Z';
    private static final char TERMINATE = 'X';
    private static final byte IDLE = 'I';

    private final URI server;
    private final ServerSocket listener;
    private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<Session> idle = new LinkedBlockingQueue<>();
    private volatile byte[] startup = {};

    TransactionPooler(String url) throws IOException {
        this.server = URI.create(url.substring("jdbc:".length()));
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    String url() {
        return "jdbc:postgresql://localhost:" + listener.getLocalPort() + server.getPath();
    }

    /** One side of a conversation in PostgreSQL's protocol: messages of a type, a length and a body. */
    private record Session(Socket socket, DataInputStream in) {
        static Session of(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            return new Session(socket, new DataInputStream(socket.getInputStream()));
        }

        /** The next message as it came; {@code typed} tells whether it begins with a type, which a first one does not. */
        byte[] read(boolean typed) throws IOException {
            byte[] head = in.readNBytes(typed ? 5 : 4);
            int at = typed ? 1 : 0;
            if (head.length < at + 4) {
                throw new IOException("closed");
            }
            int length = (head[at] & 0xff) << 24
                    | (head[at + 1] & 0xff) << 16
                    | (head[at + 2] & 0xff) << 8
                    | head[at + 3] & 0xff;
            byte[] body = in.readNBytes(length - 4);
            byte[] message = new byte[head.length + body.length];
            System.arraycopy(head, 0, message, 0, head.length);
            System.arraycopy(body, 0, message, head.length, body.length);
            return message;
        }

        void write(byte[] message) throws IOException {
            socket.getOutputStream().write(message);
        }
    }

    private interface Receiver {
        void take(byte[] message) throws IOException;
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException | InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Session client = Session.of(track(listener.accept()));
            start(() -> serve(client));
        }
    }

    private Socket track(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private void serve(Session client) throws IOException, InterruptedException {
        byte[] first = client.read(false);
        if (first.length == 8) { // asks for TLS
            client.write(new byte[] {'N'});
            first = client.read(false);
        }
        startup = first;
        idle.add(begin(client::write));
        for (byte[] request = client.read(true); request[0] != TERMINATE; request = client.read(true)) {
            Session lent = idle.take();
            lend(lent, request, client);
            idle.add(lent);
        }
    }

    private Session begin(Receiver greeted) throws IOException {
        Session fresh = Session.of(track(new Socket(server.getHost(), server.getPort())));
        fresh.write(startup);
        answer(fresh, greeted);
        return fresh;
    }

    /** After the server went away while no transaction was open: clients stay, and do not notice. */
    void connectAgain() throws IOException {
        for (int i = idle.size(); i > 0; i--) {
            idle.remove().socket().close();
            idle.add(begin(greeting -> {}));
        }
    }

    /** Until the transaction is over that begins with {@code request}. */
    private static void lend(Session lent, byte[] request, Session client) throws IOException {
        byte[] message = request;
        while (true) {
            lent.write(message);
            boolean waits = message[0] == 'Q' || message[0] == 'S';
            if (waits && answer(lent, client::write) == IDLE) {
                return;
            }
            message = client.read(true);
        }
    }

    /** Hands on what the server says until it is ready for more; how its transaction stands. */
    private static byte answer(Session from, Receiver to) throws IOException {
        while (true) {
            byte[] message = from.read(true);
            to.take(message);
            if (message[0] == READY) {
                return message[5];
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
