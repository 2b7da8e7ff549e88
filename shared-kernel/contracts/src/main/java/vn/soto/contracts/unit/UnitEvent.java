package vn.soto.contracts.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Everything that can happen to a unit. */
public sealed interface UnitEvent extends ProductEvent {

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

    /** Bears another name. */
    @StoredAs("unit.renamed.v1")
    record UnitRenamed(UnitId unit, String name, Instrument instrument, LocalDate effectiveFrom) implements UnitEvent {}

    /** Bears another code of the national catalogue; the same code may have been another unit's, and may be again. */
    @StoredAs("unit.recoded.v1")
    record UnitRecoded(UnitId unit, String officialCode, Instrument instrument, LocalDate effectiveFrom)
            implements UnitEvent {}

    /** Is of another kind of the same tier, such as a township that becomes a commune. */
    @StoredAs("unit.retyped.v1")
    record UnitRetyped(UnitId unit, UnitKind kind, Instrument instrument, LocalDate effectiveFrom)
            implements UnitEvent {}

    /**
     * Lies in another unit.
     *
     * @param name there, if it gets another one with the move
     */
    @StoredAs("unit.reparented.v1")
    record UnitReparented(
            UnitId unit, UnitId parent, @Nullable String name, Instrument instrument, LocalDate effectiveFrom)
            implements UnitEvent {}

    /** Ends; the whole of it is part of another unit. */
    @StoredAs("unit.merged.v1")
    record UnitMerged(UnitId unit, UnitId into, Instrument instrument, LocalDate effectiveFrom) implements UnitEvent {

        @Override
        public Set<String> tags() {
            return Set.of("unit:" + unit, "unit:" + into);
        }
    }

    /** Ends; each of the others has a part of it. Which part is said by where its residential units go, by nothing else. */
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

    /** Ends, and no other unit takes its place. */
    @StoredAs("unit.abolished.v1")
    record UnitAbolished(UnitId unit, Instrument instrument, LocalDate effectiveFrom) implements UnitEvent {}

    /**
     * Succeeds a unit that ends, in the same commit.
     *
     * @param by {@link UnitChange#MERGED} for the whole of it, {@link UnitChange#SPLIT} for a part
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
     * The unit's latest change was a mistake and counts as if it had never been. Undoing that it was established withdraws
     * the unit.
     *
     * @param effectiveFrom of the change undone
     */
    @StoredAs("unit.change-undone.v1")
    record UnitChangeUndone(UnitId unit, UnitChange change, LocalDate effectiveFrom) implements UnitEvent {}

    /** The other unit does not end after all, so there is nothing of it to take over; in the same commit. */
    @StoredAs("unit.take-over-undone.v1")
    record UnitTakeOverUndone(UnitId unit, UnitId from, LocalDate effectiveFrom) implements UnitEvent {

        @Override
        public Set<String> tags() {
            return Set.of("unit:" + unit, "unit:" + from);
        }
    }
}
