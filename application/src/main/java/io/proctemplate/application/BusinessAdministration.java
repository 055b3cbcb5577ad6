package io.proctemplate.application;

import static io.proctemplate.application.Commands.done;
import static io.proctemplate.application.Commands.refused;

import io.proctemplate.application.api.Administered;
import io.proctemplate.application.api.Administered.Reason;
import io.proctemplate.application.api.AdministeredName;
import io.proctemplate.application.api.Businesses;
import io.proctemplate.application.api.Nothing;
import io.proctemplate.domain.template.Business;
import java.util.List;

/** What an operator does with businesses. */
record BusinessAdministration(Commands commands) implements Businesses {

    @Override
    public Administered<Business> add(long id, AdministeredName name) {
        Business business = new Business(id, name.text());
        return commands.write(refused(Reason.BUSINESS_EXISTS, Long.toString(id)), stores -> {
            stores.businesses().addBusiness(business.id(), business.name());
            return done(business);
        });
    }

    @Override
    public Administered<List<Business>> list() {
        return commands.read(stores -> stores.businesses().businesses());
    }

    /** The store's own constraints say whether it is empty: what is added meanwhile keeps it too. */
    @Override
    public Administered<Nothing> remove(long id) {
        String subject = Long.toString(id);
        return commands.write(refused(Reason.BUSINESS_NOT_EMPTY, subject), stores -> {
            stores.access().removeGrantsIn(id);
            return stores.businesses().removeBusiness(id)
                    ? done(Nothing.NOTHING)
                    : refused(Reason.BUSINESS_UNKNOWN, subject);
        });
    }
}
