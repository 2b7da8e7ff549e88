package vn.soto.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.axon.WardCommand.CountShift;
import vn.soto.axon.WardEvent.ShiftsCounted;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledgerwriter.memory.MemoryLedger;

@Tag("threads")
final class TallyTest {

    private static final String TALLY = "caseload:lan";
    private static final CountShift COUNT = new CountShift(TALLY, "lan");

    private final MemoryLedger ledger = new MemoryLedger("test/tally", Clock.systemUTC());
    private int read;

    @Test
    void isReadFromItsLastEventAlone() {
        AxonFixture before = AxonFixture.over(ledger, ledger);
        for (int i = 0; i < 300; i++) {
            before.send(COUNT);
        }
        AxonFixture ward = AxonFixture.over(counting(), ledger);

        ward.send(COUNT);

        assertThat(read).isEqualTo(1);
        StoredEvent last = ledger.aggregate(TALLY, 300, 10).getFirst();
        assertThat(WardEvent.codec().decode(last.event().type(), last.event().payload()))
                .isEqualTo(new ShiftsCounted("lan", 301));
    }

    @Test
    void losesARaceLikeAnyAggregate() {
        AxonFixture ward = AxonFixture.over(ledger, ledger);
        AxonFixture tooLate = AxonFixture.over(ledger, draft -> {
            Colleagues.elsewhere(() -> ward.send(COUNT));
            return ledger.append(draft);
        });

        assertThatThrownBy(() -> tooLate.send(COUNT)).isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> tooLate.send(COUNT)).isInstanceOf(ConcurrencyException.class);

        assertThat(ward.send(COUNT)).isNotNull();
        assertThat(ledger.head(TALLY)).hasValue(2);
    }

    /** Within one process commands on one aggregate wait for each other, so none of them loses a race. */
    @Test
    void countsEveryShiftOfSixtyFourCallers() throws Exception {
        AxonFixture ward = AxonFixture.over(ledger, ledger);
        ward.send(COUNT);
        List<Callable<Object>> callers = Collections.nCopies(64, () -> {
            for (int i = 0; i < 10; i++) {
                ward.send(COUNT);
            }
            return COUNT;
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> caller : threads.invokeAll(callers)) {
                assertThat(caller).succeedsWithin(Duration.ofMinutes(1));
            }
        }

        assertThat(ledger.head(TALLY)).hasValue(640);
    }

    private LedgerReader counting() {
        return (LedgerReader) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {LedgerReader.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(ledger, arguments);
                        if (result instanceof List<?> list) {
                            read += list.size();
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
