package io.proctemplate.benchmark;

import io.proctemplate.benchmark.ResponseReader.NotHttp;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One client: a connection that is kept, with at most one request on its way. Of the round's thread alone. */
final class Connection {
    private final Selector selector;
    private final SocketAddress address;
    private final ByteBuffer request;
    private final ResponseReader response = new ResponseReader();
    private SocketChannel channel;
    private boolean connected;
    private boolean waiting;
    private long intended;
    private long sent;

    private Connection(Selector selector, SocketAddress address, ByteBuffer request) throws IOException {
        this.selector = selector;
        this.address = address;
        this.request = request;
        this.channel = SocketChannel.open();
    }

    /** A connection that is to be opened. */
    static Connection to(SocketAddress address, Selector selector, ByteBuffer request) throws IOException {
        Connection connection = new Connection(selector, address, request);
        connection.channel.close();
        return connection;
    }

    /** Opens it, for the first time or again; it can be used when the selector says that it is connected. */
    void open() throws IOException {
        forget();
        channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        boolean atOnce = channel.connect(address);
        channel.register(selector, atOnce ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT, this);
    }

    /** After the selector found it ready: true once it is connected, as of then watching for what comes. */
    boolean finishConnect(SelectionKey key) throws IOException {
        if (key.isConnectable() && !channel.finishConnect()) {
            return false;
        }
        key.interestOps(SelectionKey.OP_READ);
        connected = true;
        return true;
    }

    ByteBuffer request() {
        return request;
    }

    /** Sends the request as it stands in the buffer. */
    void send(long intendedAt, long now) throws IOException {
        intended = intendedAt;
        sent = now;
        waiting = true;
        response.reset();
        write();
    }

    /** Sends more of the request, as much as the connection takes. */
    void write() throws IOException {
        channel.write(request);
        SelectionKey key = channel.keyFor(selector);
        int interest = SelectionKey.OP_READ | (request.hasRemaining() ? SelectionKey.OP_WRITE : 0);
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    /** Reads what there is; true if the answer is complete with it. */
    boolean read(ByteBuffer buffer) throws IOException, NotHttp {
        while (true) {
            buffer.clear();
            int count = channel.read(buffer);
            if (count < 0) {
                throw new EOFException();
            }
            if (count == 0) {
                return false;
            }
            if (response.read(buffer.flip())) {
                waiting = false;
                return true;
            }
        }
    }

    /** Whether it was opened and the other side took it. */
    boolean isConnected() {
        return connected;
    }

    /** Whether a request is on its way. */
    boolean isWaiting() {
        return waiting;
    }

    Answer answer() {
        return response.answer();
    }

    /** Whether the connection can take another request. */
    boolean isReusable() {
        return !response.isLast() && !request.hasRemaining();
    }

    long intended() {
        return intended;
    }

    long sent() {
        return sent;
    }

    /** Closes it and forgets the request that was on its way. */
    void forget() throws IOException {
        waiting = false;
        connected = false;
        channel.close();
    }

    void close() throws IOException {
        channel.close();
    }
}
