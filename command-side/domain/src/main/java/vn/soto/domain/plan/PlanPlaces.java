package vn.soto.domain.plan;

import java.util.List;
import vn.soto.domain.plan.PlanCommand.AbandonPlan;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.plan.PlanCommand.PausePlan;
import vn.soto.domain.plan.PlanCommand.ResumePlan;
import vn.soto.domain.plan.PlanCommand.ReversePlan;
import vn.soto.domain.shared.CommandPlace;

/**
 * What commands to plans touch: the plan, which lies in the areas of who submitted it. What its steps touch is asked of who
 * approves it, and of each step when it is carried out.
 */
public final class PlanPlaces {

    private PlanPlaces() {}

    public static List<CommandPlace> of(PlanCommand command) {
        return switch (command) {
            case ApprovePlan _ -> List.of();
            case PausePlan _, ResumePlan _, AbandonPlan _, ReversePlan _ ->
                List.of(new CommandPlace.RecordedBy(command.target()));
        };
    }
}
