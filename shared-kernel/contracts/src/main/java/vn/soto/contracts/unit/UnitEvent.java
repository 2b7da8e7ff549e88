package vn.soto.contracts.unit;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.StoredAs;

/** Everything that can happen to a unit. */
public sealed interface UnitEvent extends DomainEvent {

    UnitId unit();

    @Override
    default Set<String> tags() {
        return Set.of("unit:" + unit());
    }

    /**
     * @param officialCode  text of the national catalogue, valid from {@code effectiveFrom}; absent for residential units
     * @param parent        absent for a province
     * @param instrument    the document that fixes the unit
     */
    @StoredAs("unit.established.v1")
    record UnitEstablished(
            UnitId unit,
            UnitKind kind,
            String name,
            @Nullable String officialCode,
            @Nullable UnitId parent,
            Instrument instrument,
            LocalDate effectiveFrom)
            implements UnitEvent {}
}
