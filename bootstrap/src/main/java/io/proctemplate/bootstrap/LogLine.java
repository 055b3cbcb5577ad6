package io.proctemplate.bootstrap;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * How a message is written: time (UTC), level, who speaks, what; the id of the request it belongs to, if to any; and a
 * defect with its stack. A message stays one line whatever it holds.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
    /** The name of the request's id in the logging context. */
    private static final String REQUEST_ID = "request_id";

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
        String requestId = event.getMDCPropertyMap().get(REQUEST_ID);
        if (requestId != null) {
            line.append(' ').append(REQUEST_ID).append('=').append(requestId);
        }
        line.append(System.lineSeparator());
        IThrowableProxy defect = event.getThrowableProxy();
        return line.append(defect == null ? "" : ThrowableProxyUtil.asString(defect))
                .toString();
    }

    private static void appendInOneLine(String message, StringBuilder line) {
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            line.append(c == '\n' || c == '\r' ? ' ' : c);
        }
    }
}
