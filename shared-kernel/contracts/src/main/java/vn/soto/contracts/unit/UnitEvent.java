package vn.soto.contracts.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Events of a unit. */
public sealed interface UnitEvent extends ProductEvent, OfUnit {

    /** First day of the change, or of that which is undone. */
    LocalDate effectiveFrom();

    /**
     * @param officialCode  code of the national catalogue, a text, valid from {@code effectiveFrom}; absent for
     *     residential units
     * @param parent        absent for a province
     * @param instrument    legal document that fixes the unit
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

    /** The name of the unit changes. */
    @StoredAs("unit.renamed.v1")
    record UnitRenamed(UnitId unit, String name, Instrument instrument, LocalDate effectiveFrom) implements UnitEvent {}

    /**
     * The code of the national catalogue changes; codes are reused, so other units may have had it before or get it
     * later.
     */
    @StoredAs("unit.recoded.v1")
    record UnitRecoded(UnitId unit, String officialCode, Instrument instrument, LocalDate effectiveFrom)
            implements UnitEvent {}

    /** The kind changes within the tier, for example from township to commune. */
    @StoredAs("unit.retyped.v1")
    record UnitRetyped(UnitId unit, UnitKind kind, Instrument instrument, LocalDate effectiveFrom)
            implements UnitEvent {}

    /**
     * The unit moves to another parent.
     *
     * @param name new name; absent if the name stays
     */
    @StoredAs("unit.reparented.v1")
    record UnitReparented(
            UnitId unit, UnitId parent, @Nullable String name, Instrument instrument, LocalDate effectiveFrom)
            implements UnitEvent {}

    /** The unit ends and becomes part of another unit as a whole. */
    @StoredAs("unit.merged.v1")
    record UnitMerged(UnitId unit, UnitId into, Instrument instrument, LocalDate effectiveFrom) implements UnitEvent {

        @Override
        public Set<String> tags() {
            return Set.of("unit:" + unit, "unit:" + into);
        }
    }

    /**
     * The unit ends and each successor gets a part of it. The moves of its residential units alone determine the parts.
     */
    @StoredAs("unit.split.v1")
    record UnitSplit(UnitId unit, List<UnitId> into, Instrument instrument, LocalDate effectiveFrom)
            implements UnitEvent {

        @Override
        public Set<String> tags() {
            return Stream.concat(Stream.of(unit), into.stream())
                    .map(each -> "unit:" + each)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** The unit ends without a successor. */
    @StoredAs("unit.abolished.v1")
    record UnitAbolished(UnitId unit, Instrument instrument, LocalDate effectiveFrom) implements UnitEvent {}

    /**
     * The unit succeeds one that ends in the same commit.
     *
     * @param by {@link UnitChange#MERGED} for the whole unit, {@link UnitChange#SPLIT} for a part of it
     */
    @StoredAs("unit.took-over.v1")
    record UnitTookOver(UnitId unit, UnitId from, UnitChange by, Instrument instrument, LocalDate effectiveFrom)
            implements UnitEvent {

        @Override
        public Set<String> tags() {
            return Set.of("unit:" + unit, "unit:" + from);
        }
    }

    /**
     * The unit's latest change was a mistake and no longer counts. Undoing its establishment withdraws the unit.
     *
     * @param effectiveFrom first day of the undone change
     */
    @StoredAs("unit.change-undone.v1")
    record UnitChangeUndone(UnitId unit, UnitChange change, LocalDate effectiveFrom) implements UnitEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof UnitEvent of
                    && switch (of) {
                        case UnitEstablished e -> is(UnitChange.ESTABLISHED, e.effectiveFrom());
                        case UnitRenamed e -> is(UnitChange.RENAMED, e.effectiveFrom());
                        case UnitRecoded e -> is(UnitChange.RECODED, e.effectiveFrom());
                        case UnitRetyped e -> is(UnitChange.RETYPED, e.effectiveFrom());
                        case UnitReparented e -> is(UnitChange.REPARENTED, e.effectiveFrom());
                        case UnitMerged e -> is(UnitChange.MERGED, e.effectiveFrom());
                        case UnitSplit e -> is(UnitChange.SPLIT, e.effectiveFrom());
                        case UnitAbolished e -> is(UnitChange.ABOLISHED, e.effectiveFrom());
                        case UnitTookOver _, UnitChangeUndone _, UnitTakeOverUndone _ -> false;
                    };
        }

        private boolean is(UnitChange other, LocalDate from) {
            return change == other && effectiveFrom.equals(from);
        }
    }

    /** The end of the other unit is undone in the same commit, so this unit no longer succeeds it. */
    @StoredAs("unit.take-over-undone.v1")
    record UnitTakeOverUndone(UnitId unit, UnitId from, LocalDate effectiveFrom) implements UnitEvent {

        @Override
        public Set<String> tags() {
            return Set.of("unit:" + unit, "unit:" + from);
        }
    }
}
