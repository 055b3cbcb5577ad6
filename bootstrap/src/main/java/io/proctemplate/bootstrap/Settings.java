package io.proctemplate.bootstrap;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Everything that can be set, each setting once, and the values of one start. A new setting is one line here and an
 * entry in {@link #ALL}. Immutable.
 */
final class Settings {
    /** A switch that may be left to the program. */
    enum Switch {
        TRUE,
        FALSE,
        AUTO
    }

    /** The form of the ids in an answer of the v2 face (wire contract, section 1). */
    enum EsbIds {
        NESTED,
        FLAT
    }

    private static final String EMBEDDED = "jdbc:h2:file:./data/proctemplate";

    static final Setting<String> CONFIG = Setting.of(
            "config",
            "FILE",
            "",
            "",
            ValueParser.anyText(),
            "Properties file with settings (UTF-8), its keys spelt like the flags without --");
    static final Setting<String> HTTP_HOST = Setting.of(
            "http-host",
            "HOST",
            "",
            "127.0.0.1",
            Settings::host,
            "Address or name to listen on; 0.0.0.0 for every address of the machine");
    static final Setting<Long> HTTP_PORT = Setting.of(
            "http-port",
            "PORT",
            "",
            "8080",
            ValueParser.integer(0, 65535),
            "TCP port to listen on; 0 for any free one, which the log then names");
    static final Setting<String> DB_URL = Setting.of(
                    "db-url",
                    "URL",
                    "",
                    EMBEDDED,
                    ValueParser.textBeginningWith("jdbc:"),
                    "JDBC address of the database; the default is an embedded one in files under data/ of the working directory")
            .hidden();
    static final Setting<String> DB_USER =
            Setting.of("db-user", "NAME", "", "sa", ValueParser.anyText(), "User of the database");
    static final Setting<String> DB_PASSWORD = Setting.of(
                    "db-password",
                    "TEXT",
                    "",
                    "",
                    ValueParser.anyText(),
                    "Password of the database's user; a flag is seen by everybody on the machine, so prefer the environment or the file")
            .hidden();
    static final Setting<String> DB_PASSWORD_FILE = Setting.of(
            "db-password-file",
            "FILE",
            "",
            "",
            ValueParser.contentOfFile(),
            "File (UTF-8) that holds the password of the database's user, as orchestrators hand secrets over; instead of --db-password");
    static final Setting<Long> DB_POOL_SIZE = Setting.of(
            "db-pool-size",
            "N",
            "connections",
            "8",
            ValueParser.integer(1, 1000),
            "Most connections to the database at once");
    static final Setting<Switch> DEMO = Setting.of(
            "demo",
            "true|false|auto",
            "",
            "auto",
            ValueParser.oneOf(Switch.class),
            "Put demo data into an empty database, so that the published example request runs: its secrets are known to "
                    + "everybody, so only with a loopback host; auto means true with the embedded default database");
    static final Setting<Optional<URI>> LOGIN_URL = Setting.of(
                    "login-url",
                    "URL",
                    "",
                    "",
                    Settings::loginAddress,
                    "Address of the platform's login, which is asked by GET with ?bk_token=… about tokens unknown here; none: "
                            + "only tokens of this program count")
            .hidden();
    static final Setting<Long> LOGIN_TIMEOUT_SECONDS = Setting.of(
            "login-timeout-seconds",
            "N",
            "seconds",
            "3",
            ValueParser.integer(1, 60),
            "How long the platform's login may take to answer before its user is not logged in");
    static final Setting<EsbIds> ESB_IDS = Setting.of(
            "esb-ids",
            "nested|flat",
            "",
            "nested",
            ValueParser.oneOf(EsbIds.class),
            "Form of the ids in answers of the v2 face: nested [[1,2]] as the API page shows, flat [1,2] as GSEKit needs");
    static final Setting<Long> MAX_BATCH = Setting.of(
            "max-batch",
            "N",
            "processes",
            "100",
            ValueParser.integer(1, 10_000),
            "Most processes one batch may hold; the default is the API's");
    static final Setting<Long> MAX_BODY_BYTES = Setting.of(
            "max-body-bytes", "N", "bytes", "4194304", ValueParser.integer(1024, 1 << 30), "Largest request body");
    static final Setting<Long> REQUEST_TIMEOUT_SECONDS = Setting.of(
            "request-timeout-seconds",
            "N",
            "seconds",
            "30",
            ValueParser.integer(1, 3600),
            "How long a request may take to arrive, and its answer to be taken, before the sender is cut off");
    static final Setting<Long> IDLE_TIMEOUT_SECONDS = Setting.of(
            "idle-timeout-seconds",
            "N",
            "seconds",
            "10",
            ValueParser.integer(1, 3600),
            "How long a sender may pause within a request before it is cut off");
    static final Setting<Long> SHUTDOWN_GRACE_SECONDS = Setting.of(
            "shutdown-grace-seconds",
            "N",
            "seconds",
            "10",
            ValueParser.integer(0, 3600),
            "How long requests that are running may still take when the server stops");
    static final Setting<Long> HTTP_WORKERS = Setting.of(
            "http-workers",
            "N",
            "threads",
            "8",
            ValueParser.integer(1, 1000),
            "Most requests worked on at once; more than --db-pool-size wait for each other's connections");
    static final Setting<Long> HTTP_QUEUE = Setting.of(
            "http-queue",
            "N",
            "requests",
            "512",
            ValueParser.integer(1, 100_000),
            "Most requests that may wait for a worker; what comes then is told to come again");
    static final Setting<Long> APP_SHARE = Setting.of(
            "app-share",
            "N",
            "percent",
            "50",
            ValueParser.integer(1, 100),
            "How much of --http-workers and --http-queue one application may have while others want some; alone it may have all");
    static final Setting<Long> HTTP_CONNECTIONS = Setting.of(
            "http-connections",
            "N",
            "connections",
            "8192",
            ValueParser.integer(1, 1_000_000),
            "Most connections of clients at once; who comes then waits until one is closed");
    static final Setting<Long> KEEP_ALIVE_SECONDS = Setting.of(
            "keep-alive-seconds",
            "N",
            "seconds",
            "60",
            ValueParser.integer(1, 3600),
            "How long a connection may stay open without a request");
    static final Setting<String> TLS_KEY_STORE = Setting.of(
            "tls-key-store",
            "FILE",
            "",
            "",
            ValueParser.nameOfFile(),
            "Key store (PKCS#12) with the server's private key and certificate, to serve https://; none: plain HTTP");
    static final Setting<String> TLS_KEY_STORE_PASSWORD = Setting.of(
                    "tls-key-store-password",
                    "TEXT",
                    "",
                    "",
                    ValueParser.anyText(),
                    "Password of the key store; a flag is seen by everybody on the machine, so prefer the environment or the file")
            .hidden();
    static final Setting<String> TLS_KEY_STORE_PASSWORD_FILE = Setting.of(
            "tls-key-store-password-file",
            "FILE",
            "",
            "",
            ValueParser.contentOfFile(),
            "File (UTF-8) that holds the password of the key store; instead of --tls-key-store-password");
    static final Setting<Level> LOG_LEVEL = Setting.of(
            "log-level",
            "error|warn|info|debug|trace",
            "",
            "info",
            ValueParser.oneOf(Level.class),
            "Least urgent messages that are logged; debug and trace include those of libraries");

    /** Every setting, in the order people read about them. */
    static final List<Setting<?>> ALL = List.of(
            HTTP_HOST,
            HTTP_PORT,
            DB_URL,
            DB_USER,
            DB_PASSWORD,
            DB_PASSWORD_FILE,
            DB_POOL_SIZE,
            DEMO,
            LOGIN_URL,
            LOGIN_TIMEOUT_SECONDS,
            ESB_IDS,
            MAX_BATCH,
            MAX_BODY_BYTES,
            REQUEST_TIMEOUT_SECONDS,
            IDLE_TIMEOUT_SECONDS,
            SHUTDOWN_GRACE_SECONDS,
            HTTP_WORKERS,
            HTTP_QUEUE,
            APP_SHARE,
            HTTP_CONNECTIONS,
            KEEP_ALIVE_SECONDS,
            TLS_KEY_STORE,
            TLS_KEY_STORE_PASSWORD,
            TLS_KEY_STORE_PASSWORD_FILE,
            LOG_LEVEL,
            CONFIG);

    private final Map<Setting<?>, Object> given;
    private final List<String> unknownVariables;

    /** The values that were given, each of the type of its setting; the others have their defaults. */
    Settings(Map<Setting<?>, Object> given, List<String> unknownVariables) {
        this.given = Map.copyOf(given);
        this.unknownVariables = List.copyOf(unknownVariables);
    }

    /** Variables of the environment that are named like a setting and are none; sorted. */
    List<String> unknownVariables() {
        return unknownVariables;
    }

    static @Nullable Setting<?> find(String key) {
        return ALL.stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("unchecked") // the reader puts a T, made by the setting's own parser, under a Setting<T>
    <T> T get(Setting<T> setting) {
        Object value = given.get(setting);
        return value == null ? setting.defaultValue() : (T) value;
    }

    int number(Setting<Long> setting) {
        return Math.toIntExact(get(setting));
    }

    /** The password of the database's user, wherever it was given. */
    String databasePassword() {
        return password(DB_PASSWORD, DB_PASSWORD_FILE);
    }

    /** The password of the key store, wherever it was given. */
    String keyStorePassword() {
        return password(TLS_KEY_STORE_PASSWORD, TLS_KEY_STORE_PASSWORD_FILE);
    }

    private String password(Setting<String> itself, Setting<String> file) {
        String inFile = get(file);
        return inFile.isEmpty() ? get(itself) : inFile;
    }

    boolean servesTls() {
        return !get(TLS_KEY_STORE).isEmpty();
    }

    /** Whether demo data is asked for: said so, or left to the program with the embedded default database. */
    boolean wantsDemoData() {
        return switch (get(DEMO)) {
            case TRUE -> true;
            case FALSE -> false;
            case AUTO -> get(DB_URL).equals(EMBEDDED);
        };
    }

    boolean listensOnLoopback() {
        return Objects.requireNonNull(addressOf(get(HTTP_HOST))).isLoopbackAddress();
    }

    /** What is wrong with the values taken together, empty if nothing is. */
    List<String> contradictions() {
        return Stream.of(
                        twoPasswords(DB_PASSWORD, DB_PASSWORD_FILE),
                        twoPasswords(TLS_KEY_STORE_PASSWORD, TLS_KEY_STORE_PASSWORD_FILE),
                        passwordForNothing(),
                        demoForOthers())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> twoPasswords(Setting<String> itself, Setting<String> file) {
        return get(itself).isEmpty() || get(file).isEmpty()
                ? Optional.empty()
                : Optional.of(file.flag() + ": " + itself.flag() + " gives a password too; keep one");
    }

    /** Who gives the password wants TLS, and must not find out later that there is none. */
    private Optional<String> passwordForNothing() {
        return servesTls() || keyStorePassword().isEmpty()
                ? Optional.empty()
                : Optional.of(TLS_KEY_STORE.flag() + ": is missing, but its password is given");
    }

    private Optional<String> demoForOthers() {
        if (!wantsDemoData() || listensOnLoopback()) {
            return Optional.empty();
        }
        return Optional.of(DEMO.flag() + ": demo data has secrets known to everybody, so it needs a loopback "
                + HTTP_HOST.flag() + "; use another, or " + DEMO.flag()
                + "=false (with the embedded default database it is "
                + "on unless you say so)");
    }

    private static Optional<URI> loginAddress(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String rule = "must be an address that begins with http:// or https:// and has neither user nor fragment";
        try {
            URI address = new URI(text);
            boolean isHttp =
                    text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
            if (isHttp && address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null) {
                return Optional.of(address);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(rule); // without the cause, which holds the text
        }
        throw new IllegalArgumentException(rule);
    }

    private static String host(String text) {
        if (text.isBlank() || addressOf(text) == null) {
            throw new IllegalArgumentException("must be an address or a host name that can be resolved");
        }
        return text;
    }

    private static @Nullable InetAddress addressOf(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
