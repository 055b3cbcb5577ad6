package io.proctemplate.application.spi;

import io.proctemplate.domain.template.Scope;
import java.time.Instant;
import java.util.Set;

/**
 * The answer of a call that was carried out.
 *
 * @param requestHash tells what was asked for from anything else
 * @param answer as whoever asked had it written
 * @param scopes where the caller needed rights for it
 * @param expires when it stops being there
 */
public record KeptAnswer(String requestHash, String answer, Set<Scope> scopes, Instant expires) {
    public KeptAnswer {
        scopes = Set.copyOf(scopes);
    }

    public boolean isLive(Instant now) {
        return expires.isAfter(now);
    }
}
