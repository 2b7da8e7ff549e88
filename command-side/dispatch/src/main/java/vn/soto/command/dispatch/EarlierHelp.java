package vn.soto.command.dispatch;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.axon.PastEvent;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.DayCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DayHistory.Meant;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.Warning;
import vn.soto.ledger.Commit;

/**
 * Finds in earlier commits whether the household or business of one statement of help had left, or has this help
 * already.
 */
final class EarlierHelp {

    private final PastEvents past;
    private final Commit commit;
    private final AssistanceId id;

    /** Commits of this record: what they state, its state says. */
    private final Set<Long> own;

    private final AssistanceState help;
    private final @Nullable HouseholdId household;
    private final @Nullable String helped;
    private final TeamIndex teams;

    /** Another record of help. */
    private record Other(AssistanceId id, AssistanceState help) {}

    /** @throws NotReadYetException if the commits before are not listed yet */
    EarlierHelp(TeamIndex teams, PastEvents past, Commit commit, AssistanceStated stated) {
        this.teams = teams;
        this.past = past;
        this.commit = commit;
        this.id = stated.assistance();
        if (stated instanceof AssistanceRecorded) {
            this.own = Set.of();
            this.help = AssistanceState.first(stated);
        } else {
            List<PastEvent> events = past.of(id.value(), commit.number());
            this.own = events.stream().map(PastEvent::commit).collect(Collectors.toUnmodifiableSet());
            this.help = state(events);
        }
        this.household = help.beneficiary().household();
        this.helped = help.beneficiary().tag();
        if (helped != null) {
            var _ = teams.upTo(commit.number());
        }
    }

    private static AssistanceState state(List<PastEvent> stream) {
        List<AssistanceEvent> events = stream.stream()
                .map(PastEvent::event)
                .filter(AssistanceEvent.class::isInstance)
                .map(AssistanceEvent.class::cast)
                .toList();
        AssistanceState state = AssistanceState.first(events.getFirst());
        for (AssistanceEvent event : events.subList(1, events.size())) {
            state = state.after(event);
        }
        return state;
    }

    /** The household had left by the day of the help, and had not returned. */
    Optional<Warning> departed() {
        if (household == null) {
            return Optional.empty();
        }
        DayHistory<HouseholdEvent> turns = new DayHistory<>();
        for (DomainEvent event : teams.beneficiaryHelp().absences(Beneficiary.tag(household), commit.number(), own)) {
            if (event instanceof HouseholdEvent of && of.household().equals(household)) {
                turn(of, turns);
            }
        }
        return turns.at(help.day())
                .filter(HouseholdLeft.class::isInstance)
                .map(left -> new Warning(
                        Flag.Code.HELPED_HOUSEHOLD_HAD_LEFT, List.of(turns.lastDayUntil(help.day()), help.day())));
    }

    private static void turn(HouseholdEvent event, DayHistory<HouseholdEvent> turns) {
        switch (event) {
            case HouseholdLeft gone -> turns.put(gone.effectiveFrom(), gone);
            case HouseholdReturned back -> turns.put(back.effectiveFrom(), back);
            case DayCorrected right ->
                turns.move(right.enteredFrom(), right.effectiveFrom(), Meant.by(right::isAbout), turn -> turn);
            default -> {
                // it stays
            }
        }
    }

    /**
     * The same service on that day stands in an earlier record: of the same member in whichever team, or else of another team.
     *
     * @param names of teams
     */
    Optional<Warning> repeated(Function<TeamId, String> names) {
        if (helped == null) {
            return Optional.empty();
        }
        TeamId another = null;
        for (Other other : (Iterable<Other>) onThatDay(helped)::iterator) {
            AssistanceState state = other.help;
            if (isTheSame(state)) {
                if (!Collections.disjoint(state.members(), help.members())) {
                    return Optional.of(
                            new Warning(Flag.Code.HELP_IS_RECORDED_ALREADY, List.of(other.id.value(), help.day())));
                }
                another = another == null && !state.team().equals(help.team()) ? state.team() : another;
            }
        }
        return Optional.ofNullable(another)
                .map(team -> new Warning(
                        Flag.Code.HELP_IS_RECORDED_BY_ANOTHER_TEAM,
                        List.of(team.value(), names.apply(team), help.day())));
    }

    /** Earlier records of which a statement says that day; a later one may say otherwise, so {@link #isTheSame} decides. */
    private Stream<Other> onThatDay(String beneficiary) {
        Stream<AssistanceStated> stated = teams.beneficiaryHelp()
                .on(help.day(), beneficiary, commit.number(), own)
                .filter(other -> VietnamTime.day(other.happenedOn()).equals(help.day()))
                .filter(other -> !other.assistance().equals(id));
        return teams.beneficiaryHelp().isChanged(beneficiary)
                ? stated.map(AssistanceStated::assistance)
                        .distinct()
                        .map(other -> new Other(other, state(past.of(other.value(), commit.number() - 1))))
                : stated.filter(AssistanceRecorded.class::isInstance)
                        .map(other -> new Other(other.assistance(), AssistanceState.first(other)));
    }

    private boolean isTheSame(AssistanceState other) {
        return !other.voided()
                && Objects.equals(other.beneficiary().tag(), helped)
                && other.day().equals(help.day())
                && !Collections.disjoint(
                        other.content().services(), help.content().services());
    }
}
