package vn.soto.domain;

import static vn.soto.domain.SampleCommune.FAR_HAMLET;
import static vn.soto.domain.SampleCommune.FOUNDED;
import static vn.soto.domain.SampleCommune.HAMLET;
import static vn.soto.domain.SampleCommune.TODAY;
import static vn.soto.domain.SampleCommune.signedOn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.team.Founder;
import vn.soto.domain.team.TeamCommand;
import vn.soto.domain.team.TeamCommand.AppointDeputy;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;
import vn.soto.domain.team.TeamCommand.CorrectAppointment;
import vn.soto.domain.team.TeamCommand.CorrectCoverage;
import vn.soto.domain.team.TeamCommand.CorrectMembership;
import vn.soto.domain.team.TeamCommand.CorrectRenaming;
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

/** Random commands about a few teams at a time; dissolved teams are replaced by new ones. */
final class RandomTeamCommands {

    private static final List<List<UnitId>> COVERAGES =
            List.of(List.of(HAMLET), List.of(FAR_HAMLET), List.of(HAMLET, FAR_HAMLET));

    private static final int REMEMBERED = 12;

    private final RandomGenerator random;
    private final List<EnrolMember> enrolments = new ArrayList<>();
    private final List<AppointDeputy> deputies = new ArrayList<>();
    private final List<TeamCommand> dated = new ArrayList<>();
    private final List<SuspendMember> suspensions = new ArrayList<>();
    private final List<MemberId> people;
    private final List<TeamId> teams;
    private final int most;
    private int formed;

    /** @param teams teams that commands are about; this object updates the list when a team is formed */
    RandomTeamCommands(RandomGenerator random, List<MemberId> people, List<TeamId> teams, int most) {
        this.random = random;
        this.people = people;
        this.teams = teams;
        this.most = most;
    }

    TeamCommand next() {
        return switch (random.nextInt(56)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8 ->
                asked(enrolments, new EnrolMember(team(), member(), organisation(), day()));
            case 9, 10 -> new EndMembership(team(), member(), EndReason.OTHER, day());
            case 11, 12, 13 -> dated(new AppointLeader(team(), member(), day()));
            case 14, 15, 16, 17 -> dated(asked(deputies, new AppointDeputy(team(), member(), day())));
            case 18 -> new RelieveLeader(team(), day());
            case 19, 20, 21 -> relieve();
            case 22, 23, 24, 25 -> asked(suspensions, new SuspendMember(team(), member(), day(), "Đi vắng dài ngày"));
            case 26, 27, 28, 29, 30, 31, 32, 33 -> resume();
            case 34, 35, 36, 37 -> correct();
            case 38, 46 -> dated(new RenameTeam(team(), "Tổ " + random.nextInt(3), signedOn(FOUNDED), day()));
            case 39, 40, 41 -> dated(new ChangeCoverage(team(), any(COVERAGES), signedOn(FOUNDED), day()));
            case 42 -> new ReviewCoverage(team(), day());
            case 43, 44 -> consolidate();
            case 47, 48, 49, 50, 51, 52, 53 -> redate();
            case 45 -> new DissolveTeam(team(), signedOn(FOUNDED), later(), "Sắp xếp lại khu phố");
            default -> form();
        };
    }

    /** Adds what the command may have created, so that later commands are about it. */
    private <C extends R, R> C asked(List<R> remembered, C command) {
        remembered.addFirst(command);
        if (remembered.size() > REMEMBERED) {
            remembered.removeLast();
        }
        return command;
    }

    private <C extends TeamCommand> C dated(C command) {
        return asked(dated, command);
    }

    /** Another decision for the day of one that may have been recorded, or another day for it. */
    private TeamCommand redate() {
        if (dated.isEmpty()) {
            return form();
        }
        String reason = "Nhập nhầm ngày";
        boolean again = random.nextBoolean();
        return switch (any(dated)) {
            case AppointLeader it
            when again || isOfAConsolidation(it.effectiveFrom()) ->
                dated(new AppointLeader(it.team(), member(), it.effectiveFrom()));
            case AppointLeader it ->
                new CorrectAppointment(it.team(), Office.LEADER, it.effectiveFrom(), dayIfAny(), reason);
            case AppointDeputy it
            when again || isOfAConsolidation(it.effectiveFrom()) ->
                dated(new AppointDeputy(it.team(), member(), it.effectiveFrom()));
            case AppointDeputy it ->
                new CorrectAppointment(it.team(), Office.DEPUTY, it.effectiveFrom(), dayIfAny(), reason);
            case RenameTeam it
            when again || isOfAConsolidation(it.effectiveFrom()) ->
                new RenameTeam(it.team(), "Tổ " + random.nextInt(3), signedOn(FOUNDED), it.effectiveFrom());
            case RenameTeam it -> new CorrectRenaming(it.team(), it.effectiveFrom(), day(), reason);
            case ChangeCoverage it
            when again || isOfAConsolidation(it.effectiveFrom()) ->
                new ChangeCoverage(it.team(), any(COVERAGES), signedOn(FOUNDED), it.effectiveFrom());
            case ChangeCoverage it -> new CorrectCoverage(it.team(), it.effectiveFrom(), day(), reason);
            default -> form();
        };
    }

    /** For such a day the model does not tell what a consolidation decided from what replaced that. */
    private static boolean isOfAConsolidation(LocalDate day) {
        return day.isAfter(TODAY.plusDays(1));
    }

    private RelieveDeputy relieve() {
        TeamId team = deputies.isEmpty() ? team() : any(deputies).team();
        return new RelieveDeputy(team, random.nextBoolean() ? day() : TODAY.plusDays(3));
    }

    private TeamCommand resume() {
        if (suspensions.isEmpty()) {
            return new ResumeMember(team(), member(), day());
        }
        SuspendMember suspended = any(suspensions);
        return new ResumeMember(suspended.team(), suspended.member(), day());
    }

    private TeamCommand correct() {
        if (enrolments.isEmpty()) {
            return new ReviewCoverage(team(), day());
        }
        EnrolMember enrolled = any(enrolments);
        return new CorrectMembership(
                enrolled.team(),
                enrolled.member(),
                enrolled.effectiveFrom(),
                organisation(),
                day(),
                random.nextInt(3) == 0 ? day() : null,
                "Nhập nhầm ngày");
    }

    private ConsolidateTeams consolidate() {
        @Nullable List<FoundingMember> members = random.nextBoolean() ? null : members();
        List<TeamId> absorbed = random.nextBoolean() ? List.of() : List.of(team());
        return new ConsolidateTeams(
                team(),
                signedOn(FOUNDED),
                absorbed,
                random.nextBoolean() ? null : any(COVERAGES),
                members,
                members == null ? member() : members.getFirst().member(),
                later());
    }

    private FormTeam form() {
        TeamId team = new TeamId("team-r" + formed++);
        teams.add(team);
        if (teams.size() > most) {
            teams.removeFirst();
        }
        List<FoundingMember> members = members();
        return new FormTeam(
                team,
                any(List.of(TeamLevel.values())),
                "Tổ mới",
                signedOn(FOUNDED),
                any(COVERAGES),
                Founder.unnamed(members),
                members.getFirst().member(),
                FOUNDED);
    }

    /** Three different members. */
    private List<FoundingMember> members() {
        List<MemberId> some = new ArrayList<>(people);
        return IntStream.range(0, 3)
                .mapToObj(i -> new FoundingMember(some.remove(random.nextInt(some.size())), organisation()))
                .toList();
    }

    private MemberOrigin organisation() {
        return any(List.of(MemberOrigin.NEIGHBOURHOOD_HEAD, MemberOrigin.TEACHER));
    }

    private LocalDate day() {
        return TODAY.plusDays(random.nextInt(-10, 4));
    }

    /** None in one of three. */
    private @Nullable LocalDate dayIfAny() {
        return random.nextInt(3) == 0 ? null : day();
    }

    /** Mostly a day after everything that is recorded. */
    private LocalDate later() {
        return TODAY.plusDays(random.nextInt(2, 6));
    }

    private TeamId team() {
        return any(teams);
    }

    private MemberId member() {
        return any(people);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
