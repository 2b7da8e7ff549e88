package vn.soto.ledgerwriter.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.ledgerwriter.axon.Ward.LAN;
import static vn.soto.ledgerwriter.axon.Ward.MINH;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Guard;
import vn.soto.ledgerwriter.axon.WardCommand.GoOffDuty;
import vn.soto.ledgerwriter.axon.WardCommand.GoOnDuty;
import vn.soto.ledgerwriter.axon.WardCommand.SwapDuty;
import vn.soto.ledgerwriter.memory.MemoryLedger;

final class GuardTest {

    private static final int CALLERS = 64;
    private static final int COMMANDS = 15;

    private final MemoryLedger ledger = new MemoryLedger("test/guards", Clock.systemUTC());
    private final List<Draft> drafts = new ArrayList<>();

    @Test
    void isPutOnWhatWasReadAndNotOnWhatWasWritten() {
        Ward ward = Ward.over(ledger, this::recording).hiring(LAN, MINH);

        ward.send(new GoOffDuty(LAN, MINH));
        ward.send(new SwapDuty(MINH, LAN));

        assertThat(drafts.get(0).guards()).isEmpty();
        assertThat(drafts.get(2).guards()).containsExactly(new Guard(MINH, 1));
        assertThat(drafts.get(3).guards()).isEmpty();
    }

    @Test
    void refusesADecisionThatRestsOnWhatHasChangedMeanwhile() {
        Ward ward = Ward.over(ledger, ledger).hiring(LAN, MINH);
        ward.colleagues.meanwhile(() -> ward.send(new GoOffDuty(MINH, LAN)));
        CommandContext context = Ward.context();

        assertThatThrownBy(() -> ward.dispatch(new GoOffDuty(LAN, MINH), context))
                .isExactlyInstanceOf(ConcurrencyException.class);

        assertThat(context.commit()).isEmpty();
        assertThatThrownBy(() -> ward.send(new GoOffDuty(LAN, MINH)))
                .as("handled again, the command sees the change")
                .isInstanceOf(Doctor.NobodyLeft.class);
    }

    @Test
    void letsADecisionPassWhenSomethingElseHasChanged() {
        Ward ward = Ward.over(ledger, ledger).hiring(LAN, MINH);
        ward.colleagues.meanwhile(() -> ward.hiring("hoa"));

        assertThat(ward.send(new GoOffDuty(LAN, MINH))).isNotNull();
    }

    @Test
    void refusesADecisionOnAnAggregateReadTwiceInTwoStatesThoughItIsWritten() {
        Ward ward = Ward.over(ledger, ledger).hiring(LAN);
        ward.colleagues.meanwhile(() -> {
            ward.send(new SwapDuty(LAN, LAN));
        });

        assertThatThrownBy(() -> ward.send(new WardCommand.AskThenLeave(LAN)))
                .isInstanceOf(ConcurrencyException.class)
                .hasMessageContaining("while it was being read");
    }

    /** Two doctors, each of whom may leave only while the other is there: the classic write skew. */
    @Test
    void keepsARuleAcrossAggregatesUnderSixtyFourCallers() throws Exception {
        Ward ward = Ward.over(ledger, ledger).hiring(LAN, MINH);
        AtomicInteger lost = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                Random random = new Random(caller);
                all.add(callers.submit(() -> work(ward, random, lost)));
            }
            for (Future<?> one : all) {
                finished(one);
            }
        }

        assertThat(commitsWithNobodyOnDuty()).isEmpty();
        assertThat(ledger.tail().number()).as("%d lost races", lost.get()).isGreaterThan(CALLERS);
        ChainVerifier.verify(ledger);
    }

    private static void work(Ward ward, Random random, AtomicInteger lost) {
        for (int i = 0; i < COMMANDS; i++) {
            boolean lan = random.nextBoolean();
            try {
                ward.send(
                        random.nextBoolean()
                                ? new GoOffDuty(lan ? LAN : MINH, lan ? MINH : LAN)
                                : new GoOnDuty(lan ? LAN : MINH));
            } catch (ConcurrencyException e) {
                lost.incrementAndGet();
            } catch (Doctor.NobodyLeft e) {
                // the rule at work
            }
        }
    }

    private static void finished(Future<?> caller) throws InterruptedException {
        try {
            caller.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private List<Long> commitsWithNobodyOnDuty() {
        Map<String, Boolean> onDuty = new HashMap<>();
        List<Long> wrong = new ArrayList<>();
        for (Commit commit : ledger.commits(1, Integer.MAX_VALUE)) {
            commit.events().forEach(event -> {
                switch (WardEvent.codec().decode(event.type(), event.payload())) {
                    case WardEvent.WentOnDuty on -> onDuty.put(on.doctor(), true);
                    case WardEvent.WentOffDuty off -> onDuty.put(off.doctor(), false);
                    default -> {}
                }
            });
            if (commit.number() > 2 && !onDuty.containsValue(true)) {
                wrong.add(commit.number());
            }
        }
        return wrong;
    }

    private Commit recording(Draft draft) {
        drafts.add(draft);
        return ledger.append(draft);
    }
}
