package io.proctemplate.application;

import io.proctemplate.application.api.Credentials;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal.Unproven;
import io.proctemplate.application.spi.PlatformLogin;
import io.proctemplate.application.spi.PlatformLogin.Unreachable;
import io.proctemplate.application.spi.TtlCache;
import io.proctemplate.application.spi.TtlCache.Bounds;
import io.proctemplate.application.spi.TtlCaches;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The users of tokens that the platform knows, remembered for a while: longest for a live login, a little for none, and
 * for a moment that there was no answer, so that a platform in trouble is not asked by every request. Remembered by the
 * tokens' hashes.
 */
final class PlatformUsers {
    /** How long a login that ended on the platform may still count here. */
    private static final Duration KEEP_USER = Duration.ofSeconds(30);

    /** How long a login that began on the platform may not count yet, if its token was sent before. */
    private static final Duration KEEP_NOBODY = Duration.ofSeconds(5);

    private static final Duration KEEP_NO_ANSWER = Duration.ofSeconds(1);

    private static final long MAX_BYTES = 4L << 20;

    private final PlatformLogin platform;
    private final TtlCache<String, Answer> answers;

    PlatformUsers(PlatformLogin platform, TtlCaches caches) {
        this.platform = platform;
        this.answers = caches.cache(
                new Bounds<>(Answer::keep, MAX_BYTES, (hash, answer) -> Bytes.ENTRY + Bytes.of(hash) + answer.bytes()));
    }

    /**
     * What is known of a token.
     *
     * @param user null if there is none
     */
    private record Answer(@Nullable String user, Duration keep, Unproven otherwise) {
        static Answer ofUser(String user) {
            return new Answer(user, KEEP_USER, Unproven.NOT_LOGGED_IN);
        }

        static Answer nobody() {
            return new Answer(null, KEEP_NOBODY, Unproven.NOT_LOGGED_IN);
        }

        static Answer none() {
            return new Answer(null, KEEP_NO_ANSWER, Unproven.LOGIN_UNREACHABLE);
        }

        long bytes() {
            return user == null ? 0 : Bytes.of(user);
        }
    }

    /**
     * The user of {@code token}; without a clear answer, nobody. Who waits for the platform is for {@link PlatformLogin} to
     * say, so nobody waits here for another one's answer.
     *
     * @throws PlatformLogin.Busy if enough are waiting for the platform
     */
    Outcome<String> userOf(String token, String hash) {
        Answer answer = answers.find(hash).orElseGet(() -> {
            Answer fresh = ask(token);
            answers.put(hash, fresh);
            return fresh;
        });
        return answer.user() == null ? AccessService.refused(answer.otherwise()) : AccessService.done(answer.user());
    }

    private Answer ask(String token) {
        if (!AccessService.isWellFormed(token)) {
            return Answer.nobody();
        }
        try {
            return platform.userOf(token)
                    .filter(user -> !user.isEmpty() && Credentials.isShort(user) && AccessService.isWellFormed(user))
                    .map(Answer::ofUser)
                    .orElseGet(Answer::nobody);
        } catch (Unreachable noAnswer) {
            return Answer.none();
        }
    }
}
