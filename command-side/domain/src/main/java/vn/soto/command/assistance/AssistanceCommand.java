package vn.soto.command.assistance;

import static vn.soto.command.shared.Role.LEADER;
import static vn.soto.command.shared.Role.MEMBER;
import static vn.soto.command.shared.Role.OFFICER;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.Corrective;
import vn.soto.command.shared.Issued;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** Everything that can be asked about a record of help. */
public sealed interface AssistanceCommand extends Command {

    AssistanceId assistance();

    /** @param helpers members of the team on the day of the help */
    @Issued(
            as = "record-assistance",
            at = "assistances",
            by = {OFFICER, LEADER, MEMBER})
    record RecordAssistance(
            @TargetAggregateIdentifier AssistanceId assistance,
            TeamId team,
            HouseholdId household,
            List<MemberId> helpers,
            Content content)
            implements AssistanceCommand {

        public RecordAssistance {
            helpers = List.copyOf(helpers);
        }
    }

    /** @param content what the record says from here on, as a whole */
    @Issued(
            as = "correct-assistance",
            at = "assistances/{assistance}/correction",
            by = {OFFICER, LEADER})
    record CorrectAssistance(@TargetAggregateIdentifier AssistanceId assistance, Content content, String reason)
            implements AssistanceCommand, Corrective {

        public CorrectAssistance {
            reason = Text.normalised(reason);
        }

        @Override
        public String target() {
            return assistance.value();
        }
    }

    @Issued(
            as = "void-assistance",
            at = "assistances/{assistance}/void",
            by = {OFFICER, LEADER})
    record VoidAssistance(@TargetAggregateIdentifier AssistanceId assistance, String reason)
            implements AssistanceCommand, Corrective {

        public VoidAssistance {
            reason = Text.normalised(reason);
        }

        @Override
        public String target() {
            return assistance.value();
        }
    }
}
