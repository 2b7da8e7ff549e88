package vn.soto.command.household;

import static vn.soto.command.shared.Role.LEADER;
import static vn.soto.command.shared.Role.OFFICER;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.Issued;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Everything that can be asked of a household. */
public sealed interface HouseholdCommand extends Command {

    HouseholdId household();

    /**
     * @param unit      residential unit in which it lives
     * @param reference the commune's own reference code; no name, no citizen number, no phone number
     */
    @Issued(
            as = "register-household",
            at = "households",
            by = {OFFICER, LEADER})
    record RegisterHousehold(@TargetAggregateIdentifier HouseholdId household, UnitId unit, String reference)
            implements HouseholdCommand {

        public RegisterHousehold {
            reference = Text.normalised(reference);
        }
    }

    /** The first assignment of a household to a member of a team. */
    @Issued(
            as = "assign-household",
            at = "households/{household}/assignment",
            by = {OFFICER, LEADER})
    record AssignHousehold(
            @TargetAggregateIdentifier HouseholdId household, TeamId team, MemberId member, LocalDate effectiveFrom)
            implements HouseholdCommand {}

    /** Passes a household on to another member, of the same team or another. */
    @Issued(
            as = "reassign-household",
            at = "households/{household}/reassignment",
            by = {OFFICER, LEADER})
    record ReassignHousehold(
            @TargetAggregateIdentifier HouseholdId household, TeamId team, MemberId member, LocalDate effectiveFrom)
            implements HouseholdCommand {}
}
