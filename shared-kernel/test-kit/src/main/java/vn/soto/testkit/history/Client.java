package vn.soto.testkit.history;

import java.util.List;
import java.util.OptionalLong;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;

/** A client of a ledger that records each operation in the history. */
public final class Client {

    private final String name;
    private final History history;

    Client(String name, History history) {
        this.name = name;
        this.history = history;
    }

    /** Fails as the appender fails; a failure that is no {@link LedgerException} leaves the outcome open. */
    public Commit append(LedgerAppender appender, Draft draft) {
        Attempt attempt = Attempt.of(draft);
        long invoked = history.stamp();
        history.add(new Operation.Append(name, invoked, Operation.NEVER, attempt, new OperationOutcome.Uncertain()));
        try {
            Commit commit = appender.append(draft);
            answered(invoked, attempt, history.stamp(), new OperationOutcome.Acknowledged(ObservedCommit.of(commit)));
            return commit;
        } catch (LedgerException refusal) {
            answered(invoked, attempt, history.stamp(), OperationOutcome.of(refusal));
            throw refusal;
        }
    }

    public Tail tail(LedgerReader reader) {
        long invoked = history.stamp();
        Tail tail = reader.tail();
        history.add(new Operation.TailRead(name, invoked, history.stamp(), tail.number(), tail.chain()));
        return tail;
    }

    public List<Commit> commits(LedgerReader reader, long number, int limit) {
        long invoked = history.stamp();
        List<Commit> commits = reader.commits(number, limit);
        long returned = history.stamp();
        long expected = number;
        for (Commit commit : commits) {
            history.add(new Operation.CommitRead(name, invoked, returned, expected++, ObservedCommit.of(commit)));
        }
        if (commits.isEmpty()) {
            history.add(new Operation.CommitRead(name, invoked, returned, expected, null));
        }
        return commits;
    }

    public OptionalLong head(LedgerReader reader, String aggregate) {
        long invoked = history.stamp();
        OptionalLong head = reader.head(aggregate);
        history.add(new Operation.HeadRead(name, invoked, history.stamp(), aggregate, head.orElse(-1)));
        return head;
    }

    private void answered(long invoked, Attempt attempt, long returned, OperationOutcome outcome) {
        history.add(new Operation.Append(name, invoked, returned, attempt, outcome));
    }
}
