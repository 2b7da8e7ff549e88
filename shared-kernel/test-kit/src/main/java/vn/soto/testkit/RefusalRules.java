package vn.soto.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.testkit.Drafts.draft;
import static vn.soto.testkit.Drafts.one;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Guard;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Limits;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;

interface RefusalRules extends LedgerUnderTest {

    @Test
    default void refusesASlotThatIsTaken() {
        append(one("a", "x", 0));
        conflict(draft("b").event("y", 0).event("x", 0).build(), "x", 1);
        reopen();
        conflict(one("c", "x", 0), "x", 0);
    }

    @Test
    default void refusesAGapInAnAggregate() {
        conflict(one("a", "x", 1), "x", 0);
        append(one("b", "x", 0));
        conflict(draft("c").event("x", 1).event("x", 3).build(), "x", 1);
    }

    @Test
    default void refusesTheSameSlotTwiceInOneCommit() {
        conflict(draft("a").event("x", 0).event("x", 0).build(), "x", 1);
    }

    @Test
    default void keepsAggregatesApartByTheirIdAlone() {
        append(one("a", "x", 0));
        Draft other = draft("b")
                .event(new StreamPosition("other", "x", 0), Drafts.EVENT_TIME, new byte[0])
                .build();
        conflict(other, "x", 0);
    }

    @Test
    default void letsAGuardPassThatStillHolds() {
        append(one("a", "x", 0));
        append(draft("b").event("y", 0).guard("x", 0).guard("nobody", -1).build());
        reopen();
        append(draft("c").event("y", 1).guard("x", 0).build());
        assertThat(reader().tail().number()).isEqualTo(3);
    }

    @Test
    default void refusesAGuardedAggregateThatMoved() {
        append(one("a", "x", 0));
        append(one("b", "x", 1));
        conflict(draft("c").event("y", 0).guard("x", 0).build(), "x", -1);
        conflict(draft("d").event("y", 0).guard("x", -1).build(), "x", -1);
        conflict(draft("e").event("y", 0).guard("z", 0).build(), "z", -1);
    }

    @Test
    default void refusesWhatRestsOnTheWholeLedgerAfterAnyOtherCommit() {
        append(draft("a").event("x", 0).guard(Guard.ofLedger(0)).build());
        append(draft("b").event("y", 0).guard(Guard.ofLedger(1)).build());
        reopen();
        conflict(draft("c").event("z", 0).guard(Guard.ofLedger(1)).build(), "", -1);
        append(draft("c").event("z", 0).guard(Guard.ofLedger(2)).build());
    }

    @Test
    default void refusesTheSecondCommitOfACommandForEver() {
        append(one("a", "x", 0));
        Draft again = draft("b").by(Drafts.command("a")).event("x", 1).build();
        repeated(again);
        reopen();
        repeated(again);
    }

    @Test
    default void saysRepeatedRatherThanConflict() {
        Draft draft = one("a", "x", 0);
        append(draft);
        repeated(draft);
    }

    @Test
    default void refusesAnEventIdTwiceInOneCommit() {
        Draft once = one("a", "x", 0);
        Draft twice = draft("b")
                .event("y", 0)
                .event(once.events().getFirst())
                .event(once.events().getFirst())
                .build();
        refused(twice, LedgerException.DuplicateEventId.class);
    }

    @Test
    default void refusesMoreEventsThanACommitHolds() {
        Drafts large = draft("a");
        for (int i = 0; i < Limits.MAX_EVENTS; i++) {
            large.event("x", i);
        }
        append(large.build());
        refused(large.event("x", Limits.MAX_EVENTS).by(Drafts.command("b")).build(), LedgerException.TooLarge.class);
    }

    @Test
    default void refusesMoreBytesThanACommitHolds() {
        byte[] half = new byte[(int) Limits.MAX_BYTES / 2];
        Drafts large = draft("a")
                .event(new StreamPosition("sample", "x", 0), Drafts.EVENT_TIME, half)
                .event(new StreamPosition("sample", "x", 1), Drafts.EVENT_TIME, half);
        refused(large.build(), LedgerException.TooLarge.class);
    }

    @Test
    default void holdsExactlyAsManyBytesAsACommitMay() {
        Draft sample = one("a", "x", 0);
        RecordedEvent event = sample.events().getFirst();
        RecordedEvent full = new RecordedEvent(
                event.id(),
                event.timestamp(),
                event.type(),
                event.aggregate(),
                event.metadata(),
                List.of(),
                new Payload("binary", new byte[(int) Limits.MAX_BYTES]));
        Commit commit = append(draft("a").event(full).build());
        reopen();
        assertThat(reader().commit(1)).contains(commit);
    }

    @Test
    default void aRefusedDraftLeavesNothingBehindAndMayComeAgain() {
        Draft late = draft("a").event("y", 0).event("x", 1).build();
        conflict(late, "x", 1);
        assertThat(reader().head("y")).isEmpty();
        assertThat(reader().aggregate("y", 0, 9)).isEmpty();
        assertThat(reader().commitOfCommand(Drafts.command("a").id())).isEmpty();
        append(one("b", "x", 0));
        assertThat(append(late).number()).isEqualTo(2);
    }

    @Test
    default void everyGuardMustHold() {
        append(draft("a").event("x", 0).event("y", 0).build());
        conflict(draft("b").event("z", 0).guard("x", 0).guard("y", 1).build(), "y", -1);
        append(draft("b").event("z", 0).guard("x", 0).guard("y", 0).build());
    }

    @Test
    default void refusesEverythingOnceClosed() {
        append(one("a", "x", 0));
        OpenLedger closed = ledger();
        reopen();
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> closed.appender().append(one("b", "x", 1)));
    }

    private void conflict(Draft draft, String aggregate, int event) {
        Tail before = reader().tail();
        assertThatExceptionOfType(LedgerException.Conflict.class)
                .isThrownBy(() -> append(draft))
                .satisfies(e -> assertThat(e.aggregate()).isEqualTo(aggregate))
                .satisfies(e -> assertThat(e.event()).isEqualTo(event));
        assertThat(reader().tail()).isEqualTo(before);
    }

    private void repeated(Draft draft) {
        refused(draft, LedgerException.Repeated.class);
        assertThat(reader().commitOfCommand(Drafts.command("a").id())).contains(all().getFirst());
    }

    private void refused(Draft draft, Class<? extends LedgerException> consequence) {
        Tail before = reader().tail();
        assertThatExceptionOfType(consequence).isThrownBy(() -> append(draft));
        assertThat(reader().tail()).isEqualTo(before);
    }
}
