package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogLineTest {
    private final LogLine line = new LogLine();

    private static LoggingEvent event(String message, @Nullable Throwable defect, Map<String, String> context) {
        LoggerContext loggers = new LoggerContext();
        LoggingEvent event = new LoggingEvent(
                "", loggers.getLogger("io.proctemplate.some.Speaker"), Level.WARN, message, defect, new Object[0]);
        event.setInstant(Instant.parse("2026-01-02T03:04:05Z"));
        event.setMDCPropertyMap(context);
        return event;
    }

    @Test
    void aMessageIsATimeALevelASpeakerAndAText() {
        assertThat(line.doLayout(event("said", null, Map.of())))
                .isEqualTo("2026-01-02T03:04:05.000Z WARN Speaker: said\n");
    }

    @Test
    void aMessageStaysOneLineWhateverItHolds() {
        assertThat(line.doLayout(event("a\r\nb\nc", null, Map.of()))).endsWith("Speaker: a  b c\n");
    }

    @Test
    void aMessageBearsTheIdOfItsRequest() {
        assertThat(line.doLayout(event("said", null, Map.of("request_id", "7f"))))
                .endsWith(": said request_id=7f\n");
    }

    @Test
    void aMessageBearsTheServersIdToo() {
        assertThat(line.doLayout(event("said", null, Map.of("request_id", "7f", "server_request_id", "0c"))))
                .endsWith(": said request_id=7f server_request_id=0c\n");
    }

    @Test
    void aDefectIsWrittenWithItsStack() {
        assertThat(line.doLayout(event("broke", new IllegalStateException("why"), Map.of())))
                .contains("Speaker: broke\njava.lang.IllegalStateException: why\n")
                .contains("at io.proctemplate.bootstrap.LogLineTest");
    }
}
