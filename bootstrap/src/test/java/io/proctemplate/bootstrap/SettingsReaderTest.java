package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    @TempDir
    private Path directory;

    private static Settings read(Map<String, String> environment, String... arguments) {
        return SettingsReader.read(Flags.parse(arguments), environment);
    }

    private static Settings read(String... arguments) {
        return read(Map.of(), arguments);
    }

    private String file(String... lines) throws IOException {
        Path file = directory.resolve("server.properties");
        Files.write(file, Arrays.asList(lines));
        return file.toString();
    }

    @Test
    void withNothingGivenEverySettingHasTheDocumentedDefault() {
        Settings settings = read();
        assertThat(settings.get(Settings.HTTP_HOST)).isEqualTo("127.0.0.1");
        assertThat(settings.number(Settings.HTTP_PORT)).isEqualTo(8080);
        assertThat(settings.get(Settings.DB_URL)).isEqualTo("jdbc:h2:file:./data/proctemplate");
        assertThat(settings.get(Settings.DB_PASSWORD)).isEmpty();
        assertThat(settings.get(Settings.ESB_IDS)).isEqualTo(Settings.EsbIds.NESTED);
        assertThat(settings.number(Settings.MAX_BATCH)).isEqualTo(100);
        assertThat(settings.get(Settings.MAX_BODY_BYTES)).isEqualTo(4L * 1024 * 1024);
    }

    static Stream<Setting<?>> everySetting() {
        return Settings.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void everySettingCanBeGivenInItsThreeSpellings(Setting<?> setting) throws IOException {
        String other = other(setting);
        Object expected = setting.parser().parse(other);
        assertThat(expected).isNotEqualTo(setting.defaultValue());
        Map<String, String> around = around(setting);
        assertThat(read(around, setting.flag(), other).get(setting)).isEqualTo(expected);
        assertThat(read(around, setting.flag() + "=" + other).get(setting)).isEqualTo(expected);
        Map<String, String> environment = new HashMap<>(around);
        environment.put(setting.environmentName(), other);
        assertThat(read(environment).get(setting)).isEqualTo(expected);
        if (!setting.equals(Settings.CONFIG)) {
            String file = file(setting.key() + "=" + other);
            assertThat(read(around, "--config", file).get(setting)).isEqualTo(expected);
        }
    }

    /** What has to be set where {@code setting} is. */
    private static Map<String, String> around(Setting<?> setting) {
        return setting.key().startsWith("tls-key-store-") ? Map.of("PROCTEMPLATE_TLS_KEY_STORE", "x.p12") : Map.of();
    }

    /** A good value that is not the default. */
    private String other(Setting<?> setting) throws IOException {
        return switch (setting.key()) {
            case "http-host" -> "127.0.0.2";
            case "db-url" -> "jdbc:h2:mem:other";
            case "db-user", "db-password" -> "other";
            case "login-url" -> "https://login.example/is_login/?from=cmdb";
            case "login-timeout-seconds" -> "7";
            case "demo" -> "false";
            case "esb-ids" -> "flat";
            case "log-level" -> "trace";
            case "config" -> file();
            case "db-password-file", "tls-key-store-password-file" -> passwordFile("other");
            case "app-share",
                    "db-pool-size",
                    "http-workers",
                    "request-timeout-seconds",
                    "idle-timeout-seconds",
                    "shutdown-grace-seconds" -> "99";
            default -> "1234";
        };
    }

    @Test
    void aFlagWinsOverTheEnvironmentAndTheEnvironmentOverTheFile() throws IOException {
        String file = file("http-port=1", "max-batch=1", "db-pool-size=1");
        Map<String, String> environment = Map.of("PROCTEMPLATE_HTTP_PORT", "2", "PROCTEMPLATE_MAX_BATCH", "2");
        Settings settings = read(environment, "--config", file, "--http-port", "3");
        assertThat(settings.number(Settings.HTTP_PORT)).isEqualTo(3);
        assertThat(settings.number(Settings.MAX_BATCH)).isEqualTo(2);
        assertThat(settings.number(Settings.DB_POOL_SIZE)).isEqualTo(1);
    }

    private String passwordFile(String content) throws IOException {
        return Files.writeString(directory.resolve("password"), content).toString();
    }

    @Test
    void thePasswordMayComeFromAFileOfItsOwn() throws IOException {
        assertThat(read("--db-password-file", passwordFile(" pass word \n")).databasePassword())
                .isEqualTo(" pass word ");
        assertThat(read("--db-password", "x").databasePassword()).isEqualTo("x");
    }

    @Test
    void twoPasswordsAreAContradictionAndNeitherIsShown() throws IOException {
        String file = passwordFile("secret1");
        assertThatThrownBy(() -> read(Map.of("PROCTEMPLATE_DB_PASSWORD", "secret2"), "--db-password-file", file))
                .isInstanceOf(BadSettings.class)
                .hasMessage("--db-password-file: --db-password gives a password too; keep one");
    }

    @Test
    void whatTheSettingsOfTlsContradictIsToldAtOnce() throws IOException {
        String file = passwordFile("secret1");
        assertThatThrownBy(() -> read(
                        Map.of("PROCTEMPLATE_TLS_KEY_STORE_PASSWORD", "secret2"),
                        "--tls-key-store-password-file",
                        file))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining(
                        "--tls-key-store-password-file: --tls-key-store-password gives a password too; keep one")
                .hasMessageContaining("--tls-key-store: is missing, but its password is given")
                .hasMessageNotContaining("secret1")
                .hasMessageNotContaining("secret2");
        assertThat(read("--tls-key-store=x.p12", "--tls-key-store-password-file=" + file)
                        .keyStorePassword())
                .isEqualTo("secret1");
        assertThat(read("--tls-key-store=x.p12").servesTls()).isTrue();
        assertThat(read().servesTls()).isFalse();
    }

    @Test
    void aPasswordFileThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> read("--db-password-file", "no/such/file"))
                .hasMessage(
                        "--db-password-file: must name a file that can be read (NoSuchFileException), not \"no/such/file\"");
    }

    @Test
    void theFileMayBeNamedByTheEnvironment() throws IOException {
        assertThat(read(Map.of("PROCTEMPLATE_CONFIG", file("http-port=1"))).number(Settings.HTTP_PORT))
                .isEqualTo(1);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws IOException {
        String file = file("http-hots=x", "max-batch=0", "db-pool-size=7", "db-pool-size=8", "config=again");
        Map<String, String> environment =
                Map.of("PROCTEMPLATE_ESB_IDS", "both", "PATH", "/bin", "PROCTEMPLATE_MAX_BATCH", "x");
        assertThatThrownBy(() -> read(
                        environment, "--http-port", "65536", "--verbose=1", "--config", file, "--max-batch=5", "stray"))
                .isInstanceOf(BadSettings.class)
                .hasMessage(String.join(
                        "\n  ",
                        "9 settings cannot be used:",
                        "--verbose: there is no such setting",
                        "a word that belongs to no flag",
                        "--http-port: must be a whole number from 0 to 65535, not \"65536\"",
                        "PROCTEMPLATE_ESB_IDS: must be one of nested, flat, not \"both\"",
                        "PROCTEMPLATE_MAX_BATCH: must be a whole number from 1 to 10000, not \"x\"",
                        file + ": http-hots: there is no such setting",
                        file + ": max-batch: must be a whole number from 1 to 10000, not \"0\"",
                        file + ": db-pool-size: is given more than once",
                        file + ": config: there is no such setting"));
    }

    @Test
    void aVariableThatIsNoSettingIsNotedAndNoFault() {
        Settings settings = read(Map.of(
                "PROCTEMPLATE_SERVICE_PORT",
                "8080",
                "PROCTEMPLATE_PORT",
                "tcp://10.96.0.7:8080",
                "PROCTEMPLATE_MAX_BATCH",
                "7",
                "PATH",
                "/bin"));
        assertThat(settings.unknownVariables()).containsExactly("PROCTEMPLATE_PORT", "PROCTEMPLATE_SERVICE_PORT");
        assertThat(settings.number(Settings.MAX_BATCH)).isEqualTo(7);
        assertThatThrownBy(() -> read(Map.of("PROCTEMPLATE_HTTP_PORT", "tcp://10.96.0.7:8080")))
                .isInstanceOf(BadSettings.class)
                .hasMessageStartingWith("PROCTEMPLATE_HTTP_PORT: must be a whole number");
    }

    @ParameterizedTest
    @CsvSource({
        "--http-port, ''",
        "--http-port, ' 80'",
        "--http-port, +80",
        "--http-port, 8e1",
        "--http-port, ८०",
        "--http-port, 99999999999999999999",
        "--max-batch, 0",
        "--db-pool-size, 0",
        "--request-timeout-seconds, 0",
        "--max-body-bytes, 1023",
        "--db-url, postgresql://host/db",
        "--esb-ids, NESTED",
        "--demo, yes",
        "--log-level, all",
        "--http-host, ' '",
        "--http-host, no.such.host.invalid",
        "--config, /no/such/file"
    })
    void aBadValueIsRefused(String flag, String value) {
        assertThatThrownBy(() -> read(flag + "=" + value))
                .isInstanceOf(BadSettings.class)
                .hasMessageStartingWith(flag + ": ");
    }

    @Test
    void aFlagWithoutItsValueIsRefused() {
        assertThatThrownBy(() -> read("--http-port", "--db-user", "me")).hasMessage("--http-port: needs a value");
        assertThatThrownBy(() -> read("--http-port")).hasMessage("--http-port: needs a value");
    }

    @Test
    void aFlagGivenTwiceIsRefused() {
        assertThatThrownBy(() -> read("--http-port", "1", "--http-port", "2"))
                .hasMessage("--http-port: is given more than once");
    }

    @Test
    void aFileThatIsNoPropertiesFileIsRefused() throws IOException {
        String file = file("http-port=\\u12");
        assertThatThrownBy(() -> read("--config", file))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("is not a properties file");
    }

    @Test
    void noSecretIsShownWhateverIsWrong() throws IOException {
        String file = file("db-pasword=hunter2", "db-url=postgres://me:hunter2@host");
        Map<String, String> environment =
                Map.of("PROCTEMPLATE_DB_PASWORD", "hunter2", "PROCTEMPLATE_DB_URL", "hunter2");
        assertThatThrownBy(() -> read(
                        environment,
                        "--db-pasword=hunter2",
                        "--db-pasword",
                        "hunter2",
                        "--db-password",
                        "one",
                        "--tls-key-store-password",
                        "hunter2",
                        "hunter2",
                        "--db-url",
                        "hunter2",
                        "--config",
                        file))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("--db-pasword")
                .hasMessageContaining("db-url")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void demoDataIsAskedForByItselfOnlyWithTheEmbeddedDefaultDatabase() {
        assertThat(read().wantsDemoData()).isTrue();
        assertThat(read("--db-url", "jdbc:h2:mem:x").wantsDemoData()).isFalse();
        assertThat(read("--demo=false").wantsDemoData()).isFalse();
        assertThat(read("--demo", "--db-url", "jdbc:h2:mem:x").wantsDemoData()).isTrue();
        assertThat(read("--demo", "false").wantsDemoData()).isFalse();
    }

    @Test
    void demoDataIsRefusedWhereOtherMachinesCanReachIt() {
        assertThatThrownBy(() -> read("--demo", "--db-url", "jdbc:h2:mem:x", "--http-host", "0.0.0.0"))
                .isInstanceOf(BadSettings.class)
                .hasMessageStartingWith("--demo: ");
        assertThatThrownBy(() -> read("--http-host", "0.0.0.0")).hasMessageContaining("--demo=false");
        assertThat(read("--http-host", "0.0.0.0", "--demo=false").wantsDemoData())
                .isFalse();
        assertThat(read("--http-host", "localhost").wantsDemoData()).isTrue();
        assertThat(read("--http-host", "::1").wantsDemoData()).isTrue();
    }

    /** The address may hold a secret: it is not shown. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "login.example?s3cret",
                "ftp://login.example/s3cret",
                "https://s3cret@login.example/",
                "https://login.example/#s3cret",
                "https:///s3cret",
                "https://login.example/s3 cret",
                "https:s3cret"
            })
    void aLoginAddressThatCannotBeAskedIsRefused(String address) {
        assertThatThrownBy(() -> read("--login-url=" + address))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("--login-url: must be an address")
                .hasMessageNotContaining("s3");
    }
}
