package vn.soto.domain.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.household.HandOver.Receiver;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.team.Caseloads.Charge;

final class HandOverTest extends SampleCommune {

    private static final Responsible OF_LAN = new Responsible(TEAM, LAN);
    private static final Responsible OF_HUNG = new Responsible(TEAM, HUNG);
    private static final Responsible OF_MAI = new Responsible(TEAM, MAI);
    private static final Responsible OF_TUAN = new Responsible(FAR_TEAM, TUAN);

    @Test
    void goesRoundAmongTheReceivers() {
        HandOver handOver = shareOut(charges(5), Receiver.unlimited(OF_HUNG), Receiver.unlimited(OF_MAI));

        assertThat(handOver.left()).isEmpty();
        assertThat(handOver.steps())
                .containsExactly(
                        step(0, OF_HUNG, TODAY),
                        step(1, OF_MAI, TODAY),
                        step(2, OF_HUNG, TODAY),
                        step(3, OF_MAI, TODAY),
                        step(4, OF_HUNG, TODAY));
    }

    @Test
    void isTheSameForTheSameInput() {
        Receiver[] receivers = {new Receiver(OF_HUNG, 4), Receiver.unlimited(OF_MAI)};

        assertThat(shareOut(charges(50), receivers)).isEqualTo(shareOut(charges(50), receivers));
    }

    @Test
    void fillsEachReceiverUpToTheTargetAndLeavesTheRest() {
        HandOver handOver = shareOut(charges(5), Receiver.upTo(220, OF_HUNG, 219), Receiver.upTo(220, OF_MAI, 218));

        assertThat(handOver.steps())
                .containsExactly(step(0, OF_HUNG, TODAY), step(1, OF_MAI, TODAY), step(2, OF_MAI, TODAY));
        assertThat(handOver.left()).containsExactly(household(3), household(4));
    }

    @Test
    void givesNothingToAReceiverAboveTheTarget() {
        assertThat(Receiver.upTo(220, OF_HUNG, 300).room()).isZero();
    }

    @Test
    void givesAnotherTeamOnlyWhatItCovers() {
        List<Charge> charges = List.of(
                new Charge(household(0), HAMLET, OF_LAN, FOUNDED),
                new Charge(household(1), FAR_HAMLET, OF_LAN, FOUNDED));

        HandOver handOver = shareOut(charges, Receiver.unlimited(OF_TUAN));

        assertThat(handOver.steps()).containsExactly(step(1, OF_TUAN, TODAY));
        assertThat(handOver.left()).containsExactly(household(0));
    }

    @Test
    void givesNobodyWhatIsTheirs() {
        HandOver handOver = shareOut(charges(1), Receiver.unlimited(OF_LAN));

        assertThat(handOver.steps()).isEmpty();
        assertThat(handOver.left()).containsExactly(household(0));
    }

    @Test
    void passesNothingOnBeforeTheDayOfItsAssignment() {
        Charge later = new Charge(household(0), HAMLET, OF_LAN, TODAY.plusDays(3));

        assertThat(shareOut(List.of(later), Receiver.unlimited(OF_HUNG)).steps())
                .containsExactly(step(0, OF_HUNG, TODAY.plusDays(3)));
    }

    @Test
    void leavesEverythingWhenThereIsNobody() {
        assertThat(shareOut(charges(2)).left()).hasSize(2);
    }

    private static HandOver shareOut(List<Charge> charges, Receiver... receivers) {
        return HandOver.of(
                charges, List.of(receivers), (team, unit) -> team.equals(FAR_TEAM) && unit.equals(FAR_HAMLET), TODAY);
    }

    private static List<Charge> charges(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Charge(household(i), HAMLET, OF_LAN, FOUNDED))
                .toList();
    }

    private static HouseholdId household(int number) {
        return new HouseholdId("h-" + number);
    }

    private static ReassignHousehold step(int household, Responsible to, LocalDate from) {
        return new ReassignHousehold(household(household), to.team(), to.member(), from);
    }
}
