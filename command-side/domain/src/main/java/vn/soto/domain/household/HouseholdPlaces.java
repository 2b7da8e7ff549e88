package vn.soto.domain.household;

import java.util.List;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.CorrectAssignment;
import vn.soto.domain.household.HouseholdCommand.CorrectHousehold;
import vn.soto.domain.household.HouseholdCommand.CorrectRelocation;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.MergeDuplicateHouseholds;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.SeparateHouseholds;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.household.HouseholdCommand.WithdrawRegistration;
import vn.soto.domain.shared.CommandPlace;

/**
 * What commands to households touch. A move touches the unit left and the unit entered, because it changes the figures of
 * both; whoever has a right in one of them only marks the household as left there.
 */
public final class HouseholdPlaces {

    private HouseholdPlaces() {}

    public static List<CommandPlace> of(HouseholdCommand command) {
        CommandPlace household = new CommandPlace.OfHousehold(command.household());
        return switch (command) {
            case RegisterHousehold register -> List.of(new CommandPlace.InUnit(register.unit()));
            case AssignHousehold assign -> List.of(household, new CommandPlace.OfTeam(assign.team()));
            case ReassignHousehold reassign -> List.of(household, new CommandPlace.OfTeam(reassign.team()));
            case RelocateHousehold relocate -> List.of(household, new CommandPlace.InUnit(relocate.unit()));
            case ReturnHousehold back -> List.of(household, new CommandPlace.InUnit(back.unit()));
            case MergeDuplicateHouseholds merge -> List.of(household, new CommandPlace.OfHousehold(merge.survivor()));
            case UnassignHousehold _,
                    MarkHouseholdLeft _,
                    SeparateHouseholds _,
                    CorrectHousehold _,
                    CorrectAssignment _,
                    CorrectRelocation _,
                    WithdrawRegistration _ -> List.of(household);
        };
    }
}
