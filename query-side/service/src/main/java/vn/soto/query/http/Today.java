package vn.soto.query.http;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;

/** The day a question is about, where it names none. */
@Component
public final class Today {

    private final LedgerReader ledger;
    private final Clock clock;

    Today(LedgerReader ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** For a question about the past the day it asks about, so that its answer never changes. */
    public LocalDate of(QueryContext context, long asOf) {
        Optional<Instant> past = Optional.ofNullable(context.asOf())
                .flatMap(given -> ledger.commit(asOf).map(Commit::at));
        return VietnamTime.day(past.orElseGet(clock::instant));
    }

    /** The day asked for, or {@link #of}. */
    public LocalDate on(Optional<LocalDate> asked, QueryContext context, long asOf) {
        return asked.orElseGet(() -> of(context, asOf));
    }
}
