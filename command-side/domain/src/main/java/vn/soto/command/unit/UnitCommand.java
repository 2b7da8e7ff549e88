package vn.soto.command.unit;

import static vn.soto.command.shared.Role.OFFICER;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.Issued;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

/** Everything that can be asked of a unit. */
public sealed interface UnitCommand extends Command {

    UnitId unit();

    /**
     * @param officialCode code of the national catalogue; absent for residential units
     * @param parent       absent for a province or municipality
     */
    @Issued(as = "establish-unit", at = "units", by = OFFICER)
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
}
