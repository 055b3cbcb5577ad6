package io.proctemplate.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/**
 * Sends {@link LogLine}s to standard output. Found by Logback as a service; in Java because reading an XML file and a
 * pattern costs a start more than a tenth of its time.
 */
public final class Logging extends ContextAwareBase implements Configurator {
    private static final String CONSOLE = "console";
    private static final String OWN = "io.proctemplate";
    /** Warns of every database engine that is newer than the library; ours are tested. */
    private static final String ENGINE_CHECK = "org.flywaydb.core.internal.database.base.Database";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(new LogLine());
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setName(CONSOLE);
        console.setContext(context);
        console.setEncoder(encoder);
        console.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console);
        apply(context, org.slf4j.event.Level.INFO);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Logs messages of {@code level} and more urgent ones; libraries speak below warnings only when asked for detail. */
    static void level(org.slf4j.event.Level level) {
        apply((LoggerContext) LoggerFactory.getILoggerFactory(), level);
    }

    /** Has the log go to the standard error, and only what is wrong: the standard output is for answers. */
    static void besideAnswers() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        ConsoleAppender<?> console = (ConsoleAppender<?>) Objects.requireNonNull(
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(CONSOLE));
        console.stop();
        console.setTarget("System.err");
        console.start();
        apply(context, org.slf4j.event.Level.ERROR);
    }

    private static void apply(LoggerContext context, org.slf4j.event.Level level) {
        Level wanted = Level.convertAnSLF4JLevel(level);
        boolean detail = level.toInt() <= org.slf4j.event.Level.DEBUG.toInt();
        context.getLogger(OWN).setLevel(wanted);
        context.getLogger(ENGINE_CHECK).setLevel(Level.ERROR);
        context.getLogger(Logger.ROOT_LOGGER_NAME)
                .setLevel(detail || wanted.isGreaterOrEqual(Level.WARN) ? wanted : Level.WARN);
    }
}
