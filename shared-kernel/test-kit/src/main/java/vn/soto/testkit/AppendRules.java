package vn.soto.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.testkit.Drafts.draft;
import static vn.soto.testkit.Drafts.one;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.Chain;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Tail;

interface AppendRules extends LedgerUnderTest {

    @Test
    default void startsEmptyAtItsGenesis() {
        assertThat(reader().origin()).isEqualTo(LedgerContract.ORIGIN);
        assertThat(reader().tail()).isEqualTo(Tail.empty(LedgerContract.ORIGIN));
        assertThat(all()).isEmpty();
    }

    @Test
    default void numbersCommitsDenselyFromOneAndPositionsFromZero() {
        append(draft("a").event("x", 0).event("x", 1).build());
        append(draft("b").event("y", 0).build());
        append(draft("c").loose().event("x", 2).loose().build());

        assertThat(all()).extracting(Commit::number).containsExactly(1L, 2L, 3L);
        assertThat(all()).extracting(Commit::first).containsExactly(0L, 2L, 3L);
        assertThat(reader().tail().next()).isEqualTo(6);
    }

    @Test
    default void answersTheCommitAsItIsReadBack() {
        Draft draft = draft("a").event("x", 0).loose().build();
        Commit answer = append(draft);
        assertThat(reader().commits(1, 9)).containsExactly(answer);
        assertThat(answer.id()).isEqualTo(draft.id());
        assertThat(answer.events()).isEqualTo(draft.events());
        assertThat(answer.at()).isEqualTo(clock().instant());
        assertThat(answer.previous()).isEqualTo(Chain.genesis(LedgerContract.ORIGIN));
        assertThat(reader().tail()).isEqualTo(answer.tail());
    }

    @Test
    default void recordsWhatTheSystemDidItselfAnyNumberOfTimes() {
        append(draft("a").by(new Origin.SystemTask("axon")).event("x", 0).build());
        append(draft("b").by(new Origin.SystemTask("axon")).event("x", 1).build());
        assertThat(all()).extracting(Commit::origin).containsOnly(new Origin.SystemTask("axon"));
    }

    @Test
    default void tellsListenersTheTailAfterTheCommitCanBeRead() throws InterruptedException {
        BlockingQueue<List<Commit>> heard = new LinkedBlockingQueue<>();
        ledger().onAppend(tail -> heard.add(reader().commits(tail.number(), 1)));
        Commit commit = append(one("a", "x", 0));
        assertThat(heard.poll(60, TimeUnit.SECONDS)).containsExactly(commit);
    }

    @Test
    default void survivesAListenerThatFails() {
        ledger().onAppend(_ -> {
            throw new IllegalStateException("a listener of a test fails");
        });
        append(one("a", "x", 0));
        append(one("b", "x", 1));
        assertThat(reader().tail().number()).isEqualTo(2);
    }

    @Test
    default void goesOnAfterReopeningWhereItStopped() {
        append(draft("a").event("x", 0).event("x", 1).build());
        reopen();
        Commit next = append(one("b", "x", 2));
        assertThat(next.number()).isEqualTo(2);
        assertThat(next.first()).isEqualTo(2);
    }
}
