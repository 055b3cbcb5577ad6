package io.proctemplate.adapter.control;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Unix domain socket in a directory of its own beside a database file, which only the owner of the server can enter. Who
 * could connect could as well read the file. Commands are carried out one at a time.
 */
public final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);

    private static final int GRACE_SECONDS = 5;

    private final ServerSocketChannel channel;
    private final Path path;
    private final Function<List<String>, Reply> commands;
    private final ExecutorService thread;

    private ControlSocket(ServerSocketChannel channel, Path path, Function<List<String>, Reply> commands) {
        this.channel = channel;
        this.path = path;
        this.commands = commands;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, "control");
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /**
     * What came of a command.
     *
     * @param status to end with
     * @param out for the standard output
     * @param err for the standard error
     */
    public record Reply(int status, String out, String err) {}

    /** The socket cannot be made, or a server that has one does not answer; the message is one line. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Takes commands for the server that owns {@code database}, until it is closed. One that a killed server left behind
     * is replaced: the database's own lock says that there is no other.
     *
     * @throws Unusable if the file's place does not allow it
     */
    public static ControlSocket listen(Path database, Function<List<String>, Reply> commands) {
        try {
            Path path = ControlPlace.prepare(database);
            Files.deleteIfExists(path);
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.bind(UnixDomainSocketAddress.of(path));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            ControlSocket socket = new ControlSocket(channel, path, commands);
            socket.thread.execute(socket::serve);
            return socket;
        } catch (IOException | UnsupportedOperationException e) {
            throw new Unusable("no socket for commands beside " + database + ": " + ControlPlace.reason(e), e);
        }
    }

    /**
     * Has the server that owns {@code database} carry out a command; empty if none runs.
     *
     * @throws Unusable if one runs but gives no answer
     */
    public static Optional<Reply> ask(Path database, List<String> command) {
        Path path = ControlPlace.of(database);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            if (!connected(channel, path)) {
                return Optional.empty();
            }
            Wire.writeCommand(command, Channels.newOutputStream(channel));
            return Optional.of(Wire.readReply(Channels.newInputStream(channel)));
        } catch (IOException e) {
            throw new Unusable("the server that uses " + database + " gave no answer: " + ControlPlace.reason(e), e);
        }
    }

    /** A socket that nobody listens on was left behind. */
    private static boolean connected(SocketChannel channel, Path path) throws IOException {
        try {
            return channel.connect(UnixDomainSocketAddress.of(path));
        } catch (ConnectException e) {
            return false;
        }
    }

    private void serve() {
        while (channel.isOpen()) {
            try (SocketChannel client = channel.accept()) {
                Reply reply = commands.apply(Wire.readCommand(Channels.newInputStream(client)));
                Wire.writeReply(reply, Channels.newOutputStream(client));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException e) {
                LOG.warn("a command was cut off ({})", e.getClass().getSimpleName());
            } catch (RuntimeException | Error defect) {
                LOG.error("a command failed by a defect", defect);
            }
        }
    }

    /** Takes no more commands and waits a moment for the one that is running. */
    @Override
    public void close() {
        try {
            channel.close();
            thread.shutdown();
            if (!thread.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("cannot remove the socket for commands ({})", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
