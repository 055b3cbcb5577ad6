package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.adapter.jdbc.Database.Unusable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL behind TLS, with a certificate that it has signed itself. */
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path directory;

    private static Path certificate;
    private static Path strange;
    private static OwnPostgresql server;

    @BeforeAll
    static void start() throws Exception {
        certificate = certify("server");
        strange = certify("strange");
        server = OwnPostgresql.in(
                directory,
                Map.of(
                        "ssl",
                        "on",
                        "ssl_cert_file",
                        certificate.toString(),
                        "ssl_key_file",
                        directory.resolve("server.key").toString()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Makes a key and a certificate of {@code localhost}, as a server and a client read them. */
    private static Path certify(String name) throws Exception {
        Path store = directory.resolve(name + ".p12");
        String arguments = "-genkeypair -alias key -keyalg RSA -dname CN=localhost -ext SAN=dns:localhost -validity 30"
                + " -storetype PKCS12 -storepass " + new String(PASSWORD) + " -keystore";
        List<String> command = new ArrayList<>(List.of(arguments.split(" ")));
        command.add(
                0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.add(store.toString());
        Process keytool = new ProcessBuilder(command).inheritIO().start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        Path key = directory.resolve(name + ".key");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, pem("PRIVATE KEY", keys.getKey("key", PASSWORD).getEncoded()));
        return Files.writeString(
                directory.resolve(name + ".crt"),
                pem("CERTIFICATE", keys.getCertificate("key").getEncoded()));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(bytes));
    }

    private static Config with(Config config, String parameters) {
        return new Config(config.url() + parameters, config.user(), config.password(), 2);
    }

    @Test
    void everyConnectionIsEncryptedAndTheServerProven() throws Exception {
        Config config = server.newDatabase();
        Config proven = with(config, "?sslmode=verify-full&sslrootcert=" + certificate);
        try (Database database = Database.open(proven)) {
            assertThat(Batches.create(database.unitOfWork(), Batches.newScope(database.unitOfWork(), 1), "a", 2))
                    .hasSize(2);
            assertThat(TestedEngine.query(with(config, "?sslmode=disable"), """
                            SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
                            WHERE datname = current_database() AND application_name = 'proctemplate'
                            """))
                    .isNotEmpty()
                    .containsOnly("t");
        }
    }

    @Test
    void aServerThatCannotProveItselfIsRefusedInOneClearLine() throws IOException {
        Config config = with(server.newDatabase(), "?sslmode=verify-full&sslrootcert=" + strange);

        assertThatThrownBy(() -> Database.open(config).close())
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("SSL error")
                .message()
                .hasLineCount(1);
    }

    @Test
    void aServerWithoutTlsIsRefusedInOneClearLine() {
        Config config = with(PostgresqlServer.newDatabase(), "?sslmode=require");

        assertThatThrownBy(() -> Database.open(config).close())
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("does not support SSL");
    }
}
