package vn.soto.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Origin;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;

interface SampleRules extends LedgerUnderTest {

    /** Changes only when the format of the ledger does, and that is final. */
    String CHAIN_OF_SEED_42 = "67e9b2427959528721384ea20c709ab865995fa1a212b5bb88866cf473d8abdf";

    int CALLERS = 64;
    boolean LONG = Boolean.getBoolean("soto.long");
    int APPENDS = LONG ? 20 : 3;
    int AGGREGATES = 12;

    @Test
    default void givesOneSampleTheSameChainInEveryStore() {
        DraftSamples samples = new DraftSamples(42);
        for (int i = 0; i < 200; i++) {
            append(samples.next());
        }
        assertThat(reader().tail().chain()).hasToString(CHAIN_OF_SEED_42);
    }

    @Test
    default void readsBackEverySampleInEveryWay() {
        List<Commit> appended = new ArrayList<>();
        Seeds.each(LONG ? 5 : 2, seed -> {
            DraftSamples samples = new DraftSamples(seed);
            for (int i = 0; i < 30; i++) {
                Draft draft = samples.next();
                Commit commit = append(draft);
                appended.add(commit);
                assertCannotBeWrittenAgain(draft);
                assertFound(commit);
            }
            reopen();
            assertThat(all()).isEqualTo(appended);
        });
    }

    private void assertCannotBeWrittenAgain(Draft draft) {
        boolean repeatable = draft.origin() instanceof Origin.SystemTask
                && draft.events().stream().allMatch(event -> event.aggregate() == null);
        if (!repeatable) {
            assertThatThrownBy(() -> append(draft)).isInstanceOf(LedgerException.class);
        }
    }

    private void assertFound(Commit commit) {
        assertThat(reader().commits(commit.number(), 2)).containsExactly(commit);
        assertThat(reader().commitAtPosition(commit.tail().next() - 1)).contains(commit);
        List<StoredEvent> events = reader().events(commit.first(), 10);
        assertThat(events).extracting(StoredEvent::event).isEqualTo(commit.events());
        for (StoredEvent stored : events) {
            StreamPosition slot = stored.event().aggregate();
            if (slot != null) {
                assertThat(reader().aggregate(slot.id(), slot.sequence(), 1)).containsExactly(stored);
            }
        }
    }

    private long head(String aggregate) {
        return reader().head(aggregate).orElse(-1);
    }

    @Test
    default void givesManyCallersOneOrder() {
        Collection<Commit> acknowledged = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                String name = "caller " + caller + " ";
                threads.execute(() -> {
                    for (int i = 0; i < APPENDS; i++) {
                        acknowledged.add(
                                appendSomehow(name + i, "x" + Math.floorMod((name + i).hashCode(), AGGREGATES)));
                    }
                });
            }
        }
        assertThat(acknowledged).hasSize(CALLERS * APPENDS);
        assertThat(all()).containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    /** As the command side does it: read the head, decide, append, and again after a conflict. */
    private Commit appendSomehow(String name, String aggregate) {
        while (true) {
            try {
                return append(Drafts.one(name, aggregate, head(aggregate) + 1));
            } catch (LedgerException.Conflict e) {
                Thread.onSpinWait();
            }
        }
    }
}
