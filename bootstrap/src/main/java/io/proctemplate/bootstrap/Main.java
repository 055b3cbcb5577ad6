package io.proctemplate.bootstrap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program: runs a command, or reads its settings and serves until it is told to stop. */
public final class Main {
    private static final int STOPPED = 0;
    private static final int FAILED = 1;
    private static final int BAD_SETTINGS = 2;
    /** As of {@code -XX:+ExitOnOutOfMemoryError}, which sees only what the virtual machine itself has run out of. */
    private static final int OUT_OF_MEMORY = 3;

    private Main() {}

    /**
     * Ends with status 0 if stopped as asked, 1 if the server cannot start or stop cleanly, 2 if a setting is wrong, 3 if
     * memory ran out; a command has its own meaning for 1.
     */
    public static void main(String... arguments) {
        // Without arguments nothing of commands is loaded: that would cost each start of the server.
        if (arguments.length > 0 && CommandGraph.has(arguments[0])) {
            System.exit(CommandGraph.run(arguments));
        }
        Flags flags = Flags.parse(arguments);
        if (flags.help()) {
            System.out.print(Flags.helpText());
        } else if (flags.version()) {
            System.out.println("ProcTemplate " + version());
        } else {
            serve(flags);
        }
    }

    private static void serve(Flags flags) {
        Thread.setDefaultUncaughtExceptionHandler(Main::threadEnded);
        try {
            Settings settings = SettingsReader.read(flags, System.getenv());
            Logging.level(settings.get(Settings.LOG_LEVEL));
            stopWhenAsked(Server.start(settings));
        } catch (BadSettings e) {
            end(BAD_SETTINGS, e.getMessage() + System.lineSeparator() + "See ./run --help.");
        } catch (Server.CannotStart e) {
            end(FAILED, "cannot start: " + e.getMessage());
        }
    }

    /** A server that lost a thread for want of memory or of threads serves nobody well: whoever watches it starts it anew. */
    private static void threadEnded(Thread thread, Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            System.err.println("proctemplate: out of memory in " + thread.getName() + ": " + cause.getMessage());
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        }
        LoggerFactory.getLogger(Main.class).error("thread {} ended by a defect", thread.getName(), cause);
    }

    private static void end(int status, String reason) {
        System.err.println("proctemplate: " + reason);
        System.exit(status);
    }

    private static void stopWhenAsked(Server server) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
        } catch (IllegalStateException askedAlready) {
            server.close();
        }
    }

    /**
     * Runs on SIGTERM and Ctrl-C. Ends the process by itself: the virtual machine would give status 143, which
     * supervisors take for a failure, to a server that stopped exactly as asked.
     */
    private static void stop(Server server) {
        Logger log = LoggerFactory.getLogger(Main.class);
        log.info("asked to stop: finishing the requests that are running");
        int status = FAILED;
        try {
            server.close();
            log.info("stopped");
            status = STOPPED;
        } catch (RuntimeException e) {
            log.error("cannot stop cleanly", e);
        } finally {
            Runtime.getRuntime().halt(status);
        }
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
