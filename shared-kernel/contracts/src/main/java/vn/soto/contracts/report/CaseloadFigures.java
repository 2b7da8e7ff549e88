package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.DuplicatesChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.TeamId;

/** H02: households that one team is responsible for on a day; also resolves duplicates to their survivors. */
final class CaseloadFigures {

    static final String HOUSEHOLDS = "H02";

    private final TeamId team;
    private final LocalDate day;
    private final SequencedMap<HouseholdId, Long> households = new LinkedHashMap<>();
    private final Map<HouseholdId, HouseholdId> survivors = new HashMap<>();

    CaseloadFigures(TeamId team, LocalDate day) {
        this.team = team;
        this.day = day;
    }

    void on(long position, HouseholdEvent event) {
        switch (event) {
            case HouseholdAssigned assigned -> responsible(position, event, assigned.to(), assigned.effectiveFrom());
            case HouseholdReassigned reassigned ->
                responsible(position, event, reassigned.to(), reassigned.effectiveFrom());
            case HouseholdUnassigned unassigned -> unassigned(unassigned);
            case HouseholdMerged merged -> survivors.put(merged.household(), merged.survivor());
            case HouseholdSeparated separated -> survivors.remove(separated.household());
            case HouseholdFirstHelped helped -> helped(helped);
            case HouseholdRegistered _,
                    HouseholdRelocated _,
                    HouseholdLeft _,
                    HouseholdReturned _,
                    DuplicatesChanged _,
                    RegistrationWithdrawn _ -> {
                // does not change responsibility
            }
        }
    }

    private void responsible(long position, HouseholdEvent event, Responsible to, LocalDate effectiveFrom) {
        if (effectiveFrom.isAfter(day)) {
            return;
        }
        if (to.team().equals(team)) {
            households.putLast(event.household(), position);
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

    /** The survivor of a duplicate; any other household itself. */
    HouseholdId survivor(HouseholdId household) {
        return survivors.getOrDefault(household, household);
    }

    void count(Evidence evidence) {
        households.values().forEach(position -> evidence.count(HOUSEHOLDS, List.of(position)));
    }
}
