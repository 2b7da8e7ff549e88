package vn.soto.domain.team;

import static vn.soto.domain.assistance.AssistanceRule.HELPING_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.domain.household.HouseholdRule.RESPONSIBLE_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.domain.shared.CommonRule.NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG;
import static vn.soto.domain.team.TeamRule.CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.team.TeamRule.COVERAGE_CHANGES;
import static vn.soto.domain.team.TeamRule.COVERED_UNITS_ARE_RESIDENTIAL;
import static vn.soto.domain.team.TeamRule.TEAM_COVERS_SOME_UNIT;
import static vn.soto.domain.team.TeamRule.TEAM_IS_NOT_DISSOLVED;
import static vn.soto.domain.team.TeamRule.TEAM_NAME_CHANGES;
import static vn.soto.domain.unit.UnitRule.UNIT_IS_COVERED_FROM_ITS_FIRST_DAY_ON;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.Covering;
import vn.soto.contracts.team.TeamEvent.TeamBroughtUpToDate;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedOutdated;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.team.TeamCommand.RenameTeam;
import vn.soto.domain.team.TeamCommand.ReviewCoverage;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;

final class ChangingATeamTest extends SampleCommune {

    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final UnitId NEW_HAMLET = new UnitId("u-hamlet-3");

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam());

    @Nested
    final class Renaming {

        @Test
        void recordsTheDecision() {
            scenario.when(rename("Tổ  chuyển đổi số ", TODAY))
                    .decides(new TeamRenamed(TEAM, "Tổ chuyển đổi số", signedOn(FOUNDED), TODAY));
        }

        @Test
        void refusesTheNameItHas() {
            scenario.when(rename("Tổ công nghệ số cộng đồng", TODAY)).isRefusedBy(TEAM_NAME_CHANGES);
        }

        @Test
        void acceptsTheFirstDayOfTheTeamAndRefusesTheDayBefore() {
            scenario.when(rename("Tổ 2", FOUNDED.minusDays(1))).isRefusedBy(CHANGES_ARE_IN_ORDER, FOUNDED);
            scenario.given(rename("Tổ 2", FOUNDED), rename("Tổ 3", TODAY))
                    .when(rename("Tổ 4", YESTERDAY))
                    .isRefusedBy(CHANGES_ARE_IN_ORDER, TODAY);
        }

        @Test
        void mayBePutBeforeAComingOne() {
            scenario.given(rename("Tổ 3", TOMORROW))
                    .when(rename("Tổ 2", TODAY))
                    .decides(new TeamRenamed(TEAM, "Tổ 2", signedOn(FOUNDED), TODAY));
            scenario.when(rename("Tổ 3", TOMORROW)).isRefusedBy(TEAM_NAME_CHANGES);
        }

        @Test
        void refusesAnEmptyName() {
            scenario.when(rename(" ", TODAY)).isRefusedBy(NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG, 100);
        }

        @Test
        void refusesADissolvedTeam() {
            scenario.given(dissolve(TODAY)).when(rename("Tổ 2", TOMORROW)).isRefusedBy(TEAM_IS_NOT_DISSOLVED, TODAY);
        }
    }

    @Nested
    final class ChangingCoverage {

        @Test
        void tellsEachUnitWhoseTeamsChange() {
            scenario.when(cover(TEAM, TODAY, FAR_HAMLET))
                    .decides(
                            new TeamCoverageChanged(TEAM, List.of(FAR_HAMLET), signedOn(FOUNDED), TODAY),
                            new UnitCoverageChanged(HAMLET, List.of(), TODAY),
                            new UnitCoverageChanged(FAR_HAMLET, List.of(new Covering(TEAM, TeamLevel.HAMLET)), TODAY));
        }

        @Test
        void warnsOfAUnitLeftWithoutATeam() {
            scenario.when(cover(TEAM, TODAY, FAR_HAMLET))
                    .warns(new Warning(Code.UNIT_HAS_NO_TEAM, List.of(HAMLET.value())));
        }

        @Test
        void warnsOfAUnitThatGetsASecondTeam() {
            scenario.given(formFarTeam())
                    .when(cover(TEAM, TODAY, HAMLET, FAR_HAMLET))
                    .warns(new Warning(Code.UNIT_HAS_TWO_TEAMS_OF_ONE_LEVEL, List.of(FAR_HAMLET.value())));
        }

        @Test
        void refusesAUnitBeforeItsFirstDay() {
            scenario.given(newHamletFrom(TOMORROW))
                    .when(cover(TEAM, TODAY, HAMLET, NEW_HAMLET))
                    .isRefusedBy(UNIT_IS_COVERED_FROM_ITS_FIRST_DAY_ON, "ấp Đồng Tâm 3", TOMORROW);
            scenario.given(cover(TEAM, TOMORROW, HAMLET, NEW_HAMLET));
        }

        @Test
        void bringsAFlaggedTeamUpToDate() {
            scenario.given(cover(TEAM, FOUNDED, HAMLET, FAR_HAMLET), abolish(TODAY), new ReviewCoverage(TEAM, TODAY))
                    .when(cover(TEAM, TODAY, HAMLET))
                    .decides(
                            new TeamCoverageChanged(TEAM, List.of(HAMLET), signedOn(FOUNDED), TODAY),
                            new TeamBroughtUpToDate(TEAM, TODAY),
                            new UnitCoverageChanged(FAR_HAMLET, List.of(), TODAY));
        }

        @Test
        void holdsForHelpAndHouseholdsFromThatDayOn() {
            scenario.given(cover(TEAM, TODAY, FAR_HAMLET), register(HOUSEHOLD, HAMLET));

            scenario.when(record(NOW, LAN)).isRefusedBy(HELPING_TEAM_COVERS_HOUSEHOLD);
            scenario.when(new AssignHousehold(HOUSEHOLD, TEAM, LAN, TODAY))
                    .isRefusedBy(RESPONSIBLE_TEAM_COVERS_HOUSEHOLD);
            scenario.given(record(NOW.minusSeconds(86_400), LAN), new AssignHousehold(HOUSEHOLD, TEAM, LAN, YESTERDAY));
        }

        @Test
        void refusesTheUnitsItCoversInWhateverOrder() {
            scenario.when(cover(TEAM, TODAY, HAMLET)).isRefusedBy(COVERAGE_CHANGES);
            scenario.given(cover(TEAM, TODAY, HAMLET, FAR_HAMLET))
                    .when(cover(TEAM, TODAY, FAR_HAMLET, HAMLET, HAMLET))
                    .isRefusedBy(COVERAGE_CHANGES);
        }

        @Test
        void mayBePutBeforeAComingOneWhichTheUnitsKeep() {
            scenario.given(cover(TEAM, TOMORROW, HAMLET, FAR_HAMLET))
                    .when(cover(TEAM, TODAY, FAR_HAMLET))
                    .decides(new TeamCoverageChanged(TEAM, List.of(FAR_HAMLET), signedOn(FOUNDED), TODAY));
            scenario.given(register(HOUSEHOLD, HAMLET))
                    .when(record(NOW, LAN))
                    .isRefusedBy(HELPING_TEAM_COVERS_HOUSEHOLD);
            scenario.given(new AssignHousehold(HOUSEHOLD, TEAM, LAN, TOMORROW));
        }

        @Test
        void refusesNothingAndUnitsWhereNobodyLives() {
            scenario.when(cover(TEAM, TODAY)).isRefusedBy(TEAM_COVERS_SOME_UNIT);
            scenario.when(cover(TEAM, TODAY, COMMUNE)).isRefusedBy(COVERED_UNITS_ARE_RESIDENTIAL, COMMUNE.value());
            scenario.when(cover(TEAM, TODAY, PROVINCE)).isRefusedBy(COVERED_UNITS_ARE_RESIDENTIAL, PROVINCE.value());
            scenario.when(cover(TEAM, TODAY, NOWHERE)).isAboutSomethingAbsent("unit", NOWHERE);
        }

        @Test
        void acceptsTheDayOfTheLastChangeAndRefusesTheDayBefore() {
            scenario.given(cover(TEAM, TODAY, FAR_HAMLET))
                    .when(cover(TEAM, YESTERDAY, HAMLET))
                    .isRefusedBy(CHANGES_ARE_IN_ORDER, TODAY);
            scenario.given(cover(TEAM, TODAY, HAMLET));
        }

        @Test
        void refusesADissolvedTeam() {
            scenario.given(dissolve(TODAY))
                    .when(cover(TEAM, TOMORROW, FAR_HAMLET))
                    .isRefusedBy(TEAM_IS_NOT_DISSOLVED, TODAY);
        }

        @Test
        void leavesTheUnitsOfOtherTeamsAlone() {
            scenario.given(formFarTeam())
                    .when(cover(FAR_TEAM, TODAY, FAR_HAMLET, HAMLET))
                    .decides(
                            new TeamCoverageChanged(FAR_TEAM, List.of(HAMLET, FAR_HAMLET), signedOn(FOUNDED), TODAY),
                            new UnitCoverageChanged(
                                    HAMLET,
                                    List.of(
                                            new Covering(TEAM, TeamLevel.HAMLET),
                                            new Covering(FAR_TEAM, TeamLevel.HAMLET)),
                                    TODAY));
        }
    }

    @Nested
    final class ReviewingCoverage {

        @Test
        void flagsUnitsNotInForceOnThatDayAndClearsTheFlagWhenTheyAre() {
            scenario.given(cover(TEAM, FOUNDED, HAMLET, FAR_HAMLET), abolish(TODAY))
                    .when(new ReviewCoverage(TEAM, TODAY))
                    .decides(new TeamFlaggedOutdated(TEAM, List.of(FAR_HAMLET), TODAY));
            scenario.when(new ReviewCoverage(TEAM, YESTERDAY)).decides(new TeamBroughtUpToDate(TEAM, YESTERDAY));
        }

        @Test
        void refusesADayBeforeTheCoverageItIsAbout() {
            scenario.when(new ReviewCoverage(TEAM, FOUNDED.minusDays(1))).isRefusedBy(CHANGES_ARE_IN_ORDER, FOUNDED);
            scenario.given(new ReviewCoverage(TEAM, FOUNDED));
        }

        @Test
        void refusesADissolvedTeam() {
            scenario.given(dissolve(TODAY))
                    .when(new ReviewCoverage(TEAM, TOMORROW))
                    .isRefusedBy(TEAM_IS_NOT_DISSOLVED, TODAY);
        }
    }

    private static AbolishUnit abolish(LocalDate day) {
        return new AbolishUnit(FAR_HAMLET, signedOn(FOUNDED), day);
    }

    private static EstablishUnit newHamletFrom(LocalDate day) {
        return new EstablishUnit(NEW_HAMLET, UnitKind.HAMLET, "Đồng Tâm 3", null, COMMUNE, signedOn(FOUNDED), day);
    }

    private static RenameTeam rename(String name, LocalDate from) {
        return new RenameTeam(TEAM, name, signedOn(FOUNDED), from);
    }

    private static DissolveTeam dissolve(LocalDate lastDay) {
        return new DissolveTeam(TEAM, signedOn(FOUNDED), lastDay, "Sắp xếp lại khu phố");
    }
}
