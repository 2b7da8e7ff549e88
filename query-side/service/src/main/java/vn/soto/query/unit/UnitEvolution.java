package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitRecoded;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitRetyped;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.projection.source.EventContext;

/** What each event makes of a unit. */
final class UnitEvolution {

    private UnitEvolution() {}

    /** The unit after the event, as far as can be told from what was known before. */
    private record After(
            UnitKind kind,
            String name,
            @Nullable String officialCode,
            @Nullable String parent,
            List<String> successors) {

        Unit.Step by(UnitChange change, Instrument instrument, LocalDate from, EventContext at) {
            return new Unit.Step(
                    at.position(),
                    at.commit(),
                    null,
                    change,
                    from,
                    instrument.number(),
                    instrument.signedOn(),
                    kind,
                    name,
                    officialCode,
                    parent,
                    successors);
        }

        After named(@Nullable String newName) {
            return new After(kind, newName == null ? name : newName, officialCode, parent, successors);
        }

        After succeededBy(List<UnitId> units) {
            return new After(
                    kind,
                    name,
                    officialCode,
                    parent,
                    units.stream().map(UnitId::value).toList());
        }
    }

    static Unit after(Unit unit, UnitEvent event, EventContext at) {
        return switch (event) {
            case UnitTookOver e -> unit.with(takeOver(e, at));
            case UnitTakeOverUndone e -> unit.giveBack(e.from().value(), at.position(), at.commit());
            case UnitChangeUndone e -> unit.undo(e.change(), at.position(), at.commit());
            case UnitEstablished e -> unit.with(established(e, at));
            case UnitRenamed e ->
                unit.with(
                        before(unit, at).named(e.name()).by(UnitChange.RENAMED, e.instrument(), e.effectiveFrom(), at));
            case UnitRecoded e -> unit.with(recoded(before(unit, at), e, at));
            case UnitRetyped e -> unit.with(retyped(before(unit, at), e, at));
            case UnitReparented e -> unit.with(reparented(before(unit, at).named(e.name()), e, at));
            case UnitMerged e ->
                unit.with(before(unit, at)
                        .succeededBy(List.of(e.into()))
                        .by(UnitChange.MERGED, e.instrument(), e.effectiveFrom(), at));
            case UnitSplit e ->
                unit.with(before(unit, at)
                        .succeededBy(e.into())
                        .by(UnitChange.SPLIT, e.instrument(), e.effectiveFrom(), at));
            case UnitAbolished e ->
                unit.with(before(unit, at).by(UnitChange.ABOLISHED, e.instrument(), e.effectiveFrom(), at));
        };
    }

    private static After before(Unit unit, EventContext at) {
        Unit.Step before = unit.before(at.position(), at.commit())
                .orElseThrow(() -> new IllegalStateException(unit.id() + " is not known"));
        return new After(before.kind(), before.name(), before.officialCode(), before.parent(), List.of());
    }

    private static Unit.Step established(UnitEstablished e, EventContext at) {
        return new After(e.kind(), e.name(), e.officialCode(), text(e.parent()), List.of())
                .by(UnitChange.ESTABLISHED, e.instrument(), e.effectiveFrom(), at);
    }

    private static Unit.Step recoded(After before, UnitRecoded e, EventContext at) {
        return new After(before.kind, before.name, e.officialCode(), before.parent, List.of())
                .by(UnitChange.RECODED, e.instrument(), e.effectiveFrom(), at);
    }

    private static Unit.Step retyped(After before, UnitRetyped e, EventContext at) {
        return new After(e.kind(), before.name, before.officialCode, before.parent, List.of())
                .by(UnitChange.RETYPED, e.instrument(), e.effectiveFrom(), at);
    }

    private static Unit.Step reparented(After before, UnitReparented e, EventContext at) {
        return new After(before.kind, before.name, before.officialCode, text(e.parent()), List.of())
                .by(UnitChange.REPARENTED, e.instrument(), e.effectiveFrom(), at);
    }

    private static Unit.TakeOver takeOver(UnitTookOver e, EventContext at) {
        return new Unit.TakeOver(
                at.position(),
                at.commit(),
                null,
                e.from().value(),
                e.by(),
                e.effectiveFrom(),
                e.instrument().number(),
                e.instrument().signedOn());
    }

    private static @Nullable String text(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }
}
