package io.proctemplate.adapter.http;

import io.undertow.server.AbstractServerConnection;
import io.undertow.server.ServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSourceConduit;

/**
 * What the requests of one connection are read from, beneath Undertow: whatever comes is looked at by {@link
 * RequestFraming}, and headers are charged to the connection's account before the parser sees them. Used by one thread at
 * a time, as Undertow reads.
 */
final class RequestSource extends AbstractStreamSourceConduit<StreamSourceConduit> {
    /** The parser keeps a header as text, and the room for its longest line as long as the connection lasts. */
    private static final int COPIES = 2;

    /** What Undertow and the handlers keep for a request, its body and answer apart; two buffers of the pool most of it. */
    private static final int BYTES_OF_A_REQUEST = 2 * Listener.BUFFER_BYTES + 4 * 1024;

    /** So much of a body that nobody wants is skipped before other connections get their turn. */
    private static final int SKIPPED_AT_ONCE = 1 << 20;

    private final StreamConnection connection;
    private final MemoryBudget.Account account;
    private final Runnable closing = this::close;
    private final RequestFraming framing = new RequestFraming();
    private final AtomicLong answered = new AtomicLong();
    private long charged;
    private boolean faulty;
    private volatile boolean skipping;
    private final AtomicInteger skipped = new AtomicInteger();

    private RequestSource(StreamConnection connection, MemoryBudget.Account account) {
        super(connection.getSourceChannel().getConduit());
        this.connection = connection;
        this.account = account;
    }

    /** Puts one beneath what will read {@code connection}; {@code account} is closed with it. */
    static void under(StreamConnection connection, MemoryBudget.Account account) {
        RequestSource source = new RequestSource(connection, account);
        connection.getSourceChannel().setConduit(source);
        connection.setCloseListener(closed -> account.close());
        account.awaitsRequest(source.closing);
    }

    /** What the requests on {@code connection} are read from. */
    static RequestSource of(ServerConnection connection) {
        return (RequestSource) ((AbstractServerConnection) connection).getOriginalSourceConduit();
    }

    MemoryBudget.Account account() {
        return account;
    }

    /** Whether the request that is under way has come to a point from which it cannot be read on. */
    boolean isFaulty() {
        return faulty && framing.requests() == answered.get();
    }

    /** Whether no other request can follow the one that is under way. */
    boolean isLast() {
        return framing.isLost();
    }

    /** A request's header is complete; false if there is no memory to work on it. */
    boolean begin() {
        if (!account.works() || !account.take(BYTES_OF_A_REQUEST)) {
            return false;
        }
        charged += BYTES_OF_A_REQUEST;
        return true;
    }

    /** What is still to come of the request is not wanted. */
    void skipRest() {
        skipping = true;
    }

    /** The request is answered; the next one may come. */
    void end() {
        answered.incrementAndGet();
        skipping = false;
        long kept = Math.min(charged, due());
        account.giveBack(charged - kept);
        charged = kept;
        account.awaitsRequest(closing);
    }

    private void close() {
        onIoThread(() -> IoUtils.safeClose(connection));
    }

    /** Does {@code work} on the connection's thread: at once if this is it. */
    void onIoThread(Runnable work) {
        if (Thread.currentThread() == connection.getIoThread()) {
            work.run();
        } else {
            connection.getIoThread().execute(work);
        }
    }

    /** From now on the answer is on its way. */
    void sends() {
        account.awaitsReader(closing);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (faulty) {
            throw malformed();
        }
        if (skipping && skipped.get() > SKIPPED_AT_ONCE) {
            return 0;
        }
        int start = target.position();
        int read = super.read(target);
        return read <= 0 ? read : looked(target, start, read);
    }

    /** How much of what was read can be used. */
    private int looked(ByteBuffer target, int start, int read) throws IOException {
        boolean inHead = framing.isInHead();
        if (framing.isBetweenRequests()) {
            account.awaitsRequest(closing);
        }
        int good = framing.follow(target, start, start + read) - start;
        faulty = good < read;
        target.position(start + good);
        if (faulty && good == 0 && inHead) {
            throw malformed();
        }
        if (skipping) {
            skipped(good);
        }
        charge();
        return good;
    }

    /** What ends the reading: Undertow answers the first with 400, with the second it closes the connection. */
    private IOException malformed() {
        if (framing.isInHead()) {
            throw new MalformedRequest();
        }
        return new IOException("malformed request");
    }

    private void skipped(int bytes) {
        if (skipped.addAndGet(bytes) > SKIPPED_AT_ONCE) {
            connection.getIoThread().execute(() -> skipped.set(0));
        }
    }

    private long due() {
        return (long) COPIES * Math.max(framing.isBetweenRequests() ? 0 : framing.headBytes(), framing.longestLine());
    }

    private void charge() throws IOException {
        long more = due() - charged;
        if (more > 0) {
            if (!account.take(more)) {
                throw new IOException("no memory for the header");
            }
            charged += more;
        }
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            if (targets[i].hasRemaining()) {
                return read(targets[i]);
            }
        }
        return 0;
    }

    @Override
    public long transferTo(long position, long count, FileChannel target) throws IOException {
        return target.transferFrom(new ConduitReadableByteChannel(this), position, count);
    }

    @Override
    public long transferTo(long count, ByteBuffer throughBuffer, StreamSinkChannel target) throws IOException {
        return Conduits.transfer(this, count, throughBuffer, target);
    }
}
