package vn.soto.domain.unit;

import static vn.soto.domain.shared.CounterCommand.FOLLOWS;
import static vn.soto.domain.shared.CounterCommand.refusedBy;
import static vn.soto.domain.shared.CounterRule.EVENT_IS_NOT_FINAL;

import java.time.LocalDate;
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
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;

/** Counter-commands for the events of a unit. */
public final class UnitCounterCommands {

    private UnitCounterCommands() {}

    public static CounterCommand of(UnitEvent event, String reason) {
        return switch (event) {
            case UnitEstablished change -> undo(change.unit(), UnitChange.ESTABLISHED, change.effectiveFrom(), reason);
            case UnitRenamed change -> undo(change.unit(), UnitChange.RENAMED, change.effectiveFrom(), reason);
            case UnitRecoded change -> undo(change.unit(), UnitChange.RECODED, change.effectiveFrom(), reason);
            case UnitRetyped change -> undo(change.unit(), UnitChange.RETYPED, change.effectiveFrom(), reason);
            case UnitReparented change -> undo(change.unit(), UnitChange.REPARENTED, change.effectiveFrom(), reason);
            case UnitMerged change -> undo(change.unit(), UnitChange.MERGED, change.effectiveFrom(), reason);
            case UnitSplit change -> undo(change.unit(), UnitChange.SPLIT, change.effectiveFrom(), reason);
            case UnitAbolished change -> undo(change.unit(), UnitChange.ABOLISHED, change.effectiveFrom(), reason);
            case UnitTookOver taken -> FOLLOWS;
            case UnitChangeUndone undone -> refusedBy(EVENT_IS_NOT_FINAL);
            case UnitTakeOverUndone undone -> FOLLOWS;
        };
    }

    private static CounterCommand undo(UnitId unit, UnitChange change, LocalDate from, String reason) {
        return CounterCommand.of(new UndoUnitChange(unit, change, from, reason));
    }
}
