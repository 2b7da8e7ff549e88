package vn.soto.domain.unit;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.RecodeUnit;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.RetypeUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;

/** What commands to units touch. */
public final class UnitPlaces {

    private UnitPlaces() {}

    public static List<CommandPlace> of(UnitCommand command) {
        return switch (command) {
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
                List.of(new CommandPlace.UnitItself(command.unit()));
        };
    }

    private static List<CommandPlace> themselves(UnitId unit, List<UnitId> others) {
        return Stream.concat(Stream.of(unit), others.stream())
                .<CommandPlace>map(CommandPlace.UnitItself::new)
                .toList();
    }
}
