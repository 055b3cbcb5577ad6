package io.proctemplate.adapter.http;

import io.proctemplate.wire.Code;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * Whether the process runs and whether it can serve, for those who start and watch it; answered without credentials, on
 * the paths and in the form of MicroProfile Health.
 */
final class Health {
    static final String LIVE = "/health/live";
    static final String READY = "/health/ready";

    private static final byte[] UP = "{\"status\":\"UP\",\"checks\":[]}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DOWN = "{\"status\":\"DOWN\",\"checks\":[]}".getBytes(StandardCharsets.UTF_8);

    private final BooleanSupplier ready;

    /** {@code ready} is asked on a worker thread and may take its time. */
    Health(BooleanSupplier ready) {
        this.ready = ready;
    }

    static boolean isReading(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** The process runs. */
    Response live() {
        return new Response(200, Code.OK, ByteBuffer.wrap(UP));
    }

    Response ready() {
        return isReady() ? live() : notReady();
    }

    Response notReady() {
        return new Response(503, Code.BUSY, ByteBuffer.wrap(DOWN));
    }

    private boolean isReady() {
        try {
            return ready.getAsBoolean();
        } catch (RuntimeException cannotTell) {
            return false;
        }
    }
}
