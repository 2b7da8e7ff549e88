package vn.soto.plans;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.RenameTeam;
import vn.soto.plans.imports.ImportFixture;

final class DryRunTest {

    private static final TeamId TEAM = new TeamId("team-1");
    private static final HouseholdId HOUSEHOLD = new HouseholdId("h-1");
    private static final EnrolMember ENROLMENT =
            new EnrolMember(TEAM, new MemberId("m-tam"), MemberOrigin.YOUTH_UNION, ImportFixture.DAY);

    /** The file is decided on one state of the ledger, and what others record meanwhile is no conflict. */
    @Test
    void decidesOnTheLedgerAsItWasWhenItBegan() {
        try (ImportFixture fixture = new ImportFixture();
                DryRun dryRun = DryRun.over(fixture.side, "an")) {
            dryRun.send(new RegisterHousehold(HOUSEHOLD, new UnitId("u-hamlet-1"), "HO-1"), true);
            dryRun.send(new AssignHousehold(HOUSEHOLD, TEAM, new MemberId("m-lan"), ImportFixture.DAY), true);
            long before = fixture.ledger.tail().number();
            fixture.send(ENROLMENT);
            fixture.send(new RegisterHousehold(new HouseholdId("h-2"), new UnitId("u-hamlet-1"), "HO-2"));

            assertThat(dryRun.send(ENROLMENT, true)).isNotEmpty();
            assertThat(dryRun.send(
                            new RenameTeam(
                                    TEAM, "Tổ Đồng Tâm", new Instrument("13/QĐ", ImportFixture.DAY), ImportFixture.DAY),
                            true))
                    .isNotEmpty();
            assertThat(dryRun.send(
                            new RegisterHousehold(new HouseholdId("h-2"), new UnitId("u-hamlet-1"), "HO-2"), true))
                    .isNotEmpty();
            assertThat(fixture.ledger.tail().number()).isEqualTo(before + 2);
        }
    }
}
