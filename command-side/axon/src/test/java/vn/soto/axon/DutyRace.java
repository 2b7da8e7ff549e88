package vn.soto.axon;

import static vn.soto.axon.AxonFixture.LAN;
import static vn.soto.axon.AxonFixture.MINH;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.modelling.command.ConcurrencyException;
import vn.soto.axon.WardCommand.GoOffDuty;
import vn.soto.axon.WardCommand.GoOnDuty;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;

/** Two doctors, each of whom may leave only while the other is there: the classic write skew, with 64 callers. */
final class DutyRace {

    private static final int CALLERS = 64;
    private static final int COMMANDS = Boolean.getBoolean("soto.long") ? 15 : 5;

    private DutyRace() {}

    /** Runs to its end; what is neither a lost race nor the rule at work fails. */
    static void run(AxonFixture ward) throws Exception {
        ward.hiring(LAN, MINH);
        List<Callable<Object>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(caller);
            callers.add(() -> work(ward, random));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> caller : threads.invokeAll(callers)) {
                caller.get();
            }
        }
    }

    private static Object work(AxonFixture ward, Random random) {
        for (int i = 0; i < COMMANDS; i++) {
            boolean lan = random.nextBoolean();
            try {
                ward.send(
                        random.nextBoolean()
                                ? new GoOffDuty(lan ? LAN : MINH, lan ? MINH : LAN)
                                : new GoOnDuty(lan ? LAN : MINH));
            } catch (ConcurrencyException | Doctor.NobodyLeft e) {
                // a lost race, or the rule at work
            }
        }
        return ward;
    }

    /** Numbers of the commits after which the ward was empty; none, if the rule held. */
    static List<Long> commitsWithNobodyOnDuty(LedgerReader ledger) {
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
            if (!onDuty.containsValue(true)) {
                wrong.add(commit.number());
            }
        }
        return wrong;
    }
}
