package vn.soto.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.Covering;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedOutdated;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.domain.SampleCommune;

final class WarningsTest extends SampleCommune {

    @Test
    void tellOfATeamInNeedOfConsolidationInTheOrderOfItsEvents() {
        assertThat(Warnings.of(List.of(
                        new TeamFlaggedLeaderless(TEAM, LAN, TODAY), new TeamFlaggedUnderstaffed(TEAM, 2, 3, TODAY))))
                .containsExactly(
                        new Warning(Code.TEAM_HAS_NO_LEADER, List.of(TODAY)),
                        new Warning(Code.TEAM_IS_UNDERSTAFFED, List.of(2, 3)));
    }

    @Test
    void tellOfACaseloadAboveItsTargetOnly() {
        assertThat(Warnings.of(List.of(new CaseloadChanged(LAN, TEAM, 220, 220))))
                .isEmpty();
        assertThat(Warnings.of(List.of(new CaseloadChanged(LAN, TEAM, 221, 220))))
                .containsExactly(new Warning(Code.CASELOAD_IS_ABOVE_TARGET, List.of(221, 220)));
    }

    @Test
    void tellOfUnitsThatNobodyOrTwoTeamsOfALevelCover() {
        Covering near = new Covering(TEAM, TeamLevel.HAMLET);
        Covering far = new Covering(FAR_TEAM, TeamLevel.HAMLET);
        Covering wide = new Covering(FAR_TEAM, TeamLevel.COMMUNE);

        assertThat(Warnings.of(List.of(new UnitCoverageChanged(HAMLET, List.of(), TODAY))))
                .containsExactly(new Warning(Code.UNIT_HAS_NO_TEAM, List.of(HAMLET.value())));
        assertThat(Warnings.of(List.of(new UnitCoverageChanged(HAMLET, List.of(near, far), TODAY))))
                .containsExactly(new Warning(Code.UNIT_HAS_TWO_TEAMS_OF_ONE_LEVEL, List.of(HAMLET.value())));
        assertThat(Warnings.of(List.of(
                        new UnitCoverageChanged(HAMLET, List.of(near, wide), TODAY),
                        new UnitCoverageChanged(HAMLET, List.of(near), TODAY))))
                .isEmpty();
    }

    @Test
    void tellOfLeadersWhoAreNotTheHeadAndOfUnitsNotInForce() {
        assertThat(Warnings.of(List.of(
                        new TeamFlaggedLedByAnother(TEAM, HUNG, MemberOrigin.TEACHER, TODAY),
                        new TeamFlaggedOutdated(TEAM, List.of(HAMLET), TODAY))))
                .containsExactly(
                        new Warning(Code.LEADER_IS_NOT_THE_NEIGHBOURHOOD_HEAD, List.of(TODAY)),
                        new Warning(Code.TEAM_COVERS_UNITS_NOT_IN_FORCE, List.of(1, TODAY)));
    }

    @Test
    void saySomethingOnlyWhenThereIsSomethingToLookAt() {
        assertThat(Warnings.of(List.of(new LeaderAppointed(TEAM, HUNG, TODAY)))).isEmpty();
    }
}
