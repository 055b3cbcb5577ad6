package io.proctemplate.adapter.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Keeps what one logger (and those below it) says at some level, while open. */
final class Logs extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger;
    private final Level before;
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    private Logs(String name, Level level) {
        logger = (Logger) LoggerFactory.getLogger(name);
        before = logger.getLevel();
        logger.setLevel(level);
        setContext(logger.getLoggerContext());
        start();
        logger.setAdditive(false);
        logger.addAppender(this);
    }

    /** Everything that anybody says at any level; it does not go to the console. */
    static Logs ofAll() {
        Logs logs = new Logs(org.slf4j.Logger.ROOT_LOGGER_NAME, Level.TRACE);
        logs.logger.getAppender("console").stop();
        return logs;
    }

    static Logs of(Class<?> type, Level level) {
        return new Logs(type.getName(), level);
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        events.add(event);
    }

    /** What was said, each with its stack trace's messages. */
    List<String> lines() {
        return events.stream().map(Logs::line).toList();
    }

    private static String line(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(
                event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap());
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            line.append(" / ").append(cause.getClassName()).append(": ").append(cause.getMessage());
        }
        return line.toString();
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setAdditive(true);
        logger.setLevel(before);
        if (logger.getAppender("console") != null) {
            logger.getAppender("console").start();
        }
    }
}
