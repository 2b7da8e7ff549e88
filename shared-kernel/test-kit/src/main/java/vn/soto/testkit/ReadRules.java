package vn.soto.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.testkit.Drafts.draft;
import static vn.soto.testkit.Drafts.one;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.Commit;
import vn.soto.ledger.EventHeader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;

interface ReadRules extends LedgerUnderTest {

    /** Seven commits over ten positions: 0 | 1 2 | 3 | 4 5 | 6 | 7 8 | 9, in aggregate x all of them. */
    private void fill() {
        long sequence = 0;
        for (int i = 0; i < 7; i++) {
            Drafts draft = draft("fill " + i).event("x", sequence++);
            append((i % 2 == 1 ? draft.event("x", sequence++) : draft).build());
        }
    }

    @Test
    default void pagesByNumber() {
        fill();
        assertThat(reader().commits(3, 2)).extracting(Commit::number).containsExactly(3L, 4L);
        assertThat(reader().commits(6, 100)).extracting(Commit::number).containsExactly(6L, 7L);
        assertThat(reader().commits(8, 100)).isEmpty();
        assertThat(reader().commit(5)).contains(all().get(4));
        assertThat(reader().commit(0)).isEmpty();
        assertThat(reader().commit(8)).isEmpty();
    }

    @Test
    default void pagesByPosition() {
        fill();
        assertThat(reader().events(4, 4)).extracting(StoredEvent::position).containsExactly(4L, 5L, 6L, 7L);
        assertThat(reader().events(4, 4)).extracting(StoredEvent::commit).containsExactly(4L, 4L, 5L, 6L);
        assertThat(reader().events(0, 100)).hasSize(10);
        assertThat(reader().events(10, 100)).isEmpty();
    }

    @Test
    default void readsHereAndThere() {
        for (int i = 0; i < 120; i++) {
            append(one("far " + i, "far-" + i, 0));
        }
        List<Long> positions = List.of(0L, 1L, 40L, 80L, 119L);
        List<Long> numbers = List.of(1L, 2L, 41L, 81L, 120L);
        assertThat(reader().eventsAt(positions))
                .isEqualTo(positions.stream()
                        .flatMap(position -> reader().events(position, 1).stream())
                        .toList());
        assertThat(reader().commitsAt(numbers))
                .isEqualTo(numbers.stream()
                        .map(number -> reader().commit(number).orElseThrow())
                        .toList());
        assertThat(reader().commitsAt(List.of())).isEmpty();
        assertThatThrownBy(() -> reader().commitsAt(List.of(5L, 121L))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> reader().eventsAt(List.of(5L, 120L))).isInstanceOf(IllegalStateException.class);
    }

    /** The subject of an event can be read without its content. */
    @Test
    default void readsHeaders() {
        fill();
        List<EventHeader> headers = new ArrayList<>();
        for (Commit commit : all()) {
            long position = commit.first();
            for (RecordedEvent event : commit.events()) {
                headers.add(new EventHeader(position++, commit.number(), event.type(), event.tags()));
            }
        }
        assertThat(reader().headers(1, 100)).isEqualTo(headers);
        assertThat(reader().headers(0, 100)).isEqualTo(headers);
        assertThat(reader().headers(4, 2)).isEqualTo(headers.subList(4, 7));
        assertThat(reader().headers(8, 100)).isEmpty();
        assertThat(reader().headers(1, 0)).isEmpty();
    }

    @Test
    default void findsTheCommitAtAPosition() {
        fill();
        assertThat(LongStream.range(0, 10)
                        .map(p -> reader().commitAtPosition(p).orElseThrow().number()))
                .containsExactly(1L, 2L, 2L, 3L, 4L, 4L, 5L, 6L, 6L, 7L);
        assertThat(reader().commitAtPosition(-1)).isEmpty();
        assertThat(reader().commitAtPosition(10)).isEmpty();
    }

    @Test
    default void pagesAnAggregate() {
        append(one("other", "y", 0));
        fill();
        append(one("another", "y", 1));
        assertThat(reader().aggregate("x", 3, 4))
                .extracting(StoredEvent::position)
                .containsExactly(4L, 5L, 6L, 7L);
        assertThat(reader().aggregate("y", 0, 100))
                .extracting(StoredEvent::position)
                .containsExactly(0L, 11L);
        assertThat(reader().aggregate("x", 10, 100)).isEmpty();
        assertThat(reader().aggregate("nobody", 0, 100)).isEmpty();
    }

    @Test
    default void knowsTheHeadOfAnAggregate() {
        fill();
        assertThat(reader().head("x")).hasValue(9);
        assertThat(reader().head("nobody")).isEmpty();
        append(one("a", "x", 10));
        assertThat(reader().head("x")).hasValue(10);
    }

    @Test
    default void findsTheCommitOfACommandAlsoAfterReopening() {
        Commit commit = append(one("a", "x", 0));
        assertThat(reader().commitOfCommand(Drafts.command("a").id())).contains(commit);
        assertThat(reader().commitOfCommand(Drafts.command("b").id())).isEmpty();
        reopen();
        assertThat(reader().commitOfCommand(Drafts.command("a").id())).contains(commit);
    }

    @Test
    default void readsNothingWhenNothingIsAskedFor() {
        fill();
        assertThat(reader().commits(1, 0)).isEmpty();
        assertThat(reader().events(0, 0)).isEmpty();
        assertThat(reader().aggregate("x", 0, 0)).isEmpty();
    }

    /** Keys are compared byte for byte: not trimmed, normalised, case-folded or cut at a zero. */
    @Test
    default void tellsSimilarAggregatesApart() {
        List<String> names =
                List.of("", " ", "x", "X", "x ", "\u1ED5", "o\u0302\u0309", "x\u0000", "x\u0000y", "x#0000000001", "'");
        for (String name : names) {
            append(one("in " + name, name, 0));
        }
        reopen();
        for (int i = 0; i < names.size(); i++) {
            assertThat(reader().head(names.get(i))).hasValue(0);
            assertThat(reader().aggregate(names.get(i), 0, 9))
                    .extracting(StoredEvent::position)
                    .containsExactly((long) i);
        }
    }
}
