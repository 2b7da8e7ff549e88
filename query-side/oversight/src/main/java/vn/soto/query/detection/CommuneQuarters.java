package vn.soto.query.detection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;
import vn.soto.query.team.TeamsOfQuarter;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;

/** Finds the communes in which teams work, and what is recorded there, whoever asks. */
@Component
record CommuneQuarters(Traces traces, Teams teams, TeamsOfQuarter working, Units units) {

    /** Of each team what its commune has recorded; of a team whose area lies in no commune what it has recorded itself. */
    Map<String, CommuneQuarter> of(Collection<String> asked, QuarterDays days, long asOf) {
        Map<String, TeamQuarter> read = new HashMap<>();
        Map<String, CommuneQuarter> communes = new HashMap<>();
        Map<String, CommuneQuarter> found = new TreeMap<>();
        teams.find(asked, asOf)
                .forEach((team, card) -> found.put(
                        team,
                        commune(card, days.lastDay(), asOf)
                                .map(commune -> communes.computeIfAbsent(
                                        commune, id -> quarter(teamsIn(id, days, asOf), days, asOf, read)))
                                .filter(commune -> commune.team(team).isPresent())
                                .orElseGet(() -> quarter(Set.of(team), days, asOf, read))));
        return found;
    }

    private Set<String> teamsIn(String commune, QuarterDays days, long asOf) {
        return new TreeSet<>(
                working.of(commune, days, days.lastDay(), asOf).teams().keySet());
    }

    private CommuneQuarter quarter(Set<String> of, QuarterDays days, long asOf, Map<String, TeamQuarter> read) {
        return new CommuneQuarter(of.stream()
                .map(team -> read.computeIfAbsent(team, id -> traces.of(id, days, asOf)))
                .toList());
    }

    private Optional<String> commune(TeamCard card, LocalDate day, long asOf) {
        List<String> area = card.areaOn(day);
        UnitLineage lineage = units.lineage(area, day, asOf);
        return area.stream()
                .sorted()
                .flatMap(unit -> commune(lineage.of(new UnitId(unit)).unit(), lineage, day, asOf).stream())
                .findFirst();
    }

    private Optional<String> commune(UnitId unit, UnitLineage lineage, LocalDate day, long asOf) {
        Optional<UnitOnDay> known = units.find(unit.value(), day, asOf);
        return known.filter(found -> found.kind().communal())
                .map(UnitOnDay::id)
                .or(() -> known.map(UnitOnDay::parent)
                        .map(parent -> lineage.of(new UnitId(parent)).unit().value()));
    }
}
