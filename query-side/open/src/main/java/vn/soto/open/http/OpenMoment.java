package vn.soto.open.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.projection.Projections;

/** Tells up to which commit an open answer knows the ledger. */
@Component
record OpenMoment(Projections projections, LedgerReader ledger, Clock clock) {

    /** Beyond that, somebody who withdrew a consent might still be named. */
    private static final Duration MOST_BEHIND = Duration.ofSeconds(10);

    /**
     * @param current whether nothing older than a few seconds is missing
     * @param span    number of the span of time for which answers are made
     */
    record Known(long asOf, LocalDate today, boolean current, long span) {}

    long span() {
        return clock.millis() / OpenAnswers.MADE_FOR.toMillis();
    }

    Known now() {
        long asOf = projections.folded().number();
        Tail tail = ledger.tail();
        Instant now = clock.instant();
        boolean current = asOf >= tail.number()
                || ledger.commit(asOf + 1)
                        .map(Commit::at)
                        .filter(at -> at.isAfter(now.minus(MOST_BEHIND)))
                        .isPresent();
        return new Known(asOf, VietnamTime.day(now), current, span());
    }
}
