package vn.soto.query.team;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Stamped;

/**
 * The state of a team after an event.
 *
 * @param position    position of that event
 * @param commit      commit of that event
 * @param areas       units it covers, oldest decision first
 * @param dissolution end of the team; absent while the team exists
 */
public record TeamCard(
        long position,
        long commit,
        TeamProfile profile,
        List<Area> areas,
        List<MembershipState> members,
        Offices offices,
        Flags flags,
        @Nullable Dissolution dissolution)
        implements Stamped {

    static TeamCard of(TeamFormed event, long position, long commit) {
        return new TeamCard(
                position,
                commit,
                TeamProfile.of(event),
                List.of(Area.of(event.effectiveFrom(), event.coverage(), event.foundingDecision())),
                MembershipState.begunBy(event),
                new Offices(event.leader(), event.effectiveFrom(), null, null),
                Flags.NONE,
                null);
    }

    public String name() {
        return profile.name();
    }

    public TeamLevel level() {
        return profile.level();
    }

    /** Absent while the team exists. */
    public @Nullable LocalDate lastDay() {
        return dissolution == null ? null : dissolution.lastDay();
    }

    /** The units it covers by the latest decision. */
    public List<UnitId> coverage() {
        return dissolution == null && !areas.isEmpty() ? areas.getLast().units() : List.of();
    }

    /** The units that it covered on that day, or on its last; before its first what it began with. */
    public List<String> areaOn(LocalDate day) {
        return areaAt(day).units().stream().map(UnitId::value).toList();
    }

    private Area areaAt(LocalDate day) {
        LocalDate there = dissolution == null || day.isBefore(dissolution.lastDay()) ? day : dissolution.lastDay();
        for (int i = areas.size() - 1; i > 0; i--) {
            if (!areas.get(i).from().isAfter(there)) {
                return areas.get(i);
            }
        }
        return areas.getFirst();
    }

    /** The last day of each of its areas, up to a day; the first area is also that of all days before. */
    Stream<LocalDate> lastDaysOfAreas(LocalDate until) {
        LocalDate end = Stream.concat(Stream.of(until), Stream.ofNullable(lastDay()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Stream<LocalDate> before =
                areas.stream().skip(1).map(area -> area.from().minusDays(1)).filter(day -> day.isBefore(end));
        return Stream.concat(before, Stream.of(end));
    }

    public boolean existedOn(LocalDate day) {
        return !profile.effectiveFrom().isAfter(day)
                && (dissolution == null || !dissolution.lastDay().isBefore(day));
    }

    /** Members who can act on that day: as T02 of the team's report counts them. */
    public Set<MemberId> membersOn(LocalDate day) {
        return members.stream()
                .filter(member -> member.isActiveOn(day))
                .map(MembershipState::member)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Members who are suspended on that day. */
    public Set<MemberId> suspendedOn(LocalDate day) {
        return members.stream()
                .filter(member -> member.includes(day) && member.isSuspendedOn(day))
                .map(MembershipState::member)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean understaffedOn(LocalDate day) {
        LocalDate since = flags.understaffed();
        return since != null && !since.isAfter(day);
    }

    public boolean leaderlessOn(LocalDate day) {
        return offices.leader() == null && !offices.leaderSince().isAfter(day);
    }

    TeamCard at(long newPosition, long newCommit) {
        return new TeamCard(newPosition, newCommit, profile, areas, members, offices, flags, dissolution);
    }

    TeamCard with(TeamProfile changed) {
        return new TeamCard(position, commit, changed, areas, members, offices, flags, dissolution);
    }

    TeamCard with(Offices changed) {
        return new TeamCard(position, commit, profile, areas, members, changed, flags, dissolution);
    }

    TeamCard with(Flags changed) {
        return new TeamCard(position, commit, profile, areas, members, offices, changed, dissolution);
    }

    TeamCard with(@Nullable Dissolution end) {
        return new TeamCard(position, commit, profile, areas, members, offices, flags, end);
    }

    /** The card after a dissolution, without leader, deputy and flags. */
    TeamCard dissolved(Dissolution end) {
        Offices left = new Offices(null, end.lastDay().plusDays(1), null, null);
        return new TeamCard(position, commit, profile, areas, members, left, Flags.NONE, end);
    }

    /** The card with another founding decision, which also decided on the first area. */
    TeamCard founded(Instrument decision) {
        Area first = areas.getFirst();
        List<Area> decided = Stream.concat(
                        Stream.of(new Area(first.from(), first.units(), decision)),
                        areas.stream().skip(1))
                .toList();
        return new TeamCard(position, commit, profile.founded(decision), decided, members, offices, flags, dissolution);
    }

    TeamCard covering(Area area) {
        return covering(Stream.concat(areas.stream(), Stream.of(area)));
    }

    /** The card with the right day of a change of coverage, without those of the same day that it took the place of. */
    TeamCard corrected(CoverageCorrected right) {
        DayHistory<Area> decided = DayHistory.of(areas.stream(), (area, history) -> history.put(area.from(), area));
        decided.moveLast(
                right.enteredFrom(),
                right.effectiveFrom(),
                area -> new Area(right.effectiveFrom(), area.units(), area.decision()));
        return covering(decided.list((from, area) -> area).stream());
    }

    private TeamCard covering(Stream<Area> decided) {
        List<Area> inOrder = decided.sorted(Comparator.comparing(Area::from)).toList();
        return new TeamCard(position, commit, profile, inOrder, members, offices, flags, dissolution);
    }

    /** The card of a dissolved team with the right last day; without one it goes on with the offices and flags that it had. */
    TeamCard endedOn(@Nullable LocalDate last) {
        Dissolution end = Objects.requireNonNull(dissolution);
        if (last != null) {
            return dissolved(end.on(last));
        }
        Offices again = Objects.requireNonNullElse(end.offices(), offices);
        Flags flagged = Objects.requireNonNullElse(end.flags(), flags);
        return new TeamCard(position, commit, profile, areas, members, again, flagged, null);
    }

    /** Whether it covers the unit on that day. */
    boolean covers(String unit, LocalDate day) {
        return existedOn(day) && isIn(areaAt(day), unit);
    }

    /** The first day on which it covers the unit. */
    Optional<LocalDate> firstDayIn(String unit) {
        return areas.stream().map(Area::from).filter(day -> covers(unit, day)).findFirst();
    }

    private static boolean isIn(Area area, String unit) {
        for (UnitId each : area.units()) {
            if (each.value().equals(unit)) {
                return true;
            }
        }
        return false;
    }

    /** The card with the memberships after an event. */
    TeamCard rostered(TeamEvent event) {
        boolean known = !MembershipState.begunBy(event).isEmpty()
                || members.stream().anyMatch(membership -> membership.isChangedBy(event));
        if (!known) {
            throw new IllegalStateException("team has no such membership: " + event);
        }
        return new TeamCard(
                position, commit, profile, areas, MembershipState.after(event, members), offices, flags, dissolution);
    }

    /** Corrects the flag of the leader: with a corrected origin the leader may be the head of the neighbourhood. */
    TeamCard ledByAsCorrected(MembershipCorrected event) {
        boolean head = event.member().equals(offices.leader())
                && event.lastDay() == null
                && event.organisation() == MemberOrigin.NEIGHBOURHOOD_HEAD;
        return with(head ? flags.ledByAnother(null) : flags);
    }

    TeamCard with(List<MembershipState> changed) {
        return new TeamCard(position, commit, profile, areas, changed, offices, flags, dissolution);
    }

    /** The card of a team that has not begun: what its decision says, and nothing yet in effect. */
    TeamCard planned() {
        Offices none = new Offices(null, profile.effectiveFrom(), null, null);
        return new TeamCard(position, commit, profile, List.of(), List.of(), none, Flags.NONE, null);
    }
}
