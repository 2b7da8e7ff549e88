package vn.soto.domain.unit;

import static vn.soto.contracts.access.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to a unit. */
public sealed interface UnitCommand extends Command {

    UnitId unit();

    /** A change of an existing unit that a legal document decides, with its first day. */
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

    /** @param officialCode code of the national catalogue; another unit may have had it before */
    @ClientCommand(as = "recode-unit", at = "units/{unit}/code", by = OFFICER)
    record RecodeUnit(
            @TargetAggregateIdentifier UnitId unit, String officialCode, Instrument instrument, LocalDate effectiveFrom)
            implements UnitCommand, Decreed {}

    /** @param kind another kind of the same tier */
    @ClientCommand(as = "retype-unit", at = "units/{unit}/kind", by = OFFICER)
    record RetypeUnit(
            @TargetAggregateIdentifier UnitId unit, UnitKind kind, Instrument instrument, LocalDate effectiveFrom)
            implements UnitCommand, Decreed {}

    /** @param name new name; absent if the name stays; needed if two units of the same name meet */
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

    /** Ends the unit without a successor. */
    @ClientCommand(as = "abolish-unit", at = "units/{unit}/end", by = OFFICER)
    record AbolishUnit(@TargetAggregateIdentifier UnitId unit, Instrument instrument, LocalDate effectiveFrom)
            implements UnitCommand, Decreed {}

    /**
     * Merges other units into this one, which may be new or exist already.
     *
     * @param from units that end as a whole
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
     * Splits the unit among several others. Its residential units stay in it until a command moves each of them.
     *
     * @param into successors, in force on that day
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
     * Undoes a unit's latest change, which was a mistake, with all its consequences.
     *
     * @param change        change to undo; {@link UnitChange#ESTABLISHED} withdraws the unit
     * @param effectiveFrom first day of that change; with {@code change}, it identifies the change that the sender
     *     takes for the latest
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(as = "undo-unit-change", at = "units/{unit}/undo", by = OFFICER)
    @Corrects({
        AbolishUnit.class,
        EstablishUnit.class,
        MergeUnits.class,
        RecodeUnit.class,
        RenameUnit.class,
        ReparentUnit.class,
        RetypeUnit.class,
        SplitUnit.class
    })
    record UndoUnitChange(
            @TargetAggregateIdentifier UnitId unit, UnitChange change, LocalDate effectiveFrom, String reason)
            implements UnitCommand, CorrectionCommand {}

    /** The places that commands to units touch. */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case EstablishUnit establish ->
                List.of(
                        establish.parent() == null
                                ? CommandPlace.WHOLE_LEDGER
                                : new CommandPlace.InUnit(establish.parent()));
            case ReparentUnit reparent ->
                List.of(new CommandPlace.UnitItself(reparent.unit()), new CommandPlace.InUnit(reparent.parent()));
            case MergeUnits merge -> themselves(merge.unit(), merge.from());
            case SplitUnit split -> themselves(split.unit(), split.into());
            case RenameUnit _, RecodeUnit _, RetypeUnit _, AbolishUnit _, UndoUnitChange _ ->
                List.of(new CommandPlace.UnitItself(unit()));
        };
    }

    private static List<CommandPlace> themselves(UnitId unit, List<UnitId> others) {
        return Stream.concat(Stream.of(unit), others.stream())
                .<CommandPlace>map(CommandPlace.UnitItself::new)
                .toList();
    }
}
