package vn.soto.domain.stipend;

import static vn.soto.contracts.access.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.stipend.MobilisationsId;
import vn.soto.contracts.stipend.Shift;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to the days on which a team's members are mobilised. */
public sealed interface MobilisationCommand extends Command {

    TeamId team();

    MemberId member();

    LocalDate day();

    @Nullable
    CampaignId campaign();

    @TargetAggregateIdentifier
    default MobilisationsId mobilisations() {
        return new MobilisationsId(team());
    }

    /**
     * @param decision document by which the member is mobilised
     * @param campaign in whose list the day is; absent beside campaigns
     */
    @ClientCommand(as = "record-mobilisation", at = "teams/{team}/members/{member}/mobilisations/{day}", by = OFFICER)
    record RecordMobilisation(
            TeamId team,
            MemberId member,
            LocalDate day,
            Shift shift,
            Instrument decision,
            @Nullable CampaignId campaign)
            implements MobilisationCommand {}

    /**
     * Replaces the shift and the decision of a day; another day is recorded anew.
     *
     * @param campaign in whose list the day is; absent beside campaigns
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "correct-mobilisation",
            at = "teams/{team}/members/{member}/mobilisations/{day}/correction",
            by = OFFICER)
    @Corrects(RecordMobilisation.class)
    record CorrectMobilisation(
            TeamId team,
            MemberId member,
            LocalDate day,
            Shift shift,
            Instrument decision,
            @Nullable CampaignId campaign,
            String reason)
            implements MobilisationCommand, CorrectionCommand {}

    /**
     * The member was not mobilised on that day.
     *
     * @param campaign in whose list the day is; absent beside campaigns
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "withdraw-mobilisation",
            at = "teams/{team}/members/{member}/mobilisations/{day}/withdrawal",
            by = OFFICER)
    @Corrects(RecordMobilisation.class)
    record WithdrawMobilisation(
            TeamId team,
            MemberId member,
            LocalDate day,
            @Nullable CampaignId campaign,
            String reason) implements MobilisationCommand, CorrectionCommand {}

    /** The place that commands about days of mobilisation touch: the team. */
    @Override
    default List<CommandPlace> touches() {
        return List.of(new CommandPlace.OfTeam(team()));
    }
}
