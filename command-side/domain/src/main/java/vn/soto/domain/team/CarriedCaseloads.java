package vn.soto.domain.team;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Caseloads.Charge;
import vn.soto.domain.unit.Unit;

/**
 * The households of the members of absorbed teams: who is a member of the team that goes on stays responsible for those
 * that it covers. A member who leaves households without anybody responsible is flagged.
 *
 * @param team that goes on
 */
record CarriedCaseloads(Team team, TeamId id, LocalDate from, MovableCaseloads caseloads) {

    /**
     * Most events of households in one consolidation: a commit has at most 4,000. Those of further members are handed over.
     */
    static final int MOST = 3_800;

    void of(Consolidation plan, ReadOnlyAggregates consulted, CoWrittenAggregates alsoWritten) {
        UnitLineage lineage = Unit.lineage(from, consulted);
        Map<Responsible, List<Charge>> held = plan.absorbed().stream()
                .flatMap(absorbed -> caseloads.from(absorbed, from).stream())
                .collect(Collectors.groupingBy(Charge::responsible));
        Set<MemberId> staying = new HashSet<>();
        Map<TeamId, Map<HouseholdId, List<Optional<Responsible>>>> coming = plan.absorbed().stream()
                .collect(Collectors.toMap(absorbed -> absorbed, absorbed -> caseloads.coming(absorbed, from)));
        long events = 0;
        for (Responsible before : plan.staying()) {
            List<Charge> charges = held.getOrDefault(before, List.of());
            List<Charge> within = charges.stream()
                    .filter(charge -> team.covers(charge.unit(), from, lineage))
                    .toList();
            events += events(within, coming.getOrDefault(before.team(), Map.of()));
            if (events <= MOST) {
                // Read for the commit to be guarded: an assignment meanwhile changes it.
                var _ = Caseload.households(before.member(), consulted);
                Responsible to = new Responsible(id, before.member());
                within.forEach(charge -> caseloads.carryOver(charge.household(), before, to, from));
                if (within.size() == charges.size()) {
                    staying.add(before.member());
                }
            }
        }
        plan.leavers().forEach((member, of) -> {
            if (!staying.contains(member)) {
                Caseload.flagLeftBehind(member, of, from, caseloads, consulted, alsoWritten);
            }
        });
    }

    /** At most so many events carry these over: one for each time that somebody is responsible, and one for what follows it. */
    static long events(List<Charge> charges, Map<HouseholdId, List<Optional<Responsible>>> coming) {
        return charges.stream()
                .mapToLong(charge -> events(charge, coming.getOrDefault(charge.household(), List.of())))
                .sum();
    }

    private static long events(Charge charge, List<Optional<Responsible>> coming) {
        Optional<Responsible> who = Optional.of(charge.responsible());
        boolean stays = !coming.isEmpty() && coming.getLast().equals(who);
        return 2L * Collections.frequency(coming, who) - (stays ? 1 : 0);
    }
}
