package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdCounted;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * H02: households one team is responsible for on a day, from version 3 on only those whose responsible member can act on that
 * day; and for which household a duplicate stands.
 */
final class CaseloadFigures {

    static final String HOUSEHOLDS = "H02";

    private final TeamId team;
    private final LocalDate day;
    private final SequencedMap<HouseholdId, Charge> households = new LinkedHashMap<>();
    private final Map<HouseholdId, HouseholdId> survivors = new HashMap<>();

    /** @param position of the event that made the member responsible */
    private record Charge(long position, MemberId member) {}

    CaseloadFigures(TeamId team, LocalDate day) {
        this.team = team;
        this.day = day;
    }

    void on(long position, HouseholdCounted event) {
        switch (event) {
            case HouseholdAssigned assigned -> responsible(position, event, assigned.to(), assigned.effectiveFrom());
            case HouseholdReassigned reassigned ->
                responsible(position, event, reassigned.to(), reassigned.effectiveFrom());
            case HouseholdUnassigned unassigned -> unassigned(unassigned);
            case HouseholdMerged merged -> survivors.put(merged.household(), merged.survivor());
            case HouseholdSeparated separated -> survivors.remove(separated.household());
            case HouseholdFirstHelped helped -> helped(helped);
        }
    }

    private void responsible(long position, HouseholdCounted event, Responsible to, LocalDate effectiveFrom) {
        if (effectiveFrom.isAfter(day)) {
            return;
        }
        if (to.team().equals(team)) {
            households.putLast(event.household(), new Charge(position, to.member()));
        } else {
            households.remove(event.household());
        }
    }

    private void unassigned(HouseholdUnassigned event) {
        if (!event.effectiveFrom().isAfter(day)) {
            households.remove(event.household());
        }
    }

    private void helped(HouseholdFirstHelped event) {
        HouseholdId survivor = event.survivor();
        if (survivor != null) {
            survivors.put(event.household(), survivor);
        }
    }

    /** The household itself unless it is a duplicate. */
    HouseholdId survivor(HouseholdId household) {
        return survivors.getOrDefault(household, household);
    }

    /** @param acts whether somebody can act for the team on the day */
    void count(Predicate<MemberId> acts, Evidence evidence) {
        households.values().stream()
                .filter(charge -> acts.test(charge.member))
                .forEach(charge -> evidence.count(HOUSEHOLDS, List.of(charge.position)));
    }
}
