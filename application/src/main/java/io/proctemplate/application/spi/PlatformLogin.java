package io.proctemplate.application.spi;

import java.util.Optional;

/** The login of the platform around this program: knows the users of tokens that were not issued here. */
@FunctionalInterface
public interface PlatformLogin {

    /** Where there is no such platform: knows no token. */
    PlatformLogin NONE = token -> Optional.empty();

    /**
     * The user of a live login, empty if the platform says that the token is of none.
     *
     * @throws Unreachable if it gave no answer, in time and of the form agreed upon
     * @throws Busy if it was not asked, because enough are waiting for it; waits for nobody before it says so
     */
    Optional<String> userOf(String token);

    /** Nothing is known of the token, and there is no capacity to find out. */
    final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Busy() {
            super("enough are waiting for the platform's login", null, false, false);
        }
    }

    /** Nothing is known of the token. Bears neither the token nor a cause, which may hold it. */
    final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unreachable(String reason) {
            super(reason);
        }
    }
}
