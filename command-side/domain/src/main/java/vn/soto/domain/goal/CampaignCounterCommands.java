package vn.soto.domain.goal;

import static vn.soto.domain.shared.CounterCommand.refusedBy;
import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;

import java.util.stream.Stream;
import vn.soto.contracts.goal.CampaignEvent;
import vn.soto.contracts.goal.CampaignEvent.CampaignCancelled;
import vn.soto.contracts.goal.CampaignEvent.CampaignPlanned;
import vn.soto.contracts.goal.CampaignEvent.CampaignRevised;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.domain.goal.CampaignCommand.CancelCampaign;
import vn.soto.domain.goal.CampaignCommand.ReviseCampaign;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** Counter-commands for the events of a campaign. */
public final class CampaignCounterCommands {

    private CampaignCounterCommands() {}

    public static CounterCommand of(CampaignEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case CampaignPlanned planned -> CounterCommand.of(new CancelCampaign(planned.campaign(), reason));
            case CampaignRevised _ ->
                earlier.restored(before -> restored(before, reason), command -> command, EVENT_HAS_A_COUNTER_COMMAND);
            // What was cancelled is planned again as another campaign.
            case CampaignCancelled _ -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
        };
    }

    private static Stream<ReviseCampaign> restored(DomainEvent before, String reason) {
        return switch (before) {
            case CampaignPlanned planned ->
                Stream.of(new ReviseCampaign(
                        planned.campaign(),
                        planned.name(),
                        planned.firstDay(),
                        planned.lastDay(),
                        planned.goals(),
                        planned.instrument(),
                        reason));
            case CampaignRevised revised ->
                Stream.of(new ReviseCampaign(
                        revised.campaign(),
                        revised.name(),
                        revised.firstDay(),
                        revised.lastDay(),
                        revised.goals(),
                        revised.instrument(),
                        reason));
            default -> Stream.empty();
        };
    }
}
