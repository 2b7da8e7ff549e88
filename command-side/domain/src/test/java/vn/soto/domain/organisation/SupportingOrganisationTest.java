package vn.soto.domain.organisation;

import static vn.soto.domain.organisation.OrganisationRule.ORGANISATION_SUPPORTS_A_TEAM_ONCE;
import static vn.soto.domain.organisation.OrganisationRule.ORGANISATION_SUPPORTS_THE_TEAM;
import static vn.soto.domain.organisation.OrganisationRule.SUPPORTED_TEAM_IS_THERE;
import static vn.soto.domain.organisation.OrganisationRule.SUPPORT_BEGINS_AFTER_THE_LAST_ENDED;
import static vn.soto.domain.organisation.OrganisationRule.SUPPORT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY;
import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.NAME_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationEvent.SupportEnded;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.organisation.OrganisationCommand.EndSupport;
import vn.soto.domain.organisation.OrganisationCommand.RegisterOrganisation;
import vn.soto.domain.organisation.OrganisationCommand.SupportTeam;
import vn.soto.domain.team.TeamCommand.DissolveTeam;

final class SupportingOrganisationTest extends SampleCommune {

    private static final OrganisationId COMPANY = new OrganisationId("o-1");
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final Scenario scenario =
            Scenario.at(NOW).given(units()).given(formTeam(), named("Công ty Công nghệ số Đồng Tâm"));

    @Nested
    final class Registering {

        @Test
        void storesThePublicNameInOneSpelling() {
            Scenario.at(NOW)
                    .when(named("  Công ty  số "))
                    .decides(new OrganisationRegistered(COMPANY, "Công ty số", OrganisationKind.TECHNOLOGY_COMPANY));
        }

        @Test
        void refusesAnEmptyNameAndPersonalNumbers() {
            scenario.when(named(" ")).isRefusedBy(NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG, 100);
            scenario.when(named("Anh Nam 0912345678")).isRefusedBy(NAME_HOLDS_NO_PERSONAL_NUMBER);
            scenario.when(new RegisterOrganisation(
                            new OrganisationId("o-079203001234"), "Công ty", OrganisationKind.OTHER))
                    .isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
        }
    }

    @Nested
    final class Supporting {

        @Test
        void beginsOnADay() {
            scenario.when(support(TODAY)).decides(new SupportBegun(COMPANY, TEAM, TODAY));
        }

        @Test
        void refusesATwofoldSupport() {
            scenario.given(support(FOUNDED)).when(support(TODAY)).isRefusedBy(ORGANISATION_SUPPORTS_A_TEAM_ONCE);
        }

        @Test
        void acceptsTheFirstDayOfTheTeamAndRefusesTheDayBefore() {
            scenario.when(support(FOUNDED.minusDays(1))).isRefusedBy(SUPPORTED_TEAM_IS_THERE, FOUNDED.minusDays(1));
            scenario.given(support(FOUNDED));
        }

        @Test
        void acceptsTheLastDayOfTheTeamAndRefusesTheDayAfter() {
            scenario.given(new DissolveTeam(TEAM, signedOn(FOUNDED), TODAY, "Sắp xếp lại khu phố"))
                    .when(support(TOMORROW))
                    .isRefusedBy(SUPPORTED_TEAM_IS_THERE, TOMORROW);
            scenario.given(support(TODAY));
        }

        @Test
        void missesATeamThatDoesNotExist() {
            scenario.when(new SupportTeam(COMPANY, new TeamId("team-9"), TODAY))
                    .isAboutSomethingAbsent("team", "team-9");
        }

        @Test
        void acceptsTheDayAfterTheLastSupportAndRefusesThatDay() {
            scenario.given(support(FOUNDED), end(TODAY))
                    .when(support(TODAY))
                    .isRefusedBy(SUPPORT_BEGINS_AFTER_THE_LAST_ENDED, TODAY);
            scenario.given(support(TOMORROW));
        }
    }

    @Nested
    final class EndingSupport {

        @Test
        void acceptsTheFirstDayAndRefusesTheDayBefore() {
            scenario.given(support(TODAY))
                    .when(end(TODAY.minusDays(1)))
                    .isRefusedBy(SUPPORT_ENDS_ON_OR_AFTER_ITS_FIRST_DAY, TODAY);
            scenario.when(end(TODAY)).decides(new SupportEnded(COMPANY, TEAM, TODAY));
        }

        @Test
        void refusesATeamItDoesNotSupport() {
            scenario.when(end(TODAY)).isRefusedBy(ORGANISATION_SUPPORTS_THE_TEAM);
            scenario.given(support(FOUNDED), end(TODAY)).when(end(TODAY)).isRefusedBy(ORGANISATION_SUPPORTS_THE_TEAM);
        }
    }

    private static RegisterOrganisation named(String name) {
        return new RegisterOrganisation(COMPANY, name, OrganisationKind.TECHNOLOGY_COMPANY);
    }

    private static SupportTeam support(LocalDate from) {
        return new SupportTeam(COMPANY, TEAM, from);
    }

    private static EndSupport end(LocalDate lastDay) {
        return new EndSupport(COMPANY, TEAM, lastDay);
    }
}
