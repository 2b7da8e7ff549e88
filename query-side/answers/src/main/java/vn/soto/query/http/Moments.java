package vn.soto.query.http;

import org.springframework.stereotype.Component;
import vn.soto.ledger.Commit;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.query.http.Freshness.Moment;

/** Finds the time and the chain hash of commits. */
@Component
public record Moments(LedgerReader ledger) {

    /** The moment of a commit; before the first that of the ledger's origin. */
    public Moment of(long number) {
        return of(number, ledger.tail());
    }

    Moment of(long number, Tail head) {
        if (number == head.number()) {
            return Moment.of(head);
        }
        return ledger.read(number, 1).stream()
                .filter(stored -> stored.number() == number)
                .findFirst()
                .map(stored -> switch (stored) {
                    case Commit commit -> Moment.of(commit.tail());
                    case DamagedCommit damaged -> Moment.of(damaged);
                })
                .orElseGet(() -> Moment.of(Tail.empty(ledger.origin())));
    }
}
