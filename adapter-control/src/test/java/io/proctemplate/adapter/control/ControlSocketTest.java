package io.proctemplate.adapter.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.adapter.control.ControlSocket.Reply;
import io.proctemplate.adapter.control.ControlSocket.Unusable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {
    @TempDir
    Path directory;

    private final List<List<String>> asked = new CopyOnWriteArrayList<>();
    private Path database;

    @BeforeEach
    void name() {
        database = directory.resolve("db");
    }

    private Reply echo(List<String> words) {
        asked.add(words);
        if (words.contains("fail")) {
            throw new IllegalStateException("defect");
        }
        return new Reply(words.size(), String.join("|", words), "err é");
    }

    private Reply ask(String... words) {
        return ControlSocket.ask(database, List.of(words)).orElseThrow();
    }

    @Test
    void carriesCommandsOverAndTheirRepliesBack() {
        try (ControlSocket socket = ControlSocket.listen(database, this::echo)) {
            assertThat(socket).isNotNull();
            Reply reply = ask("app", "add", "é 汉 \uD83D\uDE00", "");

            assertThat(asked).containsExactly(List.of("app", "add", "é 汉 \uD83D\uDE00", ""));
            assertThat(reply.status()).isEqualTo(4);
            assertThat(reply.out()).isEqualTo("app|add|é 汉 \uD83D\uDE00|");
            assertThat(reply.err()).isEqualTo("err é");
            assertThat(ask("second").out()).isEqualTo("second");
        }
    }

    @Test
    void nobodyButTheOwnerCanReachIt() throws IOException {
        Path control = directory.resolve("db.control");
        Files.createDirectory(
                control, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        try (ControlSocket socket = ControlSocket.listen(database, this::echo)) {
            assertThat(socket).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(control)))
                    .isEqualTo("rwx------");
        }
        Path other = directory.resolve("other");
        try (ControlSocket socket = ControlSocket.listen(other, this::echo)) {
            assertThat(socket).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("other.control"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void thereIsNobodyToAskBeforeAndAfter() {
        assertThat(ControlSocket.ask(database, List.of("x"))).isEmpty();
        ControlSocket.listen(database, this::echo).close();

        assertThat(ControlSocket.ask(database, List.of("x"))).isEmpty();
        assertThat(directory.resolve("db.control/socket")).doesNotExist();
        assertThat(asked).isEmpty();
    }

    /** What a killed server leaves behind: a socket that nobody listens on. */
    @Test
    void asksNobodyOnASocketThatWasLeftBehindAndReplacesIt() throws IOException {
        Path path = Files.createDirectory(directory.resolve("db.control")).resolve("socket");
        try (ServerSocketChannel left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(path));
        }
        assertThat(path).exists();

        assertThat(ControlSocket.ask(database, List.of("x"))).isEmpty();
        try (ControlSocket socket = ControlSocket.listen(database, this::echo)) {
            assertThat(socket).isNotNull();
            assertThat(ask("x").status()).isEqualTo(1);
        }
    }

    @Test
    void aCommandThatFailsByADefectLeavesTheNextOneAlone() {
        try (ControlSocket socket = ControlSocket.listen(database, this::echo)) {
            assertThat(socket).isNotNull();
            assertThatThrownBy(() -> ask("fail")).isInstanceOf(Unusable.class).hasMessageContaining("gave no answer");

            assertThat(ask("well").status()).isEqualTo(1);
        }
    }

    @Test
    void rubbishLeavesTheNextOneAlone() throws IOException {
        try (ControlSocket socket = ControlSocket.listen(database, this::echo)) {
            assertThat(socket).isNotNull();
            for (byte[] rubbish :
                    List.of(new byte[] {}, new byte[] {9}, new byte[] {1, 127, 127, 127, 127}, new byte[] {
                        1, 0, 0, 0, 1, -1, -1, -1, -1
                    })) {
                try (SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                    client.connect(UnixDomainSocketAddress.of(ControlPlace.of(database)));
                    client.write(ByteBuffer.wrap(rubbish));
                    client.shutdownOutput();
                    assertThat(client.read(ByteBuffer.allocate(1))).isEqualTo(-1);
                }
            }
            assertThat(asked).isEmpty();
            assertThat(ask("well").status()).isEqualTo(1);
        }
    }

    @Test
    void saysThatAPathIsTooLongForASocket() {
        Path deep = directory.resolve("d".repeat(100)).resolve("db");

        assertThatThrownBy(() -> ControlSocket.listen(deep, this::echo))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("longer than the 103 bytes");
        assertThat(ControlSocket.ask(deep, List.of("x"))).isEmpty();
    }
}
