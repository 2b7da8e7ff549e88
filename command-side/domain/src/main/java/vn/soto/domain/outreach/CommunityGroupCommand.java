package vn.soto.domain.outreach;

import static vn.soto.contracts.access.Role.LEADER;
import static vn.soto.contracts.access.Role.MEMBER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to a community group. */
public sealed interface CommunityGroupCommand extends Command {

    CommunityGroupId group();

    /** @param households number of households in the group on the day {@code countedOn} */
    @ClientCommand(
            as = "record-community-group",
            at = "teams/{team}/community-groups",
            by = {OFFICER, LEADER})
    record RecordCommunityGroup(
            @TargetAggregateIdentifier CommunityGroupId group, TeamId team, int households, LocalDate countedOn)
            implements CommunityGroupCommand {}

    /** Records a count for another day, or replaces the count of the same day. */
    @ClientCommand(
            as = "update-community-group",
            at = "community-groups/{group}/count",
            by = {OFFICER, LEADER, MEMBER})
    @Corrects(RecordCommunityGroup.class)
    record UpdateCommunityGroup(@TargetAggregateIdentifier CommunityGroupId group, int households, LocalDate countedOn)
            implements CommunityGroupCommand {}

    /** @param lastDay last day of the group */
    @ClientCommand(
            as = "close-community-group",
            at = "community-groups/{group}/close",
            by = {OFFICER, LEADER})
    @Corrects({CorrectGroupClosing.class, RecordCommunityGroup.class})
    record CloseCommunityGroup(@TargetAggregateIdentifier CommunityGroupId group, LocalDate lastDay)
            implements CommunityGroupCommand {}

    /**
     * Corrects the last day of a closed group, or opens it again with its latest count.
     *
     * @param lastDay last day of the group; absent if it is open
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "correct-group-closing",
            at = "community-groups/{group}/close/correction",
            by = {OFFICER, LEADER})
    @Corrects(CloseCommunityGroup.class)
    record CorrectGroupClosing(
            @TargetAggregateIdentifier CommunityGroupId group,
            @Nullable LocalDate lastDay,
            String reason) implements CommunityGroupCommand, CorrectionCommand {}

    /** The place that commands to community groups touch: the team of the group. */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case RecordCommunityGroup record -> List.of(new CommandPlace.OfTeam(record.team()));
            case UpdateCommunityGroup _, CloseCommunityGroup _, CorrectGroupClosing _ ->
                List.of(new CommandPlace.OfGroup(group()));
        };
    }
}
