package vn.soto.domain.team;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.Place;
import vn.soto.domain.team.TeamCommand.AppointDeputy;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;
import vn.soto.domain.team.TeamCommand.CorrectAppointment;
import vn.soto.domain.team.TeamCommand.CorrectFoundingDecision;
import vn.soto.domain.team.TeamCommand.CorrectMembership;
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
 * What commands to teams touch. A person whom another team has is touched by enrolling them, because the team that has them
 * may see and record their personal data.
 */
public final class TeamPlaces {

    private TeamPlaces() {}

    public static List<Place> of(TeamCommand command) {
        Place team = new Place.OfTeam(command.team());
        return switch (command) {
            case FormTeam form -> all(List.of(units(form.coverage()), persons(form.members())));
            case ChangeCoverage change -> all(List.of(Stream.of(team), units(change.coverage())));
            case ConsolidateTeams consolidate ->
                all(List.of(
                        Stream.of(team),
                        consolidate.absorbed().stream().map(Place.OfTeam::new),
                        units(consolidate.coverage()),
                        persons(consolidate.members())));
            case EnrolMember enrol ->
                List.of(
                        new Place.Membership(enrol.team(), enrol.member(), enrol.organisation()),
                        new Place.Person(enrol.member()));
            case EndMembership end -> List.of(new Place.Membership(end.team(), end.member(), null));
            case RenameTeam _,
                    ReviewCoverage _,
                    AppointLeader _,
                    RelieveLeader _,
                    AppointDeputy _,
                    RelieveDeputy _,
                    CorrectMembership _,
                    CorrectFoundingDecision _,
                    CorrectAppointment _,
                    SuspendMember _,
                    ResumeMember _,
                    DissolveTeam _ -> List.of(team);
        };
    }

    private static Stream<Place> units(@Nullable Collection<UnitId> units) {
        return Stream.ofNullable(units).flatMap(Collection::stream).map(Place.InUnit::new);
    }

    private static Stream<Place> persons(@Nullable Collection<FoundingMember> members) {
        return Stream.ofNullable(members).flatMap(Collection::stream).map(member -> new Place.Person(member.member()));
    }

    private static List<Place> all(List<Stream<Place>> places) {
        return places.stream().flatMap(each -> each).distinct().toList();
    }
}
