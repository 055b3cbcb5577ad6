package io.proctemplate.application;

import static io.proctemplate.application.Commands.done;
import static io.proctemplate.application.Commands.refused;

import io.proctemplate.application.api.Administered;
import io.proctemplate.application.api.Administered.Reason;
import io.proctemplate.application.api.AdministeredName;
import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.Rights;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.template.ServiceTemplate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What an operator does with the rights of users. */
record RightAdministration(Commands commands) implements Rights {

    /** On what is not there yet a right would begin to count some day, for something nobody had in mind. */
    @Override
    public Administered<Nothing> grant(AdministeredName user, Grant grant) {
        return commands.write(stores -> {
            Long business = grant.businessId();
            if (business != null && !stores.businesses().businessExists(business)) {
                return refused(Reason.BUSINESS_UNKNOWN, business.toString());
            }
            if (grant.serviceTemplateId() != null && !isThere(grant, stores)) {
                return refused(
                        Reason.SERVICE_TEMPLATE_UNKNOWN,
                        grant.serviceTemplateId().toString());
            }
            stores.access().addGrant(user.text(), grant);
            return done(Nothing.NOTHING);
        });
    }

    private static boolean isThere(Grant grant, Stores stores) {
        Optional<ServiceTemplate> found =
                stores.serviceTemplates().find(Objects.requireNonNull(grant.serviceTemplateId()));
        return found.filter(template -> grant.businessId() == null || grant.businessId() == template.businessId())
                .isPresent();
    }

    @Override
    public Administered<Nothing> revoke(String user, Grant grant) {
        if (AdministeredName.parse(user).isEmpty()) {
            return refused(Reason.RIGHT_UNKNOWN, "");
        }
        return commands.write(stores ->
                stores.access().removeGrant(user, grant) ? done(Nothing.NOTHING) : refused(Reason.RIGHT_UNKNOWN, user));
    }

    @Override
    public Administered<List<Holding>> list() {
        return commands.read(stores -> stores.access().holdings().stream()
                .map(held -> new Holding(held.user(), held.grant()))
                .toList());
    }
}
