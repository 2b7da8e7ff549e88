package vn.soto.domain.goal;

import static vn.soto.contracts.access.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.goal.IndicatorGoal;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to a campaign. */
public sealed interface CampaignCommand extends Command {

    CampaignId campaign();

    /**
     * @param unit  area of the campaign
     * @param goals one for each indicator, which counts help
     */
    @ClientCommand(as = "plan-campaign", at = "units/{unit}/campaigns", by = OFFICER)
    record PlanCampaign(
            @TargetAggregateIdentifier CampaignId campaign,
            UnitId unit,
            String name,
            LocalDate firstDay,
            LocalDate lastDay,
            List<IndicatorGoal> goals,
            @Nullable Instrument instrument)
            implements CampaignCommand {

        public PlanCampaign {
            name = Text.normalised(name);
            goals = List.copyOf(goals);
        }
    }

    /** Replaces all that was planned, except the area. */
    @Reasons(ReasonList.REVISION)
    @ClientCommand(as = "revise-campaign", at = "campaigns/{campaign}/revision", by = OFFICER)
    @Corrects(PlanCampaign.class)
    record ReviseCampaign(
            @TargetAggregateIdentifier CampaignId campaign,
            String name,
            LocalDate firstDay,
            LocalDate lastDay,
            List<IndicatorGoal> goals,
            @Nullable Instrument instrument,
            String reason)
            implements CampaignCommand, HasReason {

        public ReviseCampaign {
            name = Text.normalised(name);
            goals = List.copyOf(goals);
        }
    }

    @Reasons(ReasonList.CANCELLATION)
    @ClientCommand(as = "cancel-campaign", at = "campaigns/{campaign}/cancellation", by = OFFICER)
    @Corrects(PlanCampaign.class)
    record CancelCampaign(@TargetAggregateIdentifier CampaignId campaign, String reason)
            implements CampaignCommand, HasReason {}

    /** The place that commands about campaigns touch: a campaign lies where it was planned. */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case PlanCampaign plan -> List.of(new CommandPlace.InUnit(plan.unit()));
            case ReviseCampaign _, CancelCampaign _ ->
                List.of(new CommandPlace.RecordedBy(campaign().value()));
        };
    }
}
