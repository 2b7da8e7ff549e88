package vn.soto.query.http;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;

/** The default day of a query. */
@Component
public record Today(LedgerReader ledger, Clock clock) {

    private static final ScopedValue<Long> TAIL = ScopedValue.newInstance();

    /**
     * Today; for a query about the past the legal day of its {@code asOf}, so that its answer never changes. That is
     * the day of the named commit, or the day that ends at the named instant or holds it. While read models are behind,
     * it is the last day known completely, so that figures of that day are shown and not zeros.
     */
    public LocalDate of(QueryContext context, long asOf) {
        return switch (context.asOf()) {
            case AsOf.OfInstant moment -> moment.legalDay();
            case AsOf.OfCommit _ ->
                VietnamTime.day(ledger.commit(asOf).map(Commit::at).orElseGet(clock::instant));
            case null ->
                missingAfter(asOf)
                        .map(first -> new AsOf.OfInstant(first.at()).legalDay())
                        .orElseGet(() -> VietnamTime.day(clock.instant()));
        };
    }

    /** Makes an answer of which it is known how far the ledger was when it was asked for. */
    static <T> T knowing(long tail, Supplier<T> answer) {
        return ScopedValue.where(TAIL, tail).call(answer::get);
    }

    /** The first commit that an answer lacks; empty if it lacks none, or if that one is damaged. */
    private Optional<Commit> missingAfter(long number) {
        long tail = TAIL.isBound() ? TAIL.get() : ledger.tail().number();
        return tail <= number
                ? Optional.empty()
                : ledger.read(number + 1, 1).stream()
                        .filter(Commit.class::isInstance)
                        .map(Commit.class::cast)
                        .findFirst();
    }

    /** The day given, or {@link #of}. */
    public LocalDate on(Optional<LocalDate> asked, QueryContext context, long asOf) {
        return asked.orElseGet(() -> of(context, asOf));
    }
}
