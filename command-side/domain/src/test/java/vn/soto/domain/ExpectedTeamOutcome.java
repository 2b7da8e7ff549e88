package vn.soto.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.TeamReferenceModel.Period;
import vn.soto.domain.team.TeamCommand;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;
import vn.soto.domain.team.TeamCommand.CorrectMembership;
import vn.soto.domain.team.TeamCommand.FormTeam;

/** Predicts from the reference model alone whether a command to a team is accepted. */
record ExpectedTeamOutcome(ReferenceModel reference) {

    private static final int MINIMUM = 3;

    boolean accepts(TeamCommand command) {
        if (command instanceof FormTeam form) {
            return founds(form.named(), form.leader()) && !form.coverage().isEmpty();
        }
        TeamReferenceModel team = reference.teamOf(command.team());
        if (command instanceof CorrectMembership correct) {
            return accepts(correct, team);
        }
        return team.lastDay == null && acceptsWhileActive(command, team);
    }

    private boolean acceptsWhileActive(TeamCommand command, TeamReferenceModel team) {
        return switch (command) {
            case TeamCommand.RenameTeam rename ->
                !rename.effectiveFrom().isBefore(TeamReferenceModel.orderly(team.names))
                        && !rename.name()
                                .equals(team.names
                                        .floorEntry(rename.effectiveFrom())
                                        .getValue());
            case TeamCommand.ChangeCoverage change ->
                !change.effectiveFrom().isBefore(TeamReferenceModel.orderly(team.coverage))
                        && !change.coverage().isEmpty()
                        && !Set.copyOf(change.coverage())
                                .equals(team.coverage
                                        .floorEntry(change.effectiveFrom())
                                        .getValue());
            case TeamCommand.ReviewCoverage review -> !review.on().isBefore(team.coverage.lastKey());
            case TeamCommand.EnrolMember enrol ->
                !enrol.effectiveFrom().isBefore(team.formed.effectiveFrom())
                        && team.of(enrol.member())
                                .map(Period::last)
                                .allMatch(last -> last != null && last.isBefore(enrol.effectiveFrom()));
            case TeamCommand.EndMembership end -> {
                Period open = team.open(end.member());
                yield open != null && !end.lastDay().isBefore(open.first());
            }
            case TeamCommand.ConsolidateTeams consolidate -> accepts(consolidate, team);
            case TeamCommand.DissolveTeam dissolve -> !dissolve.lastDay().isBefore(team.lastChange());
            default -> concernsAPerson(command, team);
        };
    }

    private static boolean concernsAPerson(TeamCommand command, TeamReferenceModel team) {
        return switch (command) {
            case TeamCommand.SuspendMember suspend ->
                team.wasMember(suspend.member(), suspend.firstDay())
                        && team.openSuspension(suspend.member()) == null
                        && team.suspended(suspend.member()).noneMatch(earlier -> earlier.reaches(suspend.firstDay()));
            case TeamCommand.ResumeMember resume -> {
                TeamReferenceModel.Suspension open = team.openSuspension(resume.member());
                yield open != null && resume.firstDay().isAfter(open.first());
            }
            case TeamCommand.AppointLeader appoint ->
                mayHold(appoint.member(), appoint.effectiveFrom(), team)
                        && !appoint.member().equals(team.leaders.on(appoint.effectiveFrom()))
                        && team.leaders.takes(appoint.effectiveFrom());
            case TeamCommand.RelieveLeader relieve ->
                team.leaders.on(relieve.effectiveFrom()) != null && team.leaders.takes(relieve.effectiveFrom());
            case TeamCommand.AppointDeputy appoint ->
                mayHold(appoint.member(), appoint.effectiveFrom(), team)
                        && !team.leaders.isHeldFrom(appoint.member(), appoint.effectiveFrom())
                        && !appoint.member().equals(team.deputies.on(appoint.effectiveFrom()))
                        && team.deputies.takes(appoint.effectiveFrom());
            case TeamCommand.RelieveDeputy relieve ->
                team.deputies.on(relieve.effectiveFrom()) != null && team.deputies.takes(relieve.effectiveFrom());
            default -> throw new IllegalArgumentException("not modelled: " + command);
        };
    }

    private static boolean mayHold(MemberId member, LocalDate from, TeamReferenceModel team) {
        return team.wasMember(member, from) && team.suspended(member).noneMatch(suspension -> suspension.reaches(from));
    }

    private static boolean founds(List<FoundingMember> members, MemberId leader) {
        Set<MemberId> distinct = new HashSet<>();
        members.forEach(member -> distinct.add(member.member()));
        return distinct.size() == members.size() && distinct.size() >= MINIMUM && distinct.contains(leader);
    }

    private boolean accepts(ConsolidateTeams command, TeamReferenceModel team) {
        LocalDate before = command.effectiveFrom().minusDays(1);
        List<TeamReferenceModel> all = Stream.concat(
                        Stream.of(team), command.absorbed().stream().map(reference::teamOf))
                .toList();
        return Set.copyOf(all).size() == all.size()
                && all.stream()
                        .allMatch(each ->
                                each.lastDay == null && !each.lastChange().isAfter(before))
                && leads(command, all)
                && !kept(command, team);
    }

    private static boolean leads(ConsolidateTeams command, List<TeamReferenceModel> all) {
        if (command.members() != null) {
            return founds(command.members(), command.leader());
        }
        List<MemberId> members = all.stream()
                .flatMap(team -> team.periods.stream())
                .filter(period -> period.last() == null)
                .map(Period::member)
                .distinct()
                .toList();
        return members.size() >= MINIMUM && members.contains(command.leader());
    }

    /** Whether the leader stays a member and is suspended. */
    private static boolean kept(ConsolidateTeams command, TeamReferenceModel team) {
        Period open = team.open(command.leader());
        boolean stays =
                open != null && (command.members() == null || command.members().contains(member(open)));
        return stays && team.openSuspension(command.leader()) != null;
    }

    private static FoundingMember member(Period period) {
        return new FoundingMember(period.member(), period.organisation());
    }

    private static boolean accepts(CorrectMembership command, TeamReferenceModel team) {
        Period before = team.of(command.member())
                .filter(period -> period.first().equals(command.enteredFrom()))
                .findAny()
                .orElse(null);
        Period after = new Period(command.member(), command.effectiveFrom(), command.lastDay(), command.organisation());
        return before != null && !after.equals(before) && lasts(after, before, team) && fits(after, before, team);
    }

    private static boolean lasts(Period after, Period before, TeamReferenceModel team) {
        LocalDate last = after.last();
        return !after.first().isBefore(team.formed.effectiveFrom())
                && (last == null) == (before.last() == null)
                && (last == null || !last.isBefore(after.first()))
                && (last == null || team.lastDay == null || !last.isAfter(team.lastDay));
    }

    private static boolean fits(Period after, Period before, TeamReferenceModel team) {
        return team.of(after.member()).filter(period -> !period.equals(before)).noneMatch(after::overlaps)
                && team.suspended(after.member())
                        .filter(suspension -> before.includes(suspension.first()))
                        .allMatch(suspension -> after.includes(suspension.first()) && ends(after, suspension.last()))
                && (after.last() != null || holds(after, team));
    }

    private static boolean ends(Period membership, @Nullable LocalDate last) {
        return last == null ? membership.last() == null : membership.includes(last);
    }

    private static boolean holds(Period after, TeamReferenceModel team) {
        return (!after.member().equals(team.leaders.latest()) || !after.first().isAfter(team.leaders.last()))
                && (!after.member().equals(team.deputies.latest())
                        || !after.first().isAfter(team.deputies.last()));
    }
}
