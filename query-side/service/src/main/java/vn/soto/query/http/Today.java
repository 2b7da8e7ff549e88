package vn.soto.query.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;

/** The default day of a query. */
@Component
public final class Today {

    private final LedgerReader ledger;
    private final Clock clock;

    Today(LedgerReader ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Today; for a query about the past the day of its {@code asOf}, so that its answer never changes. */
    public LocalDate of(QueryContext context, long asOf) {
        Optional<Instant> past = Optional.ofNullable(context.asOf())
                .flatMap(given -> ledger.commit(asOf).map(Commit::at));
        return VietnamTime.day(past.orElseGet(clock::instant));
    }

    /** The day given, or {@link #of}. */
    public LocalDate on(Optional<LocalDate> asked, QueryContext context, long asOf) {
        return asked.orElseGet(() -> of(context, asOf));
    }
}
