package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.adapter.jdbc.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS by a key store, as clients and operators meet it. */
class HttpsTest {
    private static final String PASSWORD = "the-password-of-the-key-store";

    @TempDir
    private static Path directory;

    private static CertifiedKey key;

    @BeforeAll
    static void makeKey() {
        key = CertifiedKey.in(directory, PASSWORD);
    }

    private static Server serve(Path keyStore, String password, String... more) {
        Database.Config database =
                new Database.Config("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "", 2);
        String[] flags = TestedDatabase.flags(database, more);
        Map<String, String> environment = Map.of(
                "PROCTEMPLATE_TLS_KEY_STORE",
                keyStore.toString(),
                "PROCTEMPLATE_TLS_KEY_STORE_PASSWORD",
                password,
                "PROCTEMPLATE_DEMO",
                "true");
        return Server.start(SettingsReader.read(Flags.parse(flags), environment));
    }

    private static HttpResponse<String> send(HttpClient client, int port) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + Client.CALL))
                    .POST(BodyPublishers.ofByteArray(Client.example()))
                    .build();
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpClient client(String... protocols) {
        SSLParameters parameters = key.trust().getDefaultSSLParameters();
        parameters.setProtocols(protocols);
        return HttpClient.newBuilder()
                .sslContext(key.trust())
                .sslParameters(parameters)
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aClientThatTrustsTheCertificateIsServed(String protocol) throws IOException {
        try (Server server = serve(key.keyStore(), PASSWORD)) {
            HttpResponse<String> answer = send(client(protocol), server.port());

            assertThat(answer.sslSession().map(SSLSession::getProtocol)).contains(protocol);
            assertThat(answer.body()).contains("\"message\":\"success\"", "\"data\":[[1]]");
        }
    }

    @Test
    void aClientThatDoesNotKnowTheCertificateTurnsAway() {
        try (Server server = serve(key.keyStore(), PASSWORD)) {
            assertThatThrownBy(() -> send(HttpClient.newHttpClient(), server.port()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    /** Spoken by hand: no client of this JDK would. */
    @ParameterizedTest
    @ValueSource(strings = {"0300", "0301", "0302"})
    void anOlderVersionIsRefused(String version) throws IOException {
        String hello = version + "00".repeat(32) + "00" + "0004" + "002fc013" + "0100";
        String handshake = "0100" + length(hello) + hello;
        try (Server server = serve(key.keyStore(), PASSWORD);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(HexFormat.of().parseHex("160301" + length(handshake) + handshake));

            byte[] alert = socket.getInputStream().readNBytes(7);
            assertThat(alert[0]).as("kind: alert").isEqualTo((byte) 21);
            assertThat(alert[5]).as("level: fatal").isEqualTo((byte) 2);
            assertThat(alert[6]).as("protocol_version, or handshake_failure").isIn((byte) 70, (byte) 40);
        }
    }

    private static String length(String hex) {
        return "%04x".formatted(hex.length() / 2);
    }

    @Test
    void whoNeverBeginsTheHandshakeIsCutOff() throws IOException {
        try (Server server = serve(key.keyStore(), PASSWORD, "--keep-alive-seconds=1");
                Socket silent = new Socket(InetAddress.getLoopbackAddress(), server.port());
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            slow.getOutputStream().write(0x16);
            assertThat(silent.getInputStream().read()).isNegative();
            assertThat(slow.getInputStream().read()).isNegative();
        }
    }

    static Stream<Arguments> keyStoresOfNoUse() throws IOException {
        return Stream.of(
                Arguments.of(key.keyStore(), "wrong-password", "the password does not open it"),
                Arguments.of(directory.resolve("none.p12"), PASSWORD, "cannot be read (NoSuchFileException)"),
                Arguments.of(directory, PASSWORD, "Is a directory"),
                Arguments.of(Files.writeString(directory.resolve("text.p12"), "text"), PASSWORD, ""),
                Arguments.of(
                        key.certificateAlone(directory.resolve("trust.p12")), PASSWORD, "it holds no private key"));
    }

    @ParameterizedTest
    @MethodSource("keyStoresOfNoUse")
    void aKeyStoreOfNoUseIsOneClearLine(Path keyStore, String password, String reason) {
        assertThatThrownBy(() -> serve(keyStore, password).close())
                .isInstanceOf(Server.CannotStart.class)
                .hasMessageMatching("cannot listen on 127\\.0\\.0\\.1:0: key store \\S+: .+")
                .hasMessageContaining(keyStore + ": " + reason)
                .hasMessageNotContaining(password);
    }

    @Test
    void theProgramSaysWhereItIsReadyAndStopsCleanly() throws IOException {
        Path password = Files.writeString(directory.resolve("password"), PASSWORD + "\n");
        try (Child child = Child.start(
                directory,
                "--http-port=0",
                "--tls-key-store=" + key.keyStore(),
                "--tls-key-store-password-file=" + password,
                "--log-level=trace")) {
            assertThat(send(client("TLSv1.3"), child.port()).statusCode()).isEqualTo(200);
            child.terminate();

            assertThat(child.exitStatus()).isZero();
            assertThat(child.outputLines())
                    .anyMatch(line -> line.contains("ready at https://127.0.0.1:"))
                    .noneMatch(line -> line.contains(PASSWORD));
            assertThat(child.errorLines()).isEmpty();
        }
    }

    @Test
    void plainHttpForOtherMachinesIsWarnedOf() {
        try (Child plain = startForOthers();
                Child tls =
                        startForOthers("--tls-key-store=" + key.keyStore(), "--tls-key-store-password=" + PASSWORD)) {
            assertThat(plain.port()).isPositive();
            assertThat(tls.port()).isPositive();
            plain.terminate();
            tls.terminate();

            assertThat(plain.outputLines()).anyMatch(line -> line.contains("WARN") && line.contains("--tls-key-store"));
            assertThat(tls.outputLines()).noneMatch(line -> line.contains("WARN"));
        }
    }

    private static Child startForOthers(String... more) {
        return Child.start(
                directory,
                Stream.concat(
                                Stream.of("--http-host=0.0.0.0", "--http-port=0", "--db-url=jdbc:h2:mem:others"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }
}
