package vn.soto.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.axon.AxonFixture.LAN;
import static vn.soto.axon.AxonFixture.MINH;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.axon.WardCommand.GoOffDuty;
import vn.soto.axon.WardCommand.SwapDuty;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Guard;
import vn.soto.ledgerwriter.memory.MemoryLedger;

@Tag("threads")
final class GuardTest {

    private final MemoryLedger ledger = new MemoryLedger("test/guards", Clock.systemUTC());
    private final List<Draft> drafts = new ArrayList<>();

    @Test
    void isPutOnWhatWasReadAndNotOnWhatWasWritten() {
        AxonFixture ward = AxonFixture.over(ledger, this::recording).hiring(LAN, MINH);

        ward.send(new GoOffDuty(LAN, MINH));
        ward.send(new SwapDuty(MINH, LAN));

        assertThat(drafts.get(0).guards()).isEmpty();
        assertThat(drafts.get(2).guards()).containsExactly(new Guard(MINH, 1));
        assertThat(drafts.get(3).guards()).isEmpty();
    }

    @Test
    void refusesADecisionThatRestsOnWhatHasChangedMeanwhile() {
        AxonFixture ward = AxonFixture.over(ledger, ledger).hiring(LAN, MINH);
        ward.colleagues.meanwhile(() -> ward.send(new GoOffDuty(MINH, LAN)));

        assertThatThrownBy(() -> ward.send(new GoOffDuty(LAN, MINH))).isExactlyInstanceOf(ConcurrencyException.class);

        assertThat(ledger.tail().number()).as("only the other's").isEqualTo(3);
        assertThatThrownBy(() -> ward.send(new GoOffDuty(LAN, MINH)))
                .as("handled again, the command sees the change")
                .isInstanceOf(Doctor.NobodyLeft.class);
    }

    @Test
    void letsADecisionPassWhenSomethingElseHasChanged() {
        AxonFixture ward = AxonFixture.over(ledger, ledger).hiring(LAN, MINH);
        ward.colleagues.meanwhile(() -> ward.hiring("hoa"));

        assertThat(ward.send(new GoOffDuty(LAN, MINH))).isNotNull();
    }

    @Test
    void refusesADecisionOnAnAggregateReadTwiceInTwoStatesThoughItIsWritten() {
        AxonFixture ward = AxonFixture.over(ledger, ledger).hiring(LAN);
        ward.colleagues.meanwhile(() -> ward.send(new SwapDuty(LAN, LAN)));

        assertThatThrownBy(() -> ward.send(new WardCommand.AskThenLeave(LAN)))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining("while it was being read");
    }

    @Test
    void keepsARuleAcrossAggregatesUnderSixtyFourCallers() throws Exception {
        DutyRace.run(AxonFixture.over(ledger, ledger));

        assertThat(DutyRace.commitsWithNobodyOnDuty(ledger)).isEmpty();
        ChainVerifier.verify(ledger);
    }

    private Commit recording(Draft draft) {
        drafts.add(draft);
        return ledger.append(draft);
    }
}
