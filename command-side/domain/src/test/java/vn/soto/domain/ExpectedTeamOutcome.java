package vn.soto.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.Office;
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
        LocalDate day = day(command);
        return (team.lastDay == null || (day != null && !day.isAfter(team.lastDay)))
                && acceptsWhileActive(command, team);
    }

    /** The day of the fact, which the team has to reach; absent for a decision about the whole team. */
    private static @Nullable LocalDate day(TeamCommand command) {
        return switch (command) {
            case TeamCommand.RenameTeam of -> of.effectiveFrom();
            case TeamCommand.ChangeCoverage of -> of.effectiveFrom();
            case TeamCommand.ReviewCoverage of -> of.on();
            case TeamCommand.EnrolMember of -> of.effectiveFrom();
            case TeamCommand.EndMembership of -> of.lastDay();
            case TeamCommand.SuspendMember of -> of.firstDay();
            case TeamCommand.ResumeMember of -> of.firstDay();
            case TeamCommand.AppointLeader of -> of.effectiveFrom();
            case TeamCommand.RelieveLeader of -> of.effectiveFrom();
            case TeamCommand.AppointDeputy of -> of.effectiveFrom();
            case TeamCommand.RelieveDeputy of -> of.effectiveFrom();
            case TeamCommand.CorrectRenaming of -> of.effectiveFrom();
            case TeamCommand.CorrectCoverage of -> of.effectiveFrom();
            case TeamCommand.CorrectAppointment of -> Objects.requireNonNullElse(of.effectiveFrom(), of.enteredFrom());
            default -> null;
        };
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
            case TeamCommand.EndMembership end ->
                team.lasting(end.member())
                        .filter(period -> !end.lastDay().isBefore(period.first()))
                        .isPresent();
            case TeamCommand.CorrectRenaming right ->
                TeamReferenceModel.redates(team.names, right.enteredFrom(), right.effectiveFrom());
            case TeamCommand.CorrectCoverage right ->
                TeamReferenceModel.redates(team.coverage, right.enteredFrom(), right.effectiveFrom());
            case TeamCommand.CorrectAppointment right -> accepts(right, team);
            case TeamCommand.ConsolidateTeams consolidate -> accepts(consolidate, team);
            case TeamCommand.DissolveTeam dissolve -> !dissolve.lastDay().isBefore(team.lastChange());
            default -> concernsAPerson(command, team);
        };
    }

    /** On each day that the office passes to somebody else for, that one may act and holds no other office. */
    private static boolean accepts(TeamCommand.CorrectAppointment command, TeamReferenceModel team) {
        LocalDate entered = command.enteredFrom();
        LocalDate right = command.effectiveFrom();
        if (right == null) {
            return takesBack(command.office(), entered, team);
        }
        boolean earlier = right.isBefore(entered);
        boolean leads = command.office() == Office.LEADER;
        TeamReferenceModel.Office before = team.of(command.office());
        TeamReferenceModel.Office beside = leads ? team.deputies : team.leaders;
        return before.redated(entered, right)
                .filter(after -> team.wasActive(Objects.requireNonNull(after.appointed(right)), right))
                .filter(after -> (earlier ? right : entered)
                        .datesUntil(earlier ? entered : right)
                        .allMatch(day -> {
                            MemberId holder = after.on(day);
                            boolean relieved = leads && earlier;
                            return holder == null
                                    || (team.wasActive(holder, day) && (relieved || !holder.equals(beside.on(day))));
                        }))
                .isPresent();
    }

    /** Whoever led before and deputises since is in the way, and whoever had to stop since and was appointed again. */
    private static boolean takesBack(Office office, LocalDate entered, TeamReferenceModel team) {
        boolean leads = office == Office.LEADER;
        return team.of(office)
                .without(entered)
                .filter(after -> {
                    MemberId holder = after.on(entered);
                    LocalDate last = team.lastChange();
                    LocalDate afterAll = (last.isAfter(entered) ? last : entered).plusDays(2);
                    List<LocalDate> days = after.until(entered, afterAll).stream()
                            .takeWhile(day -> holder != null && holder.equals(after.on(day)))
                            .toList();
                    if (holder == null || days.isEmpty()) {
                        return true;
                    }
                    boolean stops = days.stream()
                            .anyMatch(day ->
                                    !team.wasActive(holder, day) || (!leads && holder.equals(team.leaders.on(day))));
                    return (!leads || days.stream().noneMatch(day -> holder.equals(team.deputies.on(day))))
                            && (!stops || !after.isAppointedAgain(holder, entered));
                })
                .isPresent();
    }

    private static boolean concernsAPerson(TeamCommand command, TeamReferenceModel team) {
        return switch (command) {
            case TeamCommand.SuspendMember suspend -> mayHold(suspend.member(), suspend.firstDay(), team);
            case TeamCommand.ResumeMember resume ->
                team.of(resume.member())
                        .filter(period ->
                                period.last() == null || !resume.firstDay().isAfter(period.last()))
                        .flatMap(period -> team.lastingSuspension(period).stream())
                        .anyMatch(suspension -> resume.firstDay().isAfter(suspension.first()));
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
        return team.of(member)
                .filter(period -> period.includes(from))
                .anyMatch(period -> team.suspended(period).noneMatch(suspension -> suspension.reaches(from)));
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
