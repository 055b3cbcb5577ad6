package io.proctemplate.application.spi;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What proves an application: its secret and, for a while after a rotation, the one before.
 *
 * @param former null where no secret was there before, or it ended with the rotation
 */
public record AppSecrets(SecretHash present, @Nullable Former former) {
    /** Compared with where there is no former secret, so that each proof takes the same number of hashes. */
    private static final SecretHash NONE = SecretHash.of("", "00");

    /**
     * A secret that was replaced.
     *
     * @param until from when on it proves nothing
     */
    public record Former(SecretHash hash, Instant until) {}

    /** Whether {@code secret} proves the application at {@code now}; takes the same time for any. */
    public boolean match(String secret, Instant now) {
        boolean isPresent = present.matches(secret);
        boolean isFormer = (former == null ? NONE : former.hash()).matches(secret);
        return isPresent || (isFormer && isFormerLive(now));
    }

    /** Whether two secrets prove the application at {@code now}. */
    public boolean isFormerLive(Instant now) {
        return former != null && now.isBefore(former.until());
    }

    /** With {@code fresh} as the secret; the one so far works for {@code overlap} longer, an older one no more. */
    public AppSecrets rotated(SecretHash fresh, Instant now, Duration overlap) {
        return new AppSecrets(fresh, overlap.isZero() ? null : new Former(present, now.plus(overlap)));
    }
}
