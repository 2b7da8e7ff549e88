package vn.soto.domain.unit;

import static vn.soto.domain.shared.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CorrectionCommand;

/** Everything that can be asked of a unit. */
public sealed interface UnitCommand extends Command {

    UnitId unit();

    /** What a legal document decides about a unit that exists, from a day on. */
    interface Decreed {

        Instrument instrument();

        LocalDate effectiveFrom();
    }

    /**
     * @param officialCode code of the national catalogue; absent for residential units
     * @param parent       absent for a province or municipality
     */
    @ClientCommand(as = "establish-unit", at = "units", by = OFFICER)
    record EstablishUnit(
            @TargetAggregateIdentifier UnitId unit,
            UnitKind kind,
            String name,
            @Nullable String officialCode,
            @Nullable UnitId parent,
            Instrument instrument,
            LocalDate effectiveFrom)
            implements UnitCommand {

        public EstablishUnit {
            name = Text.normalised(name);
        }
    }

    @ClientCommand(as = "rename-unit", at = "units/{unit}/name", by = OFFICER)
    record RenameUnit(
            @TargetAggregateIdentifier UnitId unit, String name, Instrument instrument, LocalDate effectiveFrom)
            implements UnitCommand, Decreed {

        public RenameUnit {
            name = Text.normalised(name);
        }
    }

    /** @param officialCode code of the national catalogue, which may have been another unit's */
    @ClientCommand(as = "recode-unit", at = "units/{unit}/code", by = OFFICER)
    record RecodeUnit(
            @TargetAggregateIdentifier UnitId unit, String officialCode, Instrument instrument, LocalDate effectiveFrom)
            implements UnitCommand, Decreed {}

    /** @param kind of the same tier */
    @ClientCommand(as = "retype-unit", at = "units/{unit}/kind", by = OFFICER)
    record RetypeUnit(
            @TargetAggregateIdentifier UnitId unit, UnitKind kind, Instrument instrument, LocalDate effectiveFrom)
            implements UnitCommand, Decreed {}

    /** @param name there, if the unit gets another one with the move; two that meet may have had the same */
    @ClientCommand(as = "reparent-unit", at = "units/{unit}/parent", by = OFFICER)
    record ReparentUnit(
            @TargetAggregateIdentifier UnitId unit,
            UnitId parent,
            @Nullable String name,
            Instrument instrument,
            LocalDate effectiveFrom)
            implements UnitCommand, Decreed {

        public ReparentUnit {
            name = name == null ? null : Text.normalised(name);
        }
    }

    /** The unit ends, and no other takes its place. */
    @ClientCommand(as = "abolish-unit", at = "units/{unit}/end", by = OFFICER)
    record AbolishUnit(@TargetAggregateIdentifier UnitId unit, Instrument instrument, LocalDate effectiveFrom)
            implements UnitCommand, Decreed {}

    /**
     * Other units end and become part of this one, which may be new or have been there before.
     *
     * @param from the units that end, each whole
     */
    @ClientCommand(as = "merge-units", at = "units/{unit}/merger", by = OFFICER)
    record MergeUnits(
            @TargetAggregateIdentifier UnitId unit, List<UnitId> from, Instrument instrument, LocalDate effectiveFrom)
            implements UnitCommand, Decreed {

        public MergeUnits {
            from = List.copyOf(from);
        }
    }

    /**
     * The unit ends, and each of several others gets a part of it. What lies in it stays there until somebody says of
     * each residential unit where it goes.
     *
     * @param into units in force on that day
     */
    @ClientCommand(as = "split-unit", at = "units/{unit}/split", by = OFFICER)
    record SplitUnit(
            @TargetAggregateIdentifier UnitId unit, List<UnitId> into, Instrument instrument, LocalDate effectiveFrom)
            implements UnitCommand, Decreed {

        public SplitUnit {
            into = List.copyOf(into);
        }
    }

    /**
     * Takes back the latest change of a unit, which was a mistake, with all that was recorded because of it.
     *
     * @param change        what is to be undone; {@link UnitChange#ESTABLISHED} withdraws the unit
     * @param effectiveFrom of that change; with {@code change} it says what the sender believes to be the latest
     */
    @ClientCommand(as = "undo-unit-change", at = "units/{unit}/undo", by = OFFICER)
    record UndoUnitChange(
            @TargetAggregateIdentifier UnitId unit, UnitChange change, LocalDate effectiveFrom, String reason)
            implements UnitCommand, CorrectionCommand {

        public UndoUnitChange {
            reason = Text.normalised(reason);
        }

        @Override
        public String target() {
            return unit.value();
        }
    }
}
