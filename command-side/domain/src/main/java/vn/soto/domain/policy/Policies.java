package vn.soto.domain.policy;

import java.time.LocalDate;
import java.util.function.Function;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.ReadOnlyAggregates;

/**
 * The province's policy by day. Reading it is guarded like reading any aggregate, so the commit depends on the versions
 * that were read.
 */
public final class Policies {

    private final Function<LocalDate, Terms> terms;
    private final QuarterCalendar calendar;

    private Policies(Function<LocalDate, Terms> terms, QuarterCalendar calendar) {
        this.terms = terms;
        this.calendar = calendar;
    }

    /** @param initial applies until the first adopted version does */
    public static Policies adopted(ReadOnlyAggregates consulted, DefaultPolicy initial) {
        return new Policies(
                day -> consulted
                        .find(PolicyVersions.class, PolicyVersions.ID, versions -> versions.on(day))
                        .flatMap(adopted -> adopted)
                        .orElse(initial.terms()),
                initial.calendar());
    }

    /** The same policy on every day. */
    public static Policies always(DefaultPolicy policy) {
        return new Policies(day -> policy.terms(), policy.calendar());
    }

    public Terms on(LocalDate day) {
        return terms.apply(day);
    }

    public QuarterCalendar calendar() {
        return calendar;
    }
}
