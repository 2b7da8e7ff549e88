package vn.soto.command.team;

import static vn.soto.command.shared.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.Issued;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.Organisation;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Everything that can be asked of a team. */
public sealed interface TeamCommand extends Command {

    TeamId team();

    /**
     * @param coverage      residential units
     * @param leader        one of the members
     * @param effectiveFrom first day of the team and of its members
     */
    @Issued(as = "form-team", at = "teams", by = OFFICER)
    record FormTeam(
            @TargetAggregateIdentifier TeamId team,
            String name,
            Instrument foundingDecision,
            List<UnitId> coverage,
            List<FoundingMember> members,
            MemberId leader,
            LocalDate effectiveFrom)
            implements TeamCommand {

        public FormTeam {
            name = Text.normalised(name);
            coverage = List.copyOf(coverage);
            members = List.copyOf(members);
        }
    }

    /** @param effectiveFrom first day of membership */
    @Issued(as = "enrol-member", at = "teams/{team}/members", by = OFFICER)
    record EnrolMember(
            @TargetAggregateIdentifier TeamId team, MemberId member, Organisation organisation, LocalDate effectiveFrom)
            implements TeamCommand {}

    /** @param lastDay last day of membership */
    @Issued(as = "end-membership", at = "teams/{team}/members/{member}/end", by = OFFICER)
    record EndMembership(@TargetAggregateIdentifier TeamId team, MemberId member, EndReason reason, LocalDate lastDay)
            implements TeamCommand {}

    @Issued(as = "appoint-leader", at = "teams/{team}/leader", by = OFFICER)
    record AppointLeader(@TargetAggregateIdentifier TeamId team, MemberId member, LocalDate effectiveFrom)
            implements TeamCommand {}
}
