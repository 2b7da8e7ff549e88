package vn.soto.testkit.history;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vn.soto.ledger.Commit;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.testkit.Drafts;

/** Ledgers that contradict themselves, and ledgers made whole again around a lie. */
final class StoredMutants {

    static final List<Mutant> ALL = List.of(
            altered("gap in numbers", HistoryRule.NUMBERS_ARE_DENSE, edit -> edit.number = 100_000),
            altered("gap in positions", HistoryRule.POSITIONS_ARE_DENSE, edit -> edit.first++),
            altered("position used twice", HistoryRule.POSITIONS_ARE_DENSE, edit -> edit.first--),
            altered("at gone back", HistoryRule.TIME_NEVER_GOES_BACK, edit -> edit.at = edit.at.minusSeconds(1)),
            altered(
                    "chain value altered",
                    HistoryRule.CHAIN_IS_RIGHT,
                    edit -> edit.chain = Hash.sha256(new byte[] {1})),
            altered("payload altered, chain kept", HistoryRule.CHAIN_IS_RIGHT, StoredMutants::payload),
            altered("actor altered, chain kept", HistoryRule.CHAIN_IS_RIGHT, edit -> edit.actor = "somebody else"),
            covered(
                    "sequence gap",
                    HistoryRule.SEQUENCES_ARE_DENSE,
                    edit -> edit.event(event -> event.slot(moved(event, 1)))),
            covered("sequence twice", HistoryRule.SEQUENCES_ARE_DENSE, StoredMutants::sequenceTwice),
            covered("payload altered", HistoryRule.CONTENT_IS_AS_ASKED, StoredMutants::payload),
            covered("actor altered", HistoryRule.CONTENT_IS_AS_ASKED, edit -> edit.actor = "somebody else"),
            covered("reason altered", HistoryRule.CONTENT_IS_AS_ASKED, edit -> edit.reason = "because"),
            covered(
                    "origin altered",
                    HistoryRule.CONTENT_IS_AS_ASKED,
                    edit -> edit.origin = new Origin.SystemTask("day")),
            covered(
                    "tag added",
                    HistoryRule.CONTENT_IS_AS_ASKED,
                    edit -> edit.event(event -> event.tags(List.of("team:x")))),
            covered(
                    "metadata altered",
                    HistoryRule.CONTENT_IS_AS_ASKED,
                    edit -> edit.event(e -> e.metadata("device", "?"))),
            covered("event time altered", HistoryRule.CONTENT_IS_AS_ASKED, StoredMutants::eventTime),
            covered(
                    "type altered",
                    HistoryRule.CONTENT_IS_AS_ASKED,
                    edit -> edit.event(e -> e.type(new EventType("x", null)))),
            covered("event dropped or added", HistoryRule.CONTENT_IS_AS_ASKED, StoredMutants::otherEvents),
            new Mutant(
                    "doubled commit",
                    HistoryRule.COMMIT_IDS_ARE_UNIQUE,
                    run -> run.rewritten(all -> all.add(middle(run)))),
            again("doubled command under a new commit id", HistoryRule.COMMANDS_ARE_UNIQUE, edit -> {}),
            again(
                    "event id twice",
                    HistoryRule.EVENT_IDS_ARE_UNIQUE,
                    edit -> edit.origin = new Origin.SystemTask("night")),
            new Mutant("tail short of the last commit", HistoryRule.TAIL_IS_THE_LAST_COMMIT, StoredMutants::shortTail));

    private StoredMutants() {}

    /** Nothing else is made to fit. */
    private static Mutant altered(String name, HistoryRule rule, Consumer<Edit> change) {
        return new Mutant(name, rule, run -> run.altered(middle(run), change));
    }

    /** Chain, positions and all are made to fit. */
    private static Mutant covered(String name, HistoryRule rule, Consumer<Edit> change) {
        return new Mutant(name, rule, run -> run.covered(middle(run), change));
    }

    /** The same once more, as another commit. */
    private static Mutant again(String name, HistoryRule rule, Consumer<Edit> change) {
        UnaryOperator<Run> addition = run -> run.rewritten(all -> {
            Edit edit = new Edit(middle(run));
            edit.id = Drafts.uuid("another");
            change.accept(edit);
            all.add(edit.build());
        });
        return new Mutant(name, rule, addition);
    }

    /** Of a person's command, acknowledged, not the first of its aggregate. */
    private static Commit middle(Run run) {
        return run.stored(run.some(
                Operation.Append.class,
                append -> append.outcome() instanceof OperationOutcome.Acknowledged
                        && append.attempt().command() != null
                        && slot(run.stored(append).events().getLast()).sequence() > 5));
    }

    private static void payload(Edit edit) {
        edit.event(event -> event.payload(new Payload("json", new byte[] {9})));
    }

    private static void eventTime(Edit edit) {
        edit.event(event -> event.timestamp(event.timestamp().plusSeconds(1)));
    }

    private static void otherEvents(Edit edit) {
        RecordedEvent last = edit.events.getLast();
        edit.events.add(new Edit.Event(last)
                .id("one-more")
                .slot(moved(new Edit.Event(last), 1))
                .build());
    }

    private static void sequenceTwice(Edit edit) {
        edit.event(event -> event.slot(moved(event, -1)));
    }

    private static StreamPosition moved(Edit.Event event, long by) {
        StreamPosition slot = Objects.requireNonNull(event.slot());
        return new StreamPosition(slot.type(), slot.id(), slot.sequence() + by);
    }

    private static StreamPosition slot(RecordedEvent event) {
        return Objects.requireNonNull(event.aggregate());
    }

    private static Run shortTail(Run run) {
        return new Run(run.commits(), run.operations(), run.commits().get(3).tail());
    }
}
