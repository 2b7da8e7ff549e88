package vn.soto.contracts.business;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.CorrectsAny;
import vn.soto.contracts.shared.DomainEvent;
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
    @CorrectsAny({BusinessRegistered.class, BusinessCorrected.class})
    @StoredAs("business.corrected.v1")
    record BusinessCorrected(
            BusinessId business,
            BusinessKind kind,
            UnitId unit,
            String reference,
            @Nullable Sealed tradeName) implements BusinessEvent, Correcting {}

    @StoredAs("business.relocated.v1")
    record BusinessRelocated(BusinessId business, UnitId from, UnitId unit, LocalDate effectiveFrom)
            implements BusinessEvent {

        @Override
        public Set<String> tags() {
            return Set.of("business:" + business, "unit:" + from, "unit:" + unit);
        }
    }

    /**
     * The day of a move was entered wrongly.
     *
     * @param unit        residential unit in which the business works after its last move
     * @param from        unit that it left with the corrected move
     * @param to          unit to which it moved
     * @param enteredFrom day as entered before; identifies the move among those of the business
     */
    @StoredAs("business.relocation-corrected.v1")
    record BusinessRelocationCorrected(
            BusinessId business, UnitId unit, UnitId from, UnitId to, LocalDate enteredFrom, LocalDate effectiveFrom)
            implements BusinessEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return switch (earlier) {
                case BusinessRelocated moved -> enteredFrom.equals(moved.effectiveFrom());
                case BusinessRelocationCorrected before -> enteredFrom.equals(before.effectiveFrom);
                default -> false;
            };
        }

        @Override
        public Set<String> tags() {
            return Stream.of("business:" + business, "unit:" + unit, "unit:" + from, "unit:" + to)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** @param effectiveFrom first day on which the business is closed */
    @StoredAs("business.closed.v1")
    record BusinessClosed(BusinessId business, UnitId unit, LocalDate effectiveFrom) implements BusinessEvent {}

    /** @param effectiveFrom first day on which the business is open again */
    @StoredAs("business.reopened.v1")
    record BusinessReopened(BusinessId business, UnitId unit, LocalDate effectiveFrom) implements BusinessEvent {}
}
