package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.MergeDuplicateHouseholds;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.SeparateHouseholds;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.household.HouseholdCommand.WithdrawRegistration;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;

/**
 * In each round, 64 threads assign, move, merge, help and withdraw three households concurrently, two of which can be
 * merged, and end a membership. Afterwards every rule holds over the events in ledger order.
 */
@Tag("threads")
final class HouseholdRaceTest extends SampleCommune {

    private static final int ROUNDS = Boolean.getBoolean("soto.long") ? 20 : 5;

    private final Race race = new Race(ROUNDS);

    @Test
    void breaksNoRuleOfHouseholds() {
        race.run(HouseholdRaceTest::prepare, HouseholdRaceTest::command);

        assertThat(race.outcomes()).containsEntry("EndMembership", ROUNDS);
    }

    private static void prepare(Scenario scenario) {
        scenario.given(units()).given(formTeam(), formFarTeam());
        IntStream.range(0, ROUNDS).forEach(round -> {
            scenario.given(new EnrolMember(TEAM, member(round), MemberOrigin.YOUTH_UNION, FOUNDED));
            List.of("a", "b", "c").forEach(name -> scenario.given(register(household(name, round), HAMLET)));
        });
    }

    private static Command command(int thread, int round) {
        HouseholdId a = household("a", round);
        HouseholdId b = household("b", round);
        HouseholdId c = household("c", round);
        return switch (thread % 16) {
            case 0 -> new AssignHousehold(a, TEAM, member(round), TODAY);
            case 1 -> new AssignHousehold(b, TEAM, member(round), TODAY);
            case 2 -> new MergeDuplicateHouseholds(a, b, "Đăng ký hai lần");
            case 3 -> new MergeDuplicateHouseholds(b, a, "Đăng ký hai lần");
            case 4 -> new MergeDuplicateHouseholds(c, a, "Đăng ký hai lần");
            case 5 -> new RelocateHousehold(a, FAR_HAMLET, TODAY);
            case 6 -> new RelocateHousehold(a, HAMLET, TODAY);
            case 7 -> new AssignHousehold(a, FAR_TEAM, HUNG, TODAY);
            case 8 -> new ReassignHousehold(a, TEAM, HUNG, TODAY);
            case 9 -> new UnassignHousehold(a, TODAY, null);
            case 10 -> new SeparateHouseholds(a, "Hai hộ khác nhau");
            case 11 -> new MarkHouseholdLeft(b, TODAY);
            case 12 -> new ReturnHousehold(b, HAMLET, TODAY);
            case 13 -> new WithdrawRegistration(c, "Nhập nhầm tệp");
            case 14 -> record(thread, c, round);
            default ->
                thread == 15
                        ? new EndMembership(TEAM, member(round), EndReason.OTHER, TODAY.minusDays(1))
                        : record(thread, a, round);
        };
    }

    private static RecordAssistance record(int thread, HouseholdId household, int round) {
        return new RecordAssistance(
                new AssistanceId("a-" + thread + "-" + round), TEAM, household, List.of(HUNG), content(NOW));
    }

    private static MemberId member(int round) {
        return new MemberId("m-" + round);
    }

    private static HouseholdId household(String name, int round) {
        return new HouseholdId("h-" + name + "-" + round);
    }
}
