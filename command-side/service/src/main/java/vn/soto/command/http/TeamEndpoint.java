package vn.soto.command.http;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.command.desk.Outcome;
import vn.soto.command.team.TeamCommand.AppointLeader;
import vn.soto.command.team.TeamCommand.EndMembership;
import vn.soto.command.team.TeamCommand.EnrolMember;
import vn.soto.command.team.TeamCommand.FormTeam;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.Organisation;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Forms teams; enrols and releases members; appoints leaders. A formed team's id is its command's id. */
@RestController
@RequestMapping(path = "/api/teams", produces = MediaType.APPLICATION_JSON_VALUE)
final class TeamEndpoint {

    private final CommandEntry commands;

    TeamEndpoint(CommandEntry commands) {
        this.commands = commands;
    }

    @PostMapping
    Mono<ResponseEntity<Outcome>> form(CommandRequest request, @RequestBody Founding body) {
        return commands.submit(
                request, () -> body.command(new TeamId(request.id().toString())));
    }

    @PostMapping("/{team}/members")
    Mono<ResponseEntity<Outcome>> enrol(
            CommandRequest request, @PathVariable String team, @RequestBody Enrolment body) {
        return commands.submit(request, () -> body.command(id(team)));
    }

    @PostMapping("/{team}/members/{member}/end")
    Mono<ResponseEntity<Outcome>> end(
            CommandRequest request, @PathVariable String team, @PathVariable String member, @RequestBody Ending body) {
        return commands.submit(request, () -> body.command(id(team), Required.parsed("member", member, MemberId::new)));
    }

    @PostMapping("/{team}/leader")
    Mono<ResponseEntity<Outcome>> appoint(
            CommandRequest request, @PathVariable String team, @RequestBody Appointment body) {
        return commands.submit(request, () -> body.command(id(team)));
    }

    private static TeamId id(String team) {
        return Required.parsed("team", team, TeamId::new);
    }

    record Founding(
            @Nullable String name,
            @Nullable Instrument foundingDecision,
            @Nullable List<UnitId> coverage,
            @Nullable List<FoundingMember> members,
            @Nullable MemberId leader,
            @Nullable LocalDate effectiveFrom) {

        FormTeam command(TeamId team) {
            return new FormTeam(
                    team,
                    Required.field("name", name),
                    Required.field("foundingDecision", foundingDecision),
                    Required.items("coverage", coverage),
                    Required.items("members", members),
                    Required.field("leader", leader),
                    Required.field("effectiveFrom", effectiveFrom));
        }
    }

    record Enrolment(
            @Nullable MemberId member,
            @Nullable Organisation organisation,
            @Nullable LocalDate effectiveFrom) {

        EnrolMember command(TeamId team) {
            return new EnrolMember(
                    team,
                    Required.field("member", member),
                    Required.field("organisation", organisation),
                    Required.field("effectiveFrom", effectiveFrom));
        }
    }

    record Ending(@Nullable EndReason reason, @Nullable LocalDate lastDay) {

        EndMembership command(TeamId team, MemberId member) {
            return new EndMembership(
                    team, member, Required.field("reason", reason), Required.field("lastDay", lastDay));
        }
    }

    record Appointment(@Nullable MemberId member, @Nullable LocalDate effectiveFrom) {

        AppointLeader command(TeamId team) {
            return new AppointLeader(
                    team, Required.field("member", member), Required.field("effectiveFrom", effectiveFrom));
        }
    }
}
