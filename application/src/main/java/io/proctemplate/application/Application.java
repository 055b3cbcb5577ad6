package io.proctemplate.application;

import io.proctemplate.application.api.Access;
import io.proctemplate.application.api.Administration;
import io.proctemplate.application.api.Audit;
import io.proctemplate.application.api.ProcessTemplates;
import io.proctemplate.application.api.ServiceCategories;
import io.proctemplate.application.api.ServiceTemplates;
import io.proctemplate.application.spi.PlatformLogin;
import io.proctemplate.application.spi.RandomBytes;
import io.proctemplate.application.spi.TtlCaches;
import io.proctemplate.application.spi.UnitOfWork;
import java.time.Clock;
import java.time.Duration;

/**
 * The use cases over one storage.
 *
 * @param access tells who calls
 */
public record Application(
        Access access,
        ProcessTemplates processTemplates,
        ServiceTemplates serviceTemplates,
        ServiceCategories serviceCategories,
        Audit audit) {

    /**
     * The use cases over {@code unitOfWork}, at the time of {@code clock}; what they stamp is to the millisecond.
     *
     * @param platform is asked about tokens that the storage does not know
     * @param caches remember who calls
     */
    public static Application over(UnitOfWork unitOfWork, Clock clock, PlatformLogin platform, TtlCaches caches) {
        Clock millis = Clock.tick(clock, Duration.ofMillis(1));
        Attempts attempts = new Attempts(unitOfWork, millis, caches);
        return new Application(
                new AccessService(unitOfWork, clock, platform, caches),
                new ProcessTemplateService(attempts, millis),
                new ServiceTemplateService(attempts, millis),
                new ServiceCategoryService(attempts, millis),
                new AuditService(attempts));
    }

    /** What the operator may do with the storage; secrets are made of {@code random}. */
    public static Administration administration(UnitOfWork unitOfWork, Clock clock, RandomBytes random) {
        Commands commands = new Commands(unitOfWork);
        Clock millis = Clock.tick(clock, Duration.ofMillis(1));
        SecretMint mint = new SecretMint(random);
        return new Administration(
                new BusinessAdministration(commands),
                new AppAdministration(commands, millis, mint),
                new RightAdministration(commands),
                new LoginAdministration(commands, millis, mint),
                new AuditAdministration(commands));
    }
}
