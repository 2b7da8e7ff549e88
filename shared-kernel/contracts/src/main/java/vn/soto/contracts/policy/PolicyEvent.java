package vn.soto.contracts.policy;

import java.time.LocalDate;
import java.util.Set;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Everything that can happen to the province's policy. */
public sealed interface PolicyEvent extends ProductEvent {

    @Override
    default Set<String> tags() {
        return Set.of("policy");
    }

    /**
     * From {@code effectiveFrom} on these terms hold, until another version does.
     *
     * @param version 1 for the first, then one more each time
     */
    @StoredAs("policy.adopted.v1")
    record PolicyAdopted(int version, Terms terms, Instrument instrument, LocalDate effectiveFrom)
            implements PolicyEvent {}
}
