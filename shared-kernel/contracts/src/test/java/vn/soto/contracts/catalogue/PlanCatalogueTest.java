package vn.soto.contracts.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.soto.contracts.shared.Text;

final class PlanCatalogueTest {

    private final ServiceCatalogue plan = PlanCatalogue.version1();

    @Test
    void namesEachServiceOnceInBothLanguages() {
        assertThat(plan.version()).isEqualTo(1);
        assertThat(plan.services()).extracting(Service::code).doesNotHaveDuplicates();
        assertThat(plan.services())
                .extracting(Service::vi)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> Text.require(name, 100));
        assertThat(plan.services())
                .extracting(Service::en)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> Text.require(name, 100));
    }

    @ParameterizedTest
    @EnumSource
    void hasAServiceThatStandsForTheRestOfEachCategory(ServiceCategory category) {
        assertThat(plan.find(ServiceCode.generic(category), LocalDate.of(2026, 1, 1)))
                .hasValueSatisfying(service -> assertThat(service.category()).isEqualTo(category));
    }

    @Test
    void holdsFromTheDayThereAreTeams() {
        ServiceCode vneid = new ServiceCode("vneid-level-2");

        assertThat(plan.find(vneid, LocalDate.of(2022, 3, 4))).isEmpty();
        assertThat(plan.find(vneid, LocalDate.of(2022, 3, 5))).isPresent();
    }

    @Test
    void asksForAProcedureOnlyWhereNoServiceStandsForIt() {
        assertThat(plan.services().stream().filter(Service::needsProcedure))
                .extracting(Service::code)
                .containsExactly(new ServiceCode("public-service-procedure"));
    }
}
