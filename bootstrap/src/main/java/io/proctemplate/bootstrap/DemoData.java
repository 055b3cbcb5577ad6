package io.proctemplate.bootstrap;

import io.proctemplate.application.spi.AccessStore;
import io.proctemplate.application.spi.AccessStore.Login;
import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.SecretHash;
import io.proctemplate.application.spi.ServiceTemplateStore;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.Stamp;
import io.proctemplate.domain.template.SupplierAccounts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an empty database needs for the API's published example request to run as it stands: its application, user,
 * business and service template. The secrets are the published ones, known to everybody.
 */
final class DemoData {
    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private static final String APP = "esb_test";
    private static final String USER = "xxx";
    private static final String PUBLISHED_SECRET = "xxx";
    private static final String SALT = "64656d6f";
    private static final long BUSINESS = 1;
    private static final long OTHER_BUSINESS = 2;
    /** The last instant that every engine can keep as a time. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private DemoData() {}

    /** Fills the store if nothing is in it. Of several servers that do so at once one does it, the others find it done. */
    static void fill(UnitOfWork unitOfWork) {
        try {
            boolean filled = unitOfWork.write(DemoData::fillEmpty);
            LOG.info(
                    filled
                            ? "put the demo data into the empty database"
                            : "the database is in use, no demo data added");
        } catch (Conflict somebodyElse) {
            LOG.info("another server is putting the demo data into the database");
        }
    }

    private static boolean fillEmpty(Stores stores) {
        if (!isEmpty(stores)) {
            return false;
        }
        addOwners(stores);
        addCaller(stores.access());
        return true;
    }

    /** An operator may have begun with the callers. */
    private static boolean isEmpty(Stores stores) {
        return stores.businesses().isEmpty()
                && stores.access().apps().isEmpty()
                && stores.access().logins().isEmpty()
                && stores.access().holdings().isEmpty();
    }

    private static void addOwners(Stores stores) {
        stores.businesses().addBusiness(BUSINESS, "Demo");
        stores.businesses().addBusiness(OTHER_BUSINESS, "Demo 2");
        ServiceTemplateStore serviceTemplates = stores.serviceTemplates();
        long leaf = stores.serviceCategories().list(ServiceCategory.BUILT_IN_BUSINESS).stream()
                .filter(category -> category.parentId() != ServiceCategory.NO_PARENT)
                .mapToLong(ServiceCategory::id)
                .findFirst()
                .orElseThrow();
        serviceTemplates.insert(new ServiceTemplate(
                serviceTemplates.nextId(),
                BUSINESS,
                "demo",
                leaf,
                SupplierAccounts.DEFAULT,
                Stamp.created(USER, Instant.now().truncatedTo(ChronoUnit.MILLIS))));
    }

    private static void addCaller(AccessStore access) {
        SecretHash secret = SecretHash.of(PUBLISHED_SECRET, SALT);
        access.addApp(new RegisteredApp(APP, secret, true, true, Set.of(RegisteredApp.ANY_CALL)));
        access.addLogin(SecretHash.ofToken(PUBLISHED_SECRET), new Login(USER, NEVER));
        access.addGrant(USER, new Grant(null, BUSINESS, null));
        access.addGrant(USER, new Grant(null, OTHER_BUSINESS, null));
    }

    /** Whether whoever knows the published example may call. */
    static boolean isIn(UnitOfWork unitOfWork) {
        return unitOfWork.read(stores -> stores.access()
                .findApp(APP)
                .filter(app -> app.enabled() && app.secrets().match(PUBLISHED_SECRET, Instant.now()))
                .isPresent());
    }
}
