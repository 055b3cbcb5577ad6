package io.proctemplate.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.LoggerFactory;

/**
 * One line a message on standard output, each with the id of the request it belongs to. Found by Logback as a service;
 * in Java because reading an XML configuration costs a tenth of the time the whole server needs to start.
 */
public final class Logging extends ContextAwareBase implements Configurator {
    private static final String OWN = "io.proctemplate";
    /** Warns of every database engine that is newer than the library; ours are tested. */
    private static final String ENGINE_CHECK = "org.flywaydb.core.internal.database.base.Database";

    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level %logger{0}: %msg"
            + "%replace( request_id=%X{request_id}){' request_id=$',''}%n";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
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

    private static void apply(LoggerContext context, org.slf4j.event.Level level) {
        Level wanted = Level.convertAnSLF4JLevel(level);
        boolean detail = level.toInt() <= org.slf4j.event.Level.DEBUG.toInt();
        context.getLogger(OWN).setLevel(wanted);
        context.getLogger(ENGINE_CHECK).setLevel(Level.ERROR);
        context.getLogger(Logger.ROOT_LOGGER_NAME)
                .setLevel(detail || wanted.isGreaterOrEqual(Level.WARN) ? wanted : Level.WARN);
    }
}
