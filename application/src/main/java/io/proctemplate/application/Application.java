package io.proctemplate.application;

import io.proctemplate.application.api.Access;
import io.proctemplate.application.api.ProcessTemplates;
import io.proctemplate.application.api.ServiceCategories;
import io.proctemplate.application.api.ServiceTemplates;
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
        ServiceCategories serviceCategories) {

    /** The use cases over {@code unitOfWork}, at the time of {@code clock}; what they stamp is to the millisecond. */
    public static Application over(UnitOfWork unitOfWork, Clock clock) {
        Attempts attempts = new Attempts(unitOfWork);
        Clock millis = Clock.tick(clock, Duration.ofMillis(1));
        return new Application(
                new AccessService(unitOfWork, clock),
                new ProcessTemplateService(attempts, millis),
                new ServiceTemplateService(attempts, millis),
                new ServiceCategoryService(attempts, millis));
    }
}
