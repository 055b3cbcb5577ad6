package io.proctemplate.application.spi;

import java.time.Instant;

/**
 * The answer of a call that was carried out.
 *
 * @param requestHash tells what was asked for from anything else
 * @param answer as whoever asked had it written
 * @param expires when it stops being there
 */
public record KeptAnswer(String requestHash, String answer, Instant expires) {

    public boolean isLive(Instant now) {
        return expires.isAfter(now);
    }
}
