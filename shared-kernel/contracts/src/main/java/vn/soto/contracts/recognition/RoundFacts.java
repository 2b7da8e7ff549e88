package vn.soto.contracts.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCredited;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.household.HouseholdEvent.HouseholdCounted;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamCounted;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;
import vn.soto.contracts.training.TrainingId;

/**
 * The facts about some teams that a round scores, folded from the ledger in order. The same events make the same
 * scores. These are the events of {@link #READ} with the tag of one of the teams, up to a commit, in ledger order, each
 * once. Mutable; not thread-safe.
 */
public final class RoundFacts {

    /** Events of these kinds that have the tag of a team. */
    public static final List<Class<? extends ProductEvent>> READ = List.of(
            TeamCounted.class,
            HouseholdCounted.class,
            AssistanceCounted.class,
            AssistanceCredited.class,
            AttendanceStated.class,
            QuarterlyReportSubmitted.class);

    private final Set<TeamId> teams;
    private final Map<TeamId, List<MembershipState>> members = new TreeMap<>();
    private final Map<TeamId, LocalDate> formed = new HashMap<>();
    private final Map<TeamId, LocalDate> dissolved = new HashMap<>();
    private final RoundHouseholds households;
    private final Map<AssistanceId, HelpRecord> help = new TreeMap<>();
    private final Map<TrainingId, Training> trainings = new TreeMap<>();
    private final Map<TeamId, Map<Quarter, Boolean>> inTime = new HashMap<>();

    public RoundFacts(List<TeamId> teams) {
        this.teams = Set.copyOf(teams);
        this.households = new RoundHouseholds(this.teams);
    }

    /** A training as last stated. */
    record Training(Attendance attendance, List<Long> positions) {

        private Training now(Training next) {
            return new Training(
                    next.attendance,
                    Stream.concat(positions.stream(), next.positions.stream()).toList());
        }
    }

    /** Whether events of this class count if they have the tag of a team. */
    public static boolean reads(Class<?> event) {
        return READ.stream().anyMatch(read -> read.isAssignableFrom(event));
    }

    public void on(long position, DomainEvent event) {
        switch (event) {
            case TeamEvent of when teams.contains(of.team()) -> on(of);
            case HouseholdCounted of -> households.on(of);
            case AssistanceCounted of -> on(position, of);
            case AssistanceCredited of -> on(position, of);
            case AttendanceStated of ->
                trainings.merge(of.training(), new Training(of.attendance(), List.of(position)), Training::now);
            case QuarterlyReportSubmitted of
            when teams.contains(of.team()) ->
                inTime.computeIfAbsent(of.team(), t -> new HashMap<>()).putIfAbsent(of.quarter(), !of.late());
            default -> {
                // no part of a score
            }
        }
    }

    private void on(TeamEvent event) {
        members.put(event.team(), MembershipState.after(event, members.getOrDefault(event.team(), List.of())));
        if (event instanceof TeamFormed founding) {
            formed.put(event.team(), founding.effectiveFrom());
        } else if (event instanceof TeamDissolved end) {
            dissolved.put(event.team(), end.lastDay());
        } else if (event instanceof DissolutionCorrected right) {
            dissolved.compute(event.team(), (team, before) -> right.lastDay());
        }
    }

    /** Of a record of another team in which somebody helped along, only what it first said is read. */
    private void on(long position, AssistanceEvent event) {
        boolean own = teams.contains(event.team());
        if (event instanceof AssistanceRecorded) {
            help.putIfAbsent(event.assistance(), HelpRecord.first(position, event, own));
        } else if (own) {
            help.computeIfPresent(event.assistance(), (id, record) -> record.after(position, event));
        }
    }

    List<HelpRecord> help() {
        return help.values().stream()
                .sorted(Comparator.comparing(HelpRecord::day).thenComparingLong(HelpRecord::first))
                .toList();
    }

    HouseholdId survivor(HouseholdId household) {
        return households.survivor(household);
    }

    /** The number of households that each member and each team is responsible for on a day. */
    RoundHouseholds.Assigned assigned(LocalDate day) {
        return households.assigned(day);
    }

    List<Training> trainings() {
        return trainings.values().stream()
                .sorted(Comparator.comparing((Training each) -> each.attendance.on())
                        .thenComparingLong(each -> each.positions.getFirst()))
                .toList();
    }

    /** The memberships of each person, by team. */
    Map<MemberId, Map<TeamId, List<MembershipState>>> memberships() {
        Map<MemberId, Map<TeamId, List<MembershipState>>> found = new HashMap<>();
        members.forEach((team, memberships) ->
                memberships.forEach(each -> found.computeIfAbsent(each.member(), member -> new TreeMap<>())
                        .computeIfAbsent(team, t -> new ArrayList<>())
                        .add(each)));
        return found;
    }

    List<MembershipState> memberships(TeamId team) {
        return members.getOrDefault(team, List.of());
    }

    Optional<LocalDate> formed(TeamId team) {
        return Optional.ofNullable(formed.get(team));
    }

    Optional<LocalDate> dissolved(TeamId team) {
        return Optional.ofNullable(dissolved.get(team));
    }

    boolean reportedInTime(TeamId team, Quarter quarter) {
        return inTime.getOrDefault(team, Map.of()).getOrDefault(quarter, false);
    }

    /** Everybody whose membership has a day of the period, or every team that has one. */
    List<Candidate> candidates(RoundScope scope) {
        Stream<Candidate> found = scope.kind() == RoundKind.INDIVIDUAL
                ? members.values().stream()
                        .flatMap(List::stream)
                        .filter(each -> overlaps(scope, each.from(), Optional.ofNullable(each.until())))
                        .map(each -> Candidate.of(each.member()))
                : formed.entrySet().stream()
                        .filter(team -> overlaps(scope, team.getValue(), dissolved(team.getKey())))
                        .map(team -> Candidate.of(team.getKey()));
        return found.distinct().sorted().toList();
    }

    private static boolean overlaps(RoundScope scope, LocalDate from, Optional<LocalDate> until) {
        return !from.isAfter(scope.lastDay())
                && until.filter(last -> last.isBefore(scope.firstDay())).isEmpty();
    }
}
