package vn.soto.query.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationEvent.SupportEnded;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingEvent.AttendanceCorrected;
import vn.soto.contracts.training.TrainingEvent.TrainingCancelled;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.contracts.training.TrainingEvent.TrainingVoided;
import vn.soto.contracts.training.TrainingId;

/** Further events of a sample's teams, valid in the domain: changes, supporters, training, dissolution. */
final class TeamLife {

    private static final OrganisationId COMPANY = new OrganisationId("company");
    private static final List<ServiceCategory> TOPICS = List.of(ServiceCategory.VNEID);

    private final Sample sample;
    private final Random random;
    private final Map<TeamId, Set<MemberId>> suspended = new HashMap<>();
    private final Set<TeamId> supported = new HashSet<>();
    private final List<TrainingHeld> held = new ArrayList<>();
    private boolean registered;
    private int ids;

    TeamLife(Sample sample, Random random) {
        this.sample = sample;
        this.random = random;
    }

    /** Removes a member who left from the suspended ones. */
    void forget(TeamId team, MemberId member) {
        of(team).remove(member);
    }

    private Set<MemberId> of(TeamId team) {
        return suspended.computeIfAbsent(team, t -> new HashSet<>());
    }

    void change(TeamId team) {
        MemberId member = sample.any(sample.current(team));
        LocalDate day = sample.day();
        switch (random.nextInt(11)) {
            case 0 -> sample.scribe.write(new TeamEvent.TeamRenamed(team, "Tổ " + ids++, Sample.DECISION, day));
            case 1 ->
                sample.scribe.write(new TeamEvent.TeamCoverageChanged(
                        team,
                        List.of(sample.any(sample.residential), sample.any(sample.residential)),
                        Sample.DECISION,
                        day));
            case 2 ->
                sample.scribe.write(
                        new TeamEvent.TeamFlaggedOutdated(team, List.of(sample.any(sample.residential)), day));
            case 3 -> sample.scribe.write(new TeamEvent.TeamBroughtUpToDate(team, day));
            case 4 -> suspend(team, member, day);
            case 5 ->
                sample.scribe.write(
                        new TeamEvent.LeaderAppointed(team, member, day),
                        new TeamEvent.TeamFlaggedLedByAnother(team, member, MemberOrigin.TEACHER, day));
            case 6 ->
                sample.scribe.write(
                        random.nextBoolean()
                                ? new TeamEvent.DeputyAppointed(team, member, day)
                                : new TeamEvent.DeputyRelieved(team, member, day));
            case 7 -> support(team, day);
            case 8 -> train(team, day);
            case 9 -> correctOrCancel(day);
            default -> shortLife(day);
        }
    }

    private void suspend(TeamId team, MemberId member, LocalDate day) {
        if (of(team).remove(member)) {
            sample.scribe.write(new TeamEvent.MemberResumed(team, member, day));
        } else {
            of(team).add(member);
            sample.scribe.write(new TeamEvent.MemberSuspended(team, member, day));
        }
    }

    private void support(TeamId team, LocalDate day) {
        if (!registered) {
            registered = true;
            sample.scribe.write(new OrganisationRegistered(COMPANY, "Công ty số", OrganisationKind.TECHNOLOGY_COMPANY));
        }
        if (supported.remove(team)) {
            sample.scribe.write(new SupportEnded(COMPANY, team, day));
        } else {
            supported.add(team);
            sample.scribe.write(new SupportBegun(COMPANY, team, day));
        }
    }

    private TrainingId schedule(LocalDate day) {
        TrainingId training = new TrainingId("training-" + ids++);
        sample.scribe.write(
                new TrainingScheduled(training, TOPICS, Organiser.PEOPLES_COMMITTEE, null, day, 1 + random.nextInt(8)));
        return training;
    }

    private void train(TeamId team, LocalDate day) {
        TrainingHeld event = new TrainingHeld(schedule(day), TOPICS, attendance(team, day));
        held.add(event);
        sample.scribe.write(event);
    }

    private Attendance attendance(TeamId team, LocalDate day) {
        TeamId other = sample.any(sample.teams);
        return new Attendance(
                day,
                1 + random.nextInt(8),
                List.of(
                        new Attendee(team, sample.any(sample.current(team))),
                        new Attendee(other, sample.any(sample.current(other)))));
    }

    private void correctOrCancel(LocalDate day) {
        if (held.isEmpty() || random.nextBoolean()) {
            sample.scribe.write(new TrainingCancelled(schedule(day)));
            return;
        }
        TrainingHeld wrong = held.removeFirst();
        Attendance right = attendance(sample.any(sample.teams), day);
        List<TeamId> teams = new ArrayList<>(wrong.attendance().teams());
        teams.addAll(right.teams());
        sample.scribe.write(
                ids % 4 == 0
                        ? new TrainingVoided(
                                wrong.training(),
                                wrong.attendance().on(),
                                wrong.attendance().teams())
                        : new AttendanceCorrected(wrong.training(), right, teams));
    }

    /** Forms another team, corrects a membership of it, and lets the first team absorb it. */
    private void shortLife(LocalDate day) {
        TeamId team = new TeamId("short-" + ids++);
        List<FoundingMember> members = List.of(
                new FoundingMember(
                        sample.any(sample.current(sample.teams.getFirst())), MemberOrigin.NEIGHBOURHOOD_HEAD),
                new FoundingMember(new MemberId("s-" + ids++), MemberOrigin.YOUTH_UNION));
        sample.scribe.write(new TeamFormed(
                team,
                "Tổ " + team,
                Sample.DECISION,
                List.of(sample.any(sample.residential)),
                members,
                members.getFirst().member(),
                Sample.DAY));
        sample.scribe.write(new TeamEvent.MembershipCorrected(
                team, members.getLast().member(), Sample.DAY, MemberOrigin.TEACHER, Sample.DAY.plusDays(1), null));
        sample.scribe.write(
                new TeamEvent.TeamDissolved(team, Sample.DECISION, day, sample.teams.getFirst()),
                new TeamEvent.MembershipEnded(team, members.getFirst().member(), EndReason.TEAM_DISSOLVED, day),
                new TeamEvent.MembershipEnded(team, members.getLast().member(), EndReason.TEAM_DISSOLVED, day),
                new TeamEvent.TeamConsolidated(
                        sample.teams.getFirst(), Sample.DECISION, List.of(team), day.plusDays(1)));
    }
}
