package vn.soto.contracts.business;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.unit.UnitId;

/** Events of a business; each names the residential unit in which the business works after it. */
public sealed interface BusinessEvent extends ProductEvent {

    BusinessId business();

    UnitId unit();

    @Override
    default Set<String> tags() {
        return Set.of("business:" + business(), "unit:" + unit());
    }

    /**
     * @param unit      residential unit in which it works
     * @param reference the commune's own reference code; no name, no citizen number
     * @param tradeName sealed, because it may contain a person's name
     */
    @StoredAs("business.registered.v1")
    record BusinessRegistered(
            BusinessId business,
            BusinessKind kind,
            UnitId unit,
            String reference,
            @Nullable Sealed tradeName) implements BusinessEvent {}

    /** Replaces the registration as a whole; the reason and the event corrected are in the commit. */
    @StoredAs("business.corrected.v1")
    record BusinessCorrected(
            BusinessId business,
            BusinessKind kind,
            UnitId unit,
            String reference,
            @Nullable Sealed tradeName) implements BusinessEvent {}

    @StoredAs("business.relocated.v1")
    record BusinessRelocated(BusinessId business, UnitId from, UnitId unit, LocalDate effectiveFrom)
            implements BusinessEvent {

        @Override
        public Set<String> tags() {
            return Set.of("business:" + business, "unit:" + from, "unit:" + unit);
        }
    }

    /** @param effectiveFrom first day on which the business is closed */
    @StoredAs("business.closed.v1")
    record BusinessClosed(BusinessId business, UnitId unit, LocalDate effectiveFrom) implements BusinessEvent {}

    /** @param effectiveFrom first day on which the business is open again */
    @StoredAs("business.reopened.v1")
    record BusinessReopened(BusinessId business, UnitId unit, LocalDate effectiveFrom) implements BusinessEvent {}
}
