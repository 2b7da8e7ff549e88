package vn.soto.query.http;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.StateRefusals;
import vn.soto.query.config.QuerySettings;

/** A question as it is answered: as of a commit, to a reader, in a language, on a day. Not thread-safe. */
public final class Asked {

    private final QueryContext context;
    private final long asOf;
    private final Freshness freshness;
    private final Today days;
    private final QuerySettings settings;
    private @Nullable LocalDate today;
    private StateRefusals refusals = new StateRefusals();

    Asked(QueryContext context, long asOf, Freshness freshness, Today days, QuerySettings settings) {
        this.context = context;
        this.asOf = asOf;
        this.freshness = freshness;
        this.days = days;
        this.settings = settings;
    }

    /** The commit that the answer describes. */
    public long asOf() {
        return asOf;
    }

    /** The moment that the question names; empty if it is about now. */
    public Optional<AsOf> moment() {
        return Optional.ofNullable(context.asOf());
    }

    /** The commit that the question waits for; 0 for none. */
    public long atLeast() {
        return context.atLeast();
    }

    /** The freshness of the answer, for answers that are no JSON. */
    public Freshness freshness() {
        return freshness;
    }

    /** As of {@link Today#of}. */
    public LocalDate today() {
        LocalDate day = today == null ? days.of(context, asOf) : today;
        today = day;
        return day;
    }

    /** The day asked for, or today. */
    public LocalDate on(Optional<LocalDate> day) {
        return day.orElseGet(this::today);
    }

    /** Tells what the state of the subject refuses, today: the answer leads to the other commands. */
    public void refusedNow(StateRefusals now) {
        refusals = now;
    }

    StateRefusals refusals() {
        return refusals;
    }

    public Locale language() {
        return context.asked().language();
    }

    /** Whether a page shows the answer: it calls people by name beside the answer. */
    public boolean forPage() {
        return context.asked().forPage();
    }

    /** The address that was asked, without the commit that it waits for. */
    public String address() {
        return context.asked().href();
    }

    /** The page asked for; throws the problem of a malformed parameter. */
    public ListedPage.Bounds page(Optional<Long> from, Optional<Long> limit) {
        return ListedPage.Bounds.of(from, limit, settings);
    }

    /** The number of entries asked for; throws the problem of a malformed parameter. */
    public int limit(Optional<Long> limit) {
        return Range.limit(limit, settings);
    }
}
