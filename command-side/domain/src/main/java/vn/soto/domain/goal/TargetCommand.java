package vn.soto.domain.goal;

import static vn.soto.contracts.access.Role.OFFICER;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.TargetId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to a unit's target for one indicator in one quarter. */
public sealed interface TargetCommand extends Command {

    UnitId unit();

    Quarter quarter();

    String indicator();

    @TargetAggregateIdentifier
    default TargetId target() {
        return new TargetId(unit(), quarter(), indicator());
    }

    /**
     * Sets a target for a unit that was there in the quarter.
     *
     * @param indicator  code of a figure that units have, as dashboards show it
     * @param instrument plan or decision that sets it
     */
    @ClientCommand(as = "set-target", at = "units/{unit}/targets/{quarter}/{indicator}", by = OFFICER)
    record SetTarget(UnitId unit, Quarter quarter, String indicator, Goal goal, Instrument instrument)
            implements TargetCommand {}

    /** Replaces the goal; after the quarter has ended too, which answers show. */
    @Reasons(ReasonList.REVISION)
    @ClientCommand(as = "revise-target", at = "units/{unit}/targets/{quarter}/{indicator}/revision", by = OFFICER)
    @Corrects(SetTarget.class)
    record ReviseTarget(UnitId unit, Quarter quarter, String indicator, Goal goal, Instrument instrument, String reason)
            implements TargetCommand, HasReason {}

    /** Takes the target away, as if it had not been set; its history stays. */
    @Reasons(ReasonList.REVISION)
    @ClientCommand(as = "withdraw-target", at = "units/{unit}/targets/{quarter}/{indicator}/withdrawal", by = OFFICER)
    @Corrects(SetTarget.class)
    record WithdrawTarget(UnitId unit, Quarter quarter, String indicator, String reason)
            implements TargetCommand, HasReason {}

    /** The place that commands about targets touch: the unit above sets a target. */
    @Override
    default List<CommandPlace> touches() {
        return List.of(new CommandPlace.UnitItself(unit()));
    }
}
