package io.proctemplate.application;

import io.proctemplate.application.api.Access;
import io.proctemplate.application.api.ProcessTemplates;
import io.proctemplate.application.spi.UnitOfWork;
import java.time.Clock;

/**
 * The use cases over one storage.
 *
 * @param access tells who calls
 * @param processTemplates what may be done with process templates
 */
public record Application(Access access, ProcessTemplates processTemplates) {

    /** The use cases over {@code unitOfWork}, at the time of {@code clock}. */
    public static Application over(UnitOfWork unitOfWork, Clock clock) {
        return new Application(new AccessService(unitOfWork, clock), new ProcessTemplateService(unitOfWork, clock));
    }
}
