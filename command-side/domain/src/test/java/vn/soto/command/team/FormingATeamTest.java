package vn.soto.command.team;

import static vn.soto.command.Samples.COMMUNE;
import static vn.soto.command.Samples.FAR_HAMLET;
import static vn.soto.command.Samples.FOUNDED;
import static vn.soto.command.Samples.HAMLET;
import static vn.soto.command.Samples.HUNG;
import static vn.soto.command.Samples.LAN;
import static vn.soto.command.Samples.MAI;
import static vn.soto.command.Samples.NOW;
import static vn.soto.command.Samples.NOWHERE;
import static vn.soto.command.Samples.TEAM;
import static vn.soto.command.Samples.TODAY;
import static vn.soto.command.Samples.TUAN;
import static vn.soto.command.Samples.formTeam;
import static vn.soto.command.Samples.founding;
import static vn.soto.command.Samples.signedOn;
import static vn.soto.command.Samples.units;
import static vn.soto.command.shared.CommonRule.DOCUMENT_IS_NOT_SIGNED_IN_THE_FUTURE;
import static vn.soto.command.shared.CommonRule.NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG;
import static vn.soto.command.team.TeamRule.COVERED_UNITS_ARE_RESIDENTIAL;
import static vn.soto.command.team.TeamRule.FOUNDING_MEMBERS_ARE_DISTINCT;
import static vn.soto.command.team.TeamRule.LEADER_IS_FOUNDING_MEMBER;
import static vn.soto.command.team.TeamRule.TEAM_COVERS_SOME_UNIT;
import static vn.soto.command.team.TeamRule.TEAM_HAS_ENOUGH_MEMBERS;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.command.Scenario;
import vn.soto.command.shared.Policy;
import vn.soto.command.shared.Warning;
import vn.soto.command.shared.Warning.Code;
import vn.soto.command.team.TeamCommand.FormTeam;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.unit.UnitId;

final class FormingATeamTest {

    private final Scenario scenario = Scenario.at(NOW).given(units());

    @Test
    void recordsTheFoundingDecision() {
        scenario.when(covering(FAR_HAMLET, HAMLET))
                .decides(new TeamFormed(
                        TEAM,
                        "Tổ 1",
                        signedOn(FOUNDED),
                        List.of(HAMLET, FAR_HAMLET),
                        founding(LAN, HUNG, MAI),
                        LAN,
                        FOUNDED));
    }

    @Test
    void refusesFewerMembersThanThePolicyAsksFor() {
        scenario.when(of(LAN, LAN, HUNG)).isRefusedBy(TEAM_HAS_ENOUGH_MEMBERS, 3, 2);

        new Scenario(Clock.fixed(NOW, ZoneOffset.UTC), new Policy(7, 220, QuarterCalendar.CALENDAR, 5))
                .given(units())
                .when(formTeam())
                .isRefusedBy(TEAM_HAS_ENOUGH_MEMBERS, 7, 3);
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
    void refusesADecisionSignedTomorrow() {
        LocalDate tomorrow = TODAY.plusDays(1);

        scenario.when(signed(tomorrow, tomorrow)).isRefusedBy(DOCUMENT_IS_NOT_SIGNED_IN_THE_FUTURE, tomorrow, TODAY);
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
