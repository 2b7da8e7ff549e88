package vn.soto.contracts.recognition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.ChargeChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdCounted;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** The member and team responsible for each household from each day on, and the survivor of each duplicate. Mutable. */
final class RoundHouseholds {

    private final Set<TeamId> teams;
    private final Map<HouseholdId, DayHistory<Optional<Responsible>>> charges = new HashMap<>();
    private final Map<HouseholdId, HouseholdId> survivors = new HashMap<>();

    /** @param teams whose events are folded */
    RoundHouseholds(Set<TeamId> teams) {
        this.teams = teams;
    }

    /** Numbers of households for which somebody is responsible. */
    record Assigned(Map<MemberId, Integer> members, Map<TeamId, Integer> teams) {

        int of(Candidate candidate) {
            return candidate
                    .member()
                    .map(member -> members.getOrDefault(member, 0))
                    .orElseGet(() -> candidate
                            .team()
                            .map(team -> teams.getOrDefault(team, 0))
                            .orElse(0));
        }
    }

    void on(HouseholdCounted event) {
        switch (event) {
            case ChargeChanged change -> add(event, change.effectiveFrom(), change.to());
            case AssignmentCorrected corrected -> correct(corrected);
            case RelocationWithdrawn withdrawn -> goOn(withdrawn);
            case HouseholdMerged merged -> survivors.put(merged.household(), merged.survivor());
            case HouseholdSeparated separated -> survivors.remove(separated.household());
            case HouseholdFirstHelped helped -> {
                if (helped.survivor() != null) {
                    survivors.put(helped.household(), helped.survivor());
                }
            }
        }
    }

    private void add(HouseholdCounted event, LocalDate from, @Nullable Responsible to) {
        of(event).put(from, Optional.ofNullable(to));
    }

    private DayHistory<Optional<Responsible>> of(HouseholdCounted event) {
        return charges.computeIfAbsent(event.household(), h -> new DayHistory<>());
    }

    /** Every change to one of the teams is known, so another such event is told to others only. */
    private void correct(AssignmentCorrected event) {
        boolean known = event.to() != null && teams.contains(event.to().team());
        if (!of(event).move(event.enteredFrom(), event.effectiveFrom(), event.meant(), charge -> charge) && !known) {
            of(event).putMoved(event.enteredFrom(), event.effectiveFrom(), Optional.ofNullable(event.to()));
        }
    }

    /** An end after which others came on its day, of whom nothing is known here, stays in their place. */
    private void goOn(RelocationWithdrawn event) {
        boolean known = event.endedAgain().isEmpty()
                || of(event).at(event.enteredFrom()).flatMap(last -> last).isPresent();
        if (!event.responsible().isEmpty() && known) {
            of(event).remove(event.enteredFrom(), event.meantEnd());
        }
    }

    /** The household itself unless it is a duplicate. */
    HouseholdId survivor(HouseholdId household) {
        return survivors.getOrDefault(household, household);
    }

    /** The last change of each household up to the day counts. */
    Assigned assigned(LocalDate day) {
        Assigned assigned = new Assigned(new HashMap<>(), new HashMap<>());
        charges.values()
                .forEach(known -> known.at(day).flatMap(charge -> charge).ifPresent(to -> {
                    assigned.members.merge(to.member(), 1, Integer::sum);
                    assigned.teams.merge(to.team(), 1, Integer::sum);
                }));
        return assigned;
    }
}
