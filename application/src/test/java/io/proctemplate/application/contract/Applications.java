package io.proctemplate.application.contract;

import io.proctemplate.application.Application;
import io.proctemplate.application.spi.PlatformLogin;
import io.proctemplate.application.spi.UnitOfWork;
import java.time.Clock;

/** The use cases for tests: what they remember is in plain maps, by the clock of the test. */
public final class Applications {
    private Applications() {}

    /** Where tokens are known to the storage alone. */
    public static Application over(UnitOfWork storage, Clock clock) {
        return over(storage, clock, PlatformLogin.NONE);
    }

    public static Application over(UnitOfWork storage, Clock clock, PlatformLogin platform) {
        return Application.over(storage, clock, platform, new InMemoryCaches(clock));
    }
}
