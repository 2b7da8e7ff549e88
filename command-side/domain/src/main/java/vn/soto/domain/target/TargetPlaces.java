package vn.soto.domain.target;

import java.util.List;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.target.CampaignCommand.CancelCampaign;
import vn.soto.domain.target.CampaignCommand.PlanCampaign;
import vn.soto.domain.target.CampaignCommand.ReviseCampaign;

/** What commands about targets and campaigns touch: the unit above sets a target; a campaign lies where it was planned. */
public final class TargetPlaces {

    private TargetPlaces() {}

    public static List<CommandPlace> of(TargetCommand command) {
        return List.of(new CommandPlace.UnitItself(command.unit()));
    }

    public static List<CommandPlace> of(CampaignCommand command) {
        return switch (command) {
            case PlanCampaign plan -> List.of(new CommandPlace.InUnit(plan.unit()));
            case ReviseCampaign _, CancelCampaign _ ->
                List.of(new CommandPlace.RecordedBy(command.campaign().value()));
        };
    }
}
