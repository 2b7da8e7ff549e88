package vn.soto.domain.team;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.team.TeamCommand.AppointDeputy;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;
import vn.soto.domain.team.TeamCommand.CorrectAppointment;
import vn.soto.domain.team.TeamCommand.CorrectConsolidation;
import vn.soto.domain.team.TeamCommand.CorrectCoverage;
import vn.soto.domain.team.TeamCommand.CorrectDissolution;
import vn.soto.domain.team.TeamCommand.CorrectFoundingDecision;
import vn.soto.domain.team.TeamCommand.CorrectMembership;
import vn.soto.domain.team.TeamCommand.CorrectRenaming;
import vn.soto.domain.team.TeamCommand.CorrectSuspension;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.team.TeamCommand.RelieveDeputy;
import vn.soto.domain.team.TeamCommand.RelieveLeader;
import vn.soto.domain.team.TeamCommand.RenameTeam;
import vn.soto.domain.team.TeamCommand.ResumeMember;
import vn.soto.domain.team.TeamCommand.ReviewCoverage;
import vn.soto.domain.team.TeamCommand.SuspendMember;

/**
 * The places that commands to teams touch. A person whom another team has is touched by enrolling them, because the
 * team that has them may see and record their personal data.
 */
final class TeamPlaces {

    private TeamPlaces() {}

    static List<CommandPlace> of(TeamCommand command) {
        CommandPlace team = new CommandPlace.OfTeam(command.team());
        return switch (command) {
            case FormTeam form -> all(List.of(units(form.coverage()), persons(form.named())));
            case ChangeCoverage change -> all(List.of(Stream.of(team), units(change.coverage())));
            case ConsolidateTeams consolidate ->
                all(List.of(
                        Stream.of(team),
                        consolidate.absorbed().stream().map(CommandPlace.OfTeam::new),
                        units(consolidate.coverage()),
                        persons(consolidate.members())));
            case CorrectConsolidation correct ->
                all(List.of(Stream.of(team), correct.absorbed().stream().map(CommandPlace.OfTeam::new)));
            case EnrolMember enrol ->
                List.of(
                        new CommandPlace.Membership(enrol.team(), enrol.member(), enrol.organisation()),
                        new CommandPlace.Person(enrol.member()));
            case EndMembership end -> List.of(new CommandPlace.Membership(end.team(), end.member(), null));
            case RenameTeam _,
                    ReviewCoverage _,
                    AppointLeader _,
                    RelieveLeader _,
                    AppointDeputy _,
                    RelieveDeputy _,
                    CorrectMembership _,
                    CorrectFoundingDecision _,
                    CorrectAppointment _,
                    CorrectRenaming _,
                    CorrectCoverage _,
                    CorrectDissolution _,
                    SuspendMember _,
                    CorrectSuspension _,
                    ResumeMember _,
                    DissolveTeam _ -> List.of(team);
        };
    }

    private static Stream<CommandPlace> units(@Nullable Collection<UnitId> units) {
        return Stream.ofNullable(units).flatMap(Collection::stream).map(CommandPlace.InUnit::new);
    }

    private static Stream<CommandPlace> persons(@Nullable Collection<FoundingMember> members) {
        return Stream.ofNullable(members)
                .flatMap(Collection::stream)
                .map(member -> new CommandPlace.Person(member.member()));
    }

    private static List<CommandPlace> all(List<Stream<CommandPlace>> places) {
        return places.stream().flatMap(each -> each).distinct().toList();
    }
}
