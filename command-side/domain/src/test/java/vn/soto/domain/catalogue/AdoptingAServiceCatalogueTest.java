package vn.soto.domain.catalogue;

import static vn.soto.domain.catalogue.CatalogueRule.CATALOGUE_HAS_SOME_BUT_NOT_TOO_MANY_SERVICES;
import static vn.soto.domain.catalogue.CatalogueRule.CATALOGUE_NAMES_EACH_SERVICE_ONCE;
import static vn.soto.domain.catalogue.CatalogueRule.CATALOGUE_TO_WITHDRAW_IS_ADOPTED;
import static vn.soto.domain.catalogue.CatalogueRule.SERVICE_IS_VALID_ON_SOME_DAY;
import static vn.soto.domain.catalogue.CatalogueRule.SERVICE_KEEPS_ITS_CATEGORY;
import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.NAME_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueWithdrawn;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptServiceCatalogue;
import vn.soto.domain.catalogue.CatalogueCommand.WithdrawServiceCatalogue;

final class AdoptingAServiceCatalogueTest extends SampleCommune {

    private final Scenario scenario = Scenario.at(NOW);

    @Test
    void givesEachCatalogueTheNextVersionAfterThePlans() {
        scenario.when(adopt(FOUNDED, service("drones"))).decides(adopted(2, FOUNDED, service("drones")));
        scenario.when(adopt(FOUNDED, service("robots"))).decides(adopted(3, FOUNDED, service("robots")));
    }

    @Test
    void takesThePlansServicesOver() {
        scenario.given(new AdoptServiceCatalogue(
                PlanCatalogue.version1().services(),
                signedOn(FOUNDED),
                PlanCatalogue.version1().effectiveFrom()));
    }

    @Test
    void writesNamesOneWayOnly() {
        Service typed = named("drones", "  Máy bay   nông nghiệp ", "Drones");
        Service stored = named("drones", "Máy bay nông nghiệp", "Drones");

        scenario.when(adopt(TODAY, typed)).decides(adopted(2, TODAY, stored));
    }

    @Test
    void aMistypedYearBlocksNothingAndIsTakenBack() {
        LocalDate mistyped = TODAY.plusYears(36);
        scenario.given(adopt(mistyped, service("drones")));
        scenario.when(adopt(TODAY, service("robots"))).decides(adopted(3, TODAY, service("robots")));
        WithdrawServiceCatalogue withdrawal = new WithdrawServiceCatalogue(2, "gõ nhầm năm");
        scenario.when(withdrawal).decides(new ServiceCatalogueWithdrawn(2));
        scenario.when(withdrawal).isRefusedBy(CATALOGUE_TO_WITHDRAW_IS_ADOPTED, 2);
        scenario.when(adopt(mistyped, of("drones", ServiceCategory.OTHER, TODAY, null)))
                .isRefusedBy(SERVICE_KEEPS_ITS_CATEGORY, "drones", "AI_FOR_BUSINESS");
    }

    @Test
    void refusesNoServiceAndTooMany() {
        Service[] most =
                IntStream.range(0, 300).mapToObj(i -> service("s-" + i)).toArray(Service[]::new);
        Service[] more =
                IntStream.range(0, 301).mapToObj(i -> service("s-" + i)).toArray(Service[]::new);

        scenario.when(adopt(TODAY)).isRefusedBy(CATALOGUE_HAS_SOME_BUT_NOT_TOO_MANY_SERVICES, 300);
        scenario.when(adopt(TODAY, more)).isRefusedBy(CATALOGUE_HAS_SOME_BUT_NOT_TOO_MANY_SERVICES, 300);
        scenario.given(adopt(TODAY, most));
    }

    @Test
    void refusesACodeNamedTwice() {
        scenario.when(adopt(TODAY, service("drones"), service("robots"), named("drones", "Khác", "Other")))
                .isRefusedBy(CATALOGUE_NAMES_EACH_SERVICE_ONCE, "drones");
    }

    @Test
    void keepsTheCategoryOfACodeForGood() {
        scenario.when(adopt(TODAY, service("passport")))
                .isRefusedBy(SERVICE_KEEPS_ITS_CATEGORY, "passport", "ONLINE_PUBLIC_SERVICE");
        scenario.given(adopt(TODAY, service("drones")), adopt(TODAY, service("robots")))
                .when(adopt(TODAY, of("drones", ServiceCategory.OTHER, TODAY, null)))
                .isRefusedBy(SERVICE_KEEPS_ITS_CATEGORY, "drones", "AI_FOR_BUSINESS");
    }

    @Test
    void refusesAServiceThatEndsBeforeItBegins() {
        scenario.when(adopt(TODAY, of("drones", ServiceCategory.OTHER, TODAY, TODAY.minusDays(1))))
                .isRefusedBy(SERVICE_IS_VALID_ON_SOME_DAY, "drones");
        scenario.given(adopt(TODAY, of("drones", ServiceCategory.OTHER, TODAY, TODAY)));
    }

    @Test
    void refusesNamesThatAreNoneOrHoldAPersonalNumber() {
        scenario.when(adopt(TODAY, named("drones", " ", "Drones")))
                .isRefusedBy(NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG, 100);
        scenario.when(adopt(TODAY, named("drones", "Máy bay", "x".repeat(101))))
                .isRefusedBy(NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG, 100);
        scenario.when(adopt(TODAY, named("drones", "Gọi 0912 345 678", "Drones")))
                .isRefusedBy(NAME_HOLDS_NO_PERSONAL_NUMBER);
        scenario.when(adopt(TODAY, service("s-0912345678"))).isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
    }

    private static AdoptServiceCatalogue adopt(LocalDate from, Service... services) {
        return new AdoptServiceCatalogue(List.of(services), signedOn(FOUNDED), from);
    }

    private static ServiceCatalogueAdopted adopted(int version, LocalDate from, Service... services) {
        return new ServiceCatalogueAdopted(new ServiceCatalogue(version, List.of(services), signedOn(FOUNDED), from));
    }

    private static Service service(String code) {
        return of(code, ServiceCategory.AI_FOR_BUSINESS, FOUNDED, null);
    }

    private static Service named(String code, String vi, String en) {
        return new Service(new ServiceCode(code), vi, en, ServiceCategory.AI_FOR_BUSINESS, FOUNDED, null, false);
    }

    private static Service of(String code, ServiceCategory category, LocalDate from, @Nullable LocalDate to) {
        return new Service(new ServiceCode(code), "Dịch vụ", "Service", category, from, to, false);
    }
}
