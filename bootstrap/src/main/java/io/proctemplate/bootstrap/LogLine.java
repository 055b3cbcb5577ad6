package io.proctemplate.bootstrap;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/**
 * How a message is written: time (UTC), level, who speaks, what; the ids of the request it belongs to, if to any; and a
 * defect with its stack. A message stays one line whatever it holds.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
    /** The names of a request's ids in the logging context. */
    private static final List<String> REQUEST_IDS = List.of("request_id", "server_request_id");

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    @Override
    public String doLayout(ILoggingEvent event) {
        String logger = event.getLoggerName();
        StringBuilder line = new StringBuilder(200)
                .append(TIME.format(Instant.ofEpochMilli(event.getTimeStamp())))
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(logger, logger.lastIndexOf('.') + 1, logger.length())
                .append(": ");
        appendInOneLine(event.getFormattedMessage(), line);
        REQUEST_IDS.forEach(name -> appendIfThere(name, event, line));
        line.append(System.lineSeparator());
        IThrowableProxy defect = event.getThrowableProxy();
        return line.append(defect == null ? "" : ThrowableProxyUtil.asString(defect))
                .toString();
    }

    private static void appendIfThere(String name, ILoggingEvent event, StringBuilder line) {
        String id = event.getMDCPropertyMap().get(name);
        if (id != null) {
            line.append(' ').append(name).append('=').append(id);
        }
    }

    private static void appendInOneLine(String message, StringBuilder line) {
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            line.append(c == '\n' || c == '\r' ? ' ' : c);
        }
    }
}
