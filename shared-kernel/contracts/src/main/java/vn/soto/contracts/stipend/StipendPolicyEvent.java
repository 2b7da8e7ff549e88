package vn.soto.contracts.stipend;

import java.time.LocalDate;
import java.util.Set;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Events of what the province pays. */
public sealed interface StipendPolicyEvent extends ProductEvent {

    @Override
    default Set<String> tags() {
        return Set.of("policy");
    }

    /** Changes what applies from which day on. */
    default void change(DayHistory<StipendPolicyAdopted> versions) {
        switch (this) {
            case StipendPolicyAdopted adopted -> versions.put(adopted.effectiveFrom(), adopted);
            case StipendPolicyWithdrawn withdrawn -> versions.removeIf(withdrawn::corrects);
        }
    }

    /**
     * A new version of the rates. It applies from {@code effectiveFrom} until a later version does.
     *
     * @param version       1 for the first; each adopted version has the next number
     * @param instrument    decision that sets them
     * @param effectiveFrom first day of a month
     */
    @StoredAs("stipend-policy.adopted.v3")
    record StipendPolicyAdopted(int version, StipendTerms terms, Instrument instrument, LocalDate effectiveFrom)
            implements StipendPolicyEvent, Dated.From {}

    /** A version applies in no month; until the next one, that before it does. Statements computed by it stay as they are. */
    @StoredAs("stipend-policy.withdrawn.v1")
    record StipendPolicyWithdrawn(int version) implements StipendPolicyEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof StipendPolicyAdopted adopted && adopted.version() == version;
        }
    }
}
