package io.proctemplate.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.api.Administered;
import io.proctemplate.application.api.Administered.Reason;
import io.proctemplate.application.api.Administered.Refused;
import io.proctemplate.application.api.AdministeredName;
import io.proctemplate.application.api.Administration;
import io.proctemplate.application.api.Apps.App;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Logins.Issued;
import io.proctemplate.application.api.Logins.Login;
import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.Rights.Holding;
import io.proctemplate.application.api.Secret;
import io.proctemplate.application.contract.HandMovedClock;
import io.proctemplate.application.contract.InMemoryUnitOfWork;
import io.proctemplate.application.contract.Seeds;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.StorageBusy;
import io.proctemplate.application.spi.StorageFailure;
import io.proctemplate.application.spi.StorageFailure.Operation;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.template.Business;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdministrationTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final InMemoryUnitOfWork storage = new InMemoryUnitOfWork();
    private final HandMovedClock clock = new HandMovedClock(NOW);
    private byte lastByte;
    private final Administration administration = over(storage);

    private Administration over(UnitOfWork unitOfWork) {
        return Application.administration(unitOfWork, clock, this::bytes);
    }

    /** Others each time. */
    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, ++lastByte);
        return bytes;
    }

    static <T> T value(Administered<T> outcome) {
        return outcome.fold(done -> done, refused -> {
            throw new AssertionError(refused.toString());
        });
    }

    private static void assertRefused(Administered<?> outcome, Reason reason, String subject) {
        assertThat(outcome).isEqualTo(new Refused<>(reason, subject));
    }

    private static AdministeredName name(String text) {
        return AdministeredName.parse(text).orElseThrow();
    }

    @Test
    void addsListsAndRemovesBusinesses() {
        assertThat(value(administration.businesses().add(7, name("shop")))).isEqualTo(new Business(7, "shop"));
        value(administration.businesses().add(3, name("bank")));
        assertRefused(administration.businesses().add(7, name("other")), Reason.BUSINESS_EXISTS, "7");

        assertThat(value(administration.businesses().list()))
                .containsExactly(new Business(3, "bank"), new Business(7, "shop"));
        assertThat(value(administration.businesses().remove(3))).isEqualTo(Nothing.NOTHING);
        assertRefused(administration.businesses().remove(3), Reason.BUSINESS_UNKNOWN, "3");
        assertThat(value(administration.businesses().list())).containsExactly(new Business(7, "shop"));
    }

    @Test
    void keepsABusinessThatIsNotEmptyAndTheRightsInIt() {
        value(administration.businesses().add(7, name("shop")));
        storage.write(stores -> Seeds.serviceTemplate(stores, 7, "web"));
        Grant right = new Grant(null, 7L, null);
        value(administration.rights().grant(name("ann"), right));

        assertRefused(administration.businesses().remove(7), Reason.BUSINESS_NOT_EMPTY, "7");

        assertThat(value(administration.rights().list())).containsExactly(new Holding("ann", right));
    }

    /** A business that is added under the same id one day is another one. */
    @Test
    void takesTheRightsInABusinessAlongWithIt() {
        value(administration.businesses().add(7, name("shop")));
        value(administration.rights().grant(name("ann"), new Grant(null, 7L, null)));
        value(administration.rights().grant(name("ann"), new Grant(null, null, null)));

        value(administration.businesses().remove(7));

        assertThat(value(administration.rights().list()))
                .containsExactly(new Holding("ann", new Grant(null, null, null)));
    }

    @Test
    void addsAppsWithASecretOf256BitsThatIsKeptAsAHashOnly() {
        Secret secret = value(administration.apps().add(name("gsekit"), null, false));

        assertThat(secret.text()).matches("[0-9a-f]{64}");
        assertThat(secret).asString().doesNotContain(secret.text());
        RegisteredApp kept =
                storage.read(stores -> stores.access().findApp("gsekit").orElseThrow());
        assertThat(kept.secrets().match(secret.text(), NOW)).isTrue();
        assertThat(kept.secrets().match("", NOW)).isFalse();
        assertThat(kept.secrets().present().hash()).isNotEqualTo(secret.text());
        assertThat(kept.secrets().present().salt()).matches("[0-9a-f]{32}");
        assertRefused(administration.apps().add(name("gsekit"), null, false), Reason.APP_EXISTS, "gsekit");
    }

    @Test
    void listsAppsWithWhatTheyMay() {
        value(administration.apps().add(name("b"), Set.of(Call.LIST_PROC_TEMPLATE, Call.GET_PROC_TEMPLATE), true));
        value(administration.apps().add(name("a"), null, false));

        assertThat(value(administration.apps().list()))
                .containsExactly(
                        new App("a", true, false, null, null),
                        new App("b", true, true, List.of("get_proc_template", "list_proc_template"), null));
    }

    @Test
    void changesOneThingOfAnApp() {
        value(administration.apps().add(name("a"), null, false));

        assertThat(value(administration.apps().enable("a", false))).isEqualTo(new App("a", false, false, null, null));
        assertThat(value(administration.apps().exempt("a", true))).isEqualTo(new App("a", false, true, null, null));
        assertThat(value(administration.apps().allow("a", Set.of())))
                .isEqualTo(new App("a", false, true, List.of(), null));
        assertThat(value(administration.apps().enable("a", true))).isEqualTo(new App("a", true, true, List.of(), null));
        assertThat(value(administration.apps().list())).containsExactly(new App("a", true, true, List.of(), null));
    }

    @Test
    void rotatesASecretWithAnOverlap() {
        Secret first = value(administration.apps().add(name("a"), null, false));
        Secret second = value(administration.apps().rotate("a", HOUR));
        assertThat(value(administration.apps().list()).get(0).formerSecretUntil())
                .isEqualTo(NOW.plus(HOUR));
        assertThat(proves(first)).isTrue();
        assertThat(proves(second)).isTrue();

        clock.advance(HOUR);

        assertThat(proves(first)).isFalse();
        assertThat(proves(second)).isTrue();
        assertThat(value(administration.apps().list()).get(0).formerSecretUntil())
                .isNull();
    }

    @Test
    void endsASecretAtOnceWithoutAnOverlapOrByTheNextButOne() {
        Secret first = value(administration.apps().add(name("a"), null, false));
        Secret second = value(administration.apps().rotate("a", HOUR));
        Secret third = value(administration.apps().rotate("a", HOUR));
        assertThat(List.of(proves(first), proves(second), proves(third))).containsExactly(false, true, true);

        Secret fourth = value(administration.apps().rotate("a", Duration.ZERO));

        assertThat(List.of(proves(third), proves(fourth))).containsExactly(false, true);
    }

    private boolean proves(Secret secret) {
        return storage.<Boolean>read(
                stores -> stores.access().findApp("a").orElseThrow().secrets().match(secret.text(), clock.instant()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "nul\0", "\uD800"})
    void saysThatAnAppIsUnknown(String code) {
        String subject = code.equals("nobody") ? code : "";
        assertRefused(administration.apps().rotate(code, HOUR), Reason.APP_UNKNOWN, subject);
        assertRefused(administration.apps().enable(code, true), Reason.APP_UNKNOWN, subject);
    }

    @Test
    void grantsAndRevokesRightsOnWhatIsThere() {
        value(administration.businesses().add(7, name("shop")));
        value(administration.businesses().add(8, name("bank")));
        long web = storage.write(stores -> Seeds.serviceTemplate(stores, 7, "web"));
        Grant narrow = new Grant(Action.EDIT_BIZ_SERVICE_TEMPLATE, 7L, web);
        Grant everything = new Grant(null, null, null);
        value(administration.rights().grant(name("bob"), everything));
        value(administration.rights().grant(name("ann"), narrow));
        value(administration.rights().grant(name("ann"), narrow));

        assertThat(value(administration.rights().list()))
                .containsExactly(new Holding("ann", narrow), new Holding("bob", everything));
        assertRefused(
                administration.rights().grant(name("ann"), new Grant(null, 9L, null)), Reason.BUSINESS_UNKNOWN, "9");
        assertRefused(
                administration.rights().grant(name("ann"), new Grant(null, 8L, web)),
                Reason.SERVICE_TEMPLATE_UNKNOWN,
                Long.toString(web));
        assertRefused(administration.rights().revoke("ann", new Grant(null, 7L, web)), Reason.RIGHT_UNKNOWN, "ann");

        value(administration.rights().revoke("ann", narrow));
        assertThat(value(administration.rights().list())).containsExactly(new Holding("bob", everything));
    }

    @Test
    void issuesTokensThatAreToldOnceAndRevokedByTheirId() {
        Issued issued = value(administration.logins().issue(name("ann"), HOUR));
        Issued other = value(administration.logins().issue(name("ann"), HOUR.plus(HOUR)));

        assertThat(issued.token().text())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(other.token().text());
        assertThat(issued).asString().doesNotContain(issued.token().text());
        clock.advance(HOUR);
        assertThat(value(administration.logins().list()))
                .containsExactly(
                        new Login(issued.login().id(), "ann", NOW.plus(HOUR), false),
                        new Login(other.login().id(), "ann", NOW.plus(HOUR).plus(HOUR), true));

        value(administration.logins().revoke(issued.login().id()));
        assertRefused(
                administration.logins().revoke(issued.login().id()),
                Reason.LOGIN_UNKNOWN,
                Long.toString(issued.login().id()));
        assertThat(value(administration.logins().list())).containsExactly(other.login());
    }

    @Test
    void forgetsTokensOnceTheyHaveExpired() {
        value(administration.logins().issue(name("ann"), HOUR));
        Issued other = value(administration.logins().issue(name("ann"), HOUR.plus(HOUR)));

        assertThat(value(administration.logins().prune())).isZero();
        clock.advance(HOUR);

        assertThat(value(administration.logins().prune())).isEqualTo(1);
        assertThat(value(administration.logins().list())).containsExactly(other.login());
    }

    @Test
    void saysThatTheStorageFailedOrIsBusy() {
        Failing failing =
                new Failing(storage, 1, () -> new StorageFailure(Operation.WRITE, new IllegalStateException("disk")));
        assertRefused(over(failing).businesses().add(7, name("shop")), Reason.STORAGE_FAILED, "");
        Failing busy = new Failing(storage, 1, () -> new StorageBusy(new IllegalStateException("pool")));
        assertRefused(over(busy).apps().add(name("a"), null, true), Reason.STORAGE_BUSY, "");

        assertThat(value(administration.businesses().list())).isEmpty();
        assertThat(value(administration.apps().list())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a ", "a\nb", "a\0", "\u202Ea", "a\u2028b", "\uD800", "\uDC00x", "a\u0085"})
    void takesNoNameThatCannotBeShownInALine(String text) {
        assertThat(AdministeredName.parse(text)).isEmpty();
    }

    @Test
    void takesNamesUpTo256Bytes() {
        assertThat(AdministeredName.parse("é".repeat(128))).isPresent();
        assertThat(AdministeredName.parse("é".repeat(128) + "x")).isEmpty();
        assertThat(AdministeredName.parse("汉 \uD83D\uDE00-_.@")).isPresent();
    }
}
