package vn.soto.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.testkit.Drafts.one;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.axon.LedgerEntry.OfAggregate;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledgerwriter.memory.MemoryLedger;

final class AggregateEventCacheTest {

    private final MemoryLedger ledger = new MemoryLedger("demo/streams", Clock.systemUTC());
    private final List<String> asked = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private final AggregateEventCache streams = streams(10, 6);

    private AggregateEventCache streams(int read, int unread) {
        LedgerReader listening = (LedgerReader) Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(), new Class<?>[] {LedgerReader.class}, (self, method, arguments) -> {
                    if (method.getName().equals("aggregate")) {
                        asked.add(arguments[0] + " from " + arguments[1] + " at most " + arguments[2]);
                        Object answer = method.invoke(ledger, arguments);
                        meanwhile.run();
                        meanwhile = () -> {};
                        return answer;
                    }
                    return method.invoke(ledger, arguments);
                });
        return new AggregateEventCache(listening, AggregateEventCacheTest::entry, "tally"::equals, read, unread);
    }

    private static OfAggregate entry(StoredEvent stored) {
        return (OfAggregate) LedgerEntry.of(
                stored, new SimpleSerializedObject<>(new byte[0], byte[].class, MetaData.class.getName(), null));
    }

    private void append(String aggregate, int from, int to) {
        for (int sequence = from; sequence < to; sequence++) {
            ledger.append(one(aggregate + sequence, aggregate, sequence));
        }
    }

    private List<Long> read(String aggregate, long sequence, int limit) {
        return streams.read(aggregate, sequence, limit).stream()
                .map(OfAggregate::getSequenceNumber)
                .toList();
    }

    @Test
    void asksOnlyForWhatCameAfter() {
        append("a", 0, 3);
        assertThat(read("a", 0, 100)).containsExactly(0L, 1L, 2L);
        append("a", 3, 5);
        assertThat(read("a", 0, 100)).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(asked).containsExactly("a from 0 at most 100", "a from 3 at most 97");
    }

    @Test
    void asksEachTimeWhetherThereIsMore() {
        append("a", 0, 2);
        read("a", 0, 100);
        read("a", 0, 100);
        assertThat(asked).hasSize(2);
    }

    @Test
    void givesTheVeryEntriesItGaveBefore() {
        append("a", 0, 2);
        assertThat(streams.read("a", 0, 100).getFirst())
                .isSameAs(streams.read("a", 0, 100).getFirst());
    }

    @Test
    void pagesAndStartsAnywhereAsTheLedgerDoes() {
        append("a", 0, 7);
        assertThat(read("a", 0, 3)).containsExactly(0L, 1L, 2L);
        assertThat(read("a", 3, 3)).containsExactly(3L, 4L, 5L);
        assertThat(read("a", 6, 3)).containsExactly(6L);
        assertThat(read("a", 7, 3)).isEmpty();
        assertThat(read("a", 2, 2)).containsExactly(2L, 3L);
        assertThat(read("a", 9, 3)).as("beyond what is known").isEmpty();
        assertThat(read("nobody", 0, 3)).isEmpty();
    }

    @Test
    void keepsNoMoreEventsThanItMay() {
        append("a", 0, 6);
        append("b", 0, 6);
        append("long", 0, 11);
        read("a", 0, 100);
        read("b", 0, 100);
        read("long", 0, 100);
        assertThat(streams.weight())
                .as("one of the two, and never the long one")
                .isEqualTo(6);
        asked.clear();
        assertThat(read("b", 0, 100)).hasSize(6);
        assertThat(read("a", 0, 100)).hasSize(6);
        assertThat(read("long", 0, 100)).hasSize(11);
        assertThat(asked).hasSize(3).contains("long from 0 at most 100");
        assertThat(streams.weight()).isEqualTo(6);
    }

    @Nested
    final class Attached {

        private List<Long> whole(String aggregate) {
            return read(aggregate, 0, 100);
        }

        @Test
        void readsAStreamOnceAndIsToldTheRest() {
            append("a", 0, 2);
            streams.attach(ledger);
            assertThat(whole("a")).containsExactly(0L, 1L);
            append("a", 2, 4);
            append("b", 0, 2);
            assertThat(whole("a")).containsExactly(0L, 1L, 2L, 3L);
            assertThat(whole("b")).containsExactly(0L, 1L);
            assertThat(whole("nobody")).isEmpty();
            assertThat(whole("nobody")).isEmpty();
            assertThat(asked).containsExactly("a from 0 at most 1000", "nobody from 0 at most 1000");
        }

        @Test
        void missesNothingRecordedWhileItAsks() {
            append("a", 0, 2);
            streams.attach(ledger);
            meanwhile = () -> append("a", 2, 4);
            assertThat(whole("a")).containsExactly(0L, 1L, 2L, 3L);
            assertThat(whole("a")).containsExactly(0L, 1L, 2L, 3L);
            assertThat(asked).hasSize(1);
        }

        @Test
        void asksAgainWhenInDoubt() {
            streams.attach(ledger);
            append("a", 0, 2);
            streams.onUncertain();
            assertThat(whole("a")).containsExactly(0L, 1L);
            assertThat(asked).hasSize(1);
        }

        @Test
        void keepsNoMoreEventsThanItMay() {
            streams.attach(ledger);
            append("a", 0, 6);
            append("b", 0, 6);
            append("long", 0, 11);
            assertThat(streams.weight()).as("streams seen only in commits").isLessThanOrEqualTo(6);
            for (int i = 0; i < 3; i++) {
                assertThat(whole("long")).hasSize(11);
                assertThat(whole("b")).hasSize(6);
                assertThat(whole("a")).hasSize(6);
                assertThat(streams.weight()).isLessThanOrEqualTo(10 + 6);
            }
            assertThat(asked).filteredOn("long from 0 at most 1000"::equals).hasSize(3);
            assertThat(asked)
                    .as("of the two at least one is read again and again")
                    .hasSizeGreaterThan(5);
        }

        @Test
        void soonDropsWhatOnlyCommitsNamed() {
            streams.attach(ledger);
            append("read", 0, 1);
            whole("read");
            for (int i = 0; i < 30; i++) {
                append("begun " + i, 0, 1);
            }
            whole("begun 29");
            whole("begun 24");
            whole("read");
            assertThat(asked).isEmpty();
            whole("begun 23");
            assertThat(asked).containsExactly("begun 23 from 0 at most 1000");
        }

        @Test
        void extendsAStreamItWasToldFromItsBeginning() {
            streams.attach(ledger);
            append("a", 0, 3);
            assertThat(whole("a")).containsExactly(0L, 1L, 2L);
            append("a", 3, 5);
            assertThat(whole("a")).containsExactly(0L, 1L, 2L, 3L, 4L);
            assertThat(asked).isEmpty();
        }

        @Test
        void keepsOfATallyTheLastEventOnly() {
            append("tally", 0, 3);
            streams.attach(ledger);
            assertThat(streams.last("tally"))
                    .extracting(OfAggregate::getSequenceNumber)
                    .containsExactly(2L);
            append("tally", 3, 30);
            assertThat(streams.last("tally"))
                    .extracting(OfAggregate::getSequenceNumber)
                    .containsExactly(29L);
            assertThat(asked).containsExactly("tally from 2 at most 1");
        }
    }
}
