package vn.soto.query.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.Designation;
import vn.soto.query.subject.Designations;
import vn.soto.query.subject.IdKind;

/**
 * The names of teams, with their days. A team lies in the first unit it covers on the day, or on the nearest day on
 * which it covers one.
 */
@Component
record TeamDesignations(Documents documents, Teams teams) implements Designations {

    @Override
    public IdKind kind() {
        return IdKind.TEAM;
    }

    @Override
    public Map<String, Designated> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, TeamNaming> namings = documents.find(TeamNaming.KIND, ids);
        Map<String, Designated> found = new HashMap<>();
        teams.find(ids, asOf).forEach((id, card) -> {
            List<TeamNaming.Naming> known = namings.getOrDefault(id, new TeamNaming(id, List.of(), null))
                    .asOf(asOf);
            if (!known.isEmpty()) {
                found.put(id, designated(known, unit(card.areas(), day)));
            }
        });
        return found;
    }

    private static String unit(List<Area> areas, LocalDate day) {
        Area last = areas.stream()
                .filter(area -> !area.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseGet(areas::getFirst);
        return last.units().getFirst();
    }

    private static Designated designated(List<TeamNaming.Naming> namings, String unit) {
        List<Designation> names = new ArrayList<>();
        for (int i = 0; i < namings.size(); i++) {
            String name = namings.get(i).name();
            LocalDate until = i + 1 < namings.size() ? namings.get(i + 1).from().minusDays(1) : null;
            if (name != null) {
                names.add(new Designation(
                        Designation.Use.NAME, name, namings.get(i).from(), until));
            }
        }
        TeamNaming.Naming last = namings.getLast();
        return new Designated(
                names,
                unit,
                namings.getFirst().from(),
                last.name() == null ? last.from().minusDays(1) : null);
    }
}
