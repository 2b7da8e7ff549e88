package vn.soto.domain.team;

import static vn.soto.domain.shared.CommonRule.DOCUMENT_NUMBER_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG;
import static vn.soto.domain.shared.CommonRule.TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER;
import static vn.soto.domain.team.TeamRule.COVERED_UNITS_ARE_RESIDENTIAL;
import static vn.soto.domain.team.TeamRule.FOUNDING_MEMBERS_ARE_DISTINCT;
import static vn.soto.domain.team.TeamRule.LEADER_IS_FOUNDING_MEMBER;
import static vn.soto.domain.team.TeamRule.TEAM_COVERS_SOME_UNIT;
import static vn.soto.domain.team.TeamRule.TEAM_HAS_ENOUGH_MEMBERS;
import static vn.soto.domain.unit.UnitRule.UNIT_IS_COVERED_FROM_ITS_FIRST_DAY_ON;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.policy.SmallTeams;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.Covering;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.FormTeam;

final class FormingATeamTest extends SampleCommune {

    private final Scenario scenario = Scenario.at(NOW).given(units());

    @Test
    void recordsTheFoundingDecision() {
        scenario.when(covering(FAR_HAMLET, HAMLET))
                .decides(
                        new TeamFormed(
                                TEAM,
                                "Tổ 1",
                                signedOn(FOUNDED),
                                List.of(HAMLET, FAR_HAMLET),
                                founding(LAN, HUNG, MAI),
                                LAN,
                                FOUNDED),
                        covered(HAMLET),
                        covered(FAR_HAMLET));
    }

    @Test
    void refusesFewerMembersThanThePolicyAsksFor() {
        scenario.when(of(LAN, LAN, HUNG)).isRefusedBy(TEAM_HAS_ENOUGH_MEMBERS, 3, 2);

        new Scenario(Clock.fixed(NOW, ZoneOffset.UTC), new DefaultPolicy(7, 220, QuarterCalendar.CALENDAR, 5))
                .given(units())
                .when(formTeam())
                .isRefusedBy(TEAM_HAS_ENOUGH_MEMBERS, 7, 3);
    }

    @Test
    void twoMembersInARemoteHamletAreATeamThatIsFlaggedWhereThePolicyAllowsIt() {
        Terms allowing = new Terms(3, 220, 5, 30, 5, CreditRule.EQUAL_SHARES, List.of(), SmallTeams.FLAG, null);
        FormTeam two = new FormTeam(TEAM, "Tổ 1", signedOn(FOUNDED), List.of(HAMLET), founding(LAN, HUNG), LAN, TODAY);

        scenario.when(two).isRefusedBy(TEAM_HAS_ENOUGH_MEMBERS, 3, 2);
        scenario.decidedByTwo(new AdoptPolicy(allowing, signedOn(TODAY), TODAY))
                .when(two)
                .decides(
                        new TeamFormed(
                                TEAM, "Tổ 1", signedOn(FOUNDED), List.of(HAMLET), founding(LAN, HUNG), LAN, TODAY),
                        new TeamFlaggedUnderstaffed(TEAM, 2, 3, TODAY),
                        new UnitCoverageChanged(HAMLET, List.of(new Covering(TEAM, TeamLevel.HAMLET)), TODAY));
        scenario.when(new EnrolMember(TEAM, MAI, MemberOrigin.TEACHER, TODAY))
                .decides(
                        new MemberEnrolled(TEAM, MAI, MemberOrigin.TEACHER, TODAY),
                        new TeamStaffingRestored(TEAM, 3, 3, TODAY));
    }

    @Test
    void aPolicyOfTodayDoesNotAllowASmallTeamThatStartedYesterday() {
        Terms allowing = new Terms(3, 220, 5, 30, 5, CreditRule.EQUAL_SHARES, List.of(), SmallTeams.FLAG, null);

        scenario.decidedByTwo(new AdoptPolicy(allowing, signedOn(TODAY), TODAY))
                .when(new FormTeam(
                        TEAM, "Tổ 1", signedOn(FOUNDED), List.of(HAMLET), founding(LAN, HUNG), LAN, TODAY.minusDays(1)))
                .isRefusedBy(TEAM_HAS_ENOUGH_MEMBERS, 3, 2);
    }

    @Test
    void refusesAMemberNamedTwice() {
        scenario.when(of(LAN, LAN, HUNG, MAI, LAN)).isRefusedBy(FOUNDING_MEMBERS_ARE_DISTINCT);
    }

    @Test
    void refusesALeaderWhoIsNoMember() {
        scenario.when(of(TUAN, LAN, HUNG, MAI)).isRefusedBy(LEADER_IS_FOUNDING_MEMBER);
    }

    @Test
    void refusesATeamThatCoversNothing() {
        scenario.when(covering()).isRefusedBy(TEAM_COVERS_SOME_UNIT);
    }

    @Test
    void refusesToCoverACommune() {
        scenario.when(covering(HAMLET, COMMUNE)).isRefusedBy(COVERED_UNITS_ARE_RESIDENTIAL, COMMUNE.value());
    }

    @Test
    void missesAUnitThatDoesNotExist() {
        scenario.when(covering(HAMLET, NOWHERE)).isAboutSomethingAbsent("unit", NOWHERE);
    }

    @Test
    void warnsWhenTheTeamStartsBeforeItsDecision() {
        scenario.when(signed(TODAY, TODAY.minusDays(1)))
                .warns(new Warning(Code.TEAM_STARTS_BEFORE_ITS_DECISION, List.of(TODAY.minusDays(1), TODAY)));
    }

    @Test
    void doesNotWarnWhenTheTeamStartsLaterOrAtOnce() {
        scenario.when(signed(TODAY, TODAY)).warns();
    }

    @Test
    void refusesALongName() {
        scenario.when(new FormTeam(
                        TEAM, "x".repeat(101), signedOn(FOUNDED), List.of(HAMLET), founding(LAN), LAN, FOUNDED))
                .isRefusedBy(NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG, 100);
    }

    @Test
    void storesTheNameInOneSpellingHoweverItIsTyped() {
        scenario.when(named("  " + Normalizer.normalize("Tổ", Normalizer.Form.NFD) + " \n công nghệ\t"))
                .decides(
                        new TeamFormed(
                                TEAM,
                                "Tổ công nghệ",
                                signedOn(FOUNDED),
                                List.of(HAMLET),
                                founding(LAN, HUNG, MAI),
                                LAN,
                                FOUNDED),
                        covered(HAMLET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\u2003"})
    void refusesANameOfSpacesOnly(String name) {
        scenario.when(named(name)).isRefusedBy(NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG, 100);
    }

    @Test
    void refusesControlAndBrokenCharactersInANameAndInTheNumberOfTheDecision() {
        scenario.when(named("Tổ\u0000 1")).isRefusedBy(TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER);
        scenario.when(named("Tổ \uD83D")).isRefusedBy(TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER);
        scenario.when(numbered("12/QĐ-\uDE00")).isRefusedBy(TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER);
    }

    @Test
    void refusesAPersonalNumberAsIdOfAMemberOrTeamAndInTheNumberOfTheDecision() {
        scenario.when(of(LAN, LAN, HUNG, new MemberId("079203001234"))).isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
        scenario.when(form(new TeamId("team-0912345678"), HAMLET, LAN, HUNG, MAI))
                .isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
        scenario.when(numbered("079203001234/QĐ")).isRefusedBy(DOCUMENT_NUMBER_HOLDS_NO_PERSONAL_NUMBER);
        scenario.given(numbered("124/2004/QĐ-TTg"));
    }

    @Test
    void takesTheFirstDayOfTheCalendar() {
        scenario.when(signed(TODAY, Days.FIRST))
                .isRefusedBy(UNIT_IS_COVERED_FROM_ITS_FIRST_DAY_ON, "ấp Đồng Tâm 1", FOUNDED);
    }

    @Test
    void formsATeamOfACommuneBesideThoseOfItsHamletsWithoutAWarning() {
        scenario.given(formTeam())
                .when(at(TeamLevel.COMMUNE, FAR_TEAM, HAMLET, FAR_HAMLET))
                .decides(
                        new TeamFormed(
                                FAR_TEAM,
                                TeamLevel.COMMUNE,
                                "Tổ 1",
                                signedOn(FOUNDED),
                                List.of(HAMLET, FAR_HAMLET),
                                founding(LAN, HUNG, MAI),
                                LAN,
                                FOUNDED),
                        new UnitCoverageChanged(
                                HAMLET,
                                List.of(
                                        new Covering(TEAM, TeamLevel.HAMLET),
                                        new Covering(FAR_TEAM, TeamLevel.COMMUNE)),
                                FOUNDED),
                        new UnitCoverageChanged(
                                FAR_HAMLET, List.of(new Covering(FAR_TEAM, TeamLevel.COMMUNE)), FOUNDED));
        Scenario.at(NOW)
                .given(units())
                .given(formTeam())
                .when(at(TeamLevel.COMMUNE, FAR_TEAM, HAMLET))
                .warns();
    }

    @Test
    void warnsOfASecondTeamOfTheSameLevelInAUnit() {
        scenario.given(formTeam())
                .when(at(TeamLevel.HAMLET, FAR_TEAM, HAMLET))
                .warns(new Warning(Code.UNIT_HAS_TWO_TEAMS_OF_ONE_LEVEL, List.of(HAMLET.value())));
    }

    @Test
    void flagsATeamOfAHamletWhoseLeaderIsNotItsHead() {
        scenario.when(of(HUNG, LAN, HUNG, MAI))
                .decides(
                        new TeamFormed(
                                TEAM,
                                "Tổ 1",
                                signedOn(FOUNDED),
                                List.of(HAMLET),
                                founding(LAN, HUNG, MAI),
                                HUNG,
                                FOUNDED),
                        new TeamFlaggedLedByAnother(TEAM, HUNG, MemberOrigin.YOUTH_UNION, FOUNDED),
                        covered(HAMLET));
        Scenario.at(NOW)
                .given(units())
                .when(of(HUNG, LAN, HUNG, MAI))
                .warns(new Warning(Code.LEADER_IS_NOT_THE_NEIGHBOURHOOD_HEAD, List.of(FOUNDED)));
    }

    @Test
    void letsATeamOfACommuneBeLedByAnybodyOfIt() {
        scenario.when(new FormTeam(
                        TEAM,
                        TeamLevel.COMMUNE,
                        "Tổ 1",
                        signedOn(FOUNDED),
                        List.of(HAMLET),
                        Founder.unnamed(founding(LAN, HUNG, MAI)),
                        HUNG,
                        FOUNDED))
                .warns();
    }

    @Test
    void refusesATeamBeforeItsUnits() {
        scenario.when(signed(FOUNDED.minusDays(1), FOUNDED.minusDays(1)))
                .isRefusedBy(UNIT_IS_COVERED_FROM_ITS_FIRST_DAY_ON, "ấp Đồng Tâm 1", FOUNDED);
        Scenario.at(NOW).given(units()).when(signed(FOUNDED, FOUNDED)).warns();
    }

    private static UnitCoverageChanged covered(UnitId unit) {
        return new UnitCoverageChanged(unit, List.of(new Covering(TEAM, TeamLevel.HAMLET)), FOUNDED);
    }

    private static FormTeam at(TeamLevel level, TeamId team, UnitId... units) {
        return new FormTeam(
                team,
                level,
                "Tổ 1",
                signedOn(FOUNDED),
                List.of(units),
                Founder.unnamed(founding(LAN, HUNG, MAI)),
                LAN,
                FOUNDED);
    }

    private static FormTeam named(String name) {
        return new FormTeam(TEAM, name, signedOn(FOUNDED), List.of(HAMLET), founding(LAN, HUNG, MAI), LAN, FOUNDED);
    }

    private static FormTeam numbered(String number) {
        return new FormTeam(
                TEAM, "Tổ 1", new Instrument(number, FOUNDED), List.of(HAMLET), founding(LAN, HUNG, MAI), LAN, FOUNDED);
    }

    private static FormTeam of(MemberId leader, MemberId... members) {
        return new FormTeam(TEAM, "Tổ 1", signedOn(FOUNDED), List.of(HAMLET), founding(members), leader, FOUNDED);
    }

    private static FormTeam covering(UnitId... units) {
        return new FormTeam(TEAM, "Tổ 1", signedOn(FOUNDED), List.of(units), founding(LAN, HUNG, MAI), LAN, FOUNDED);
    }

    private static FormTeam signed(LocalDate signedOn, LocalDate effectiveFrom) {
        return new FormTeam(
                TEAM, "Tổ 1", signedOn(signedOn), List.of(HAMLET), founding(LAN, HUNG, MAI), LAN, effectiveFrom);
    }
}
