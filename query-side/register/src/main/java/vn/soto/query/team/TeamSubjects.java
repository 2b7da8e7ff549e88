package vn.soto.query.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.projection.Documents;
import vn.soto.query.organisation.Supporters;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.Designation;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.Subjects;

/**
 * A team is its own place, and one of the organisations that support it. It has names with their days. It lies in the
 * first unit it covers on the day, or on the nearest day on which it covers one.
 */
@Configuration(proxyBeanMethods = false)
class TeamSubjects {

    @Bean
    static Subjects teamSubjects(Documents documents, Teams teams, Supporters supporters) {
        return Subjects.at(IdKind.TEAM, (ids, day, asOf) -> {
                    Set<String> known = teams.find(ids, asOf).keySet();
                    Map<String, Set<String>> supported = supporters.supporting(known, day, asOf);
                    Map<String, Locations> found = new HashMap<>();
                    known.forEach(id -> found.put(
                            id,
                            Locations.ofTeam(id).and(Locations.ofOrganisations(supported.getOrDefault(id, Set.of())))));
                    return found;
                })
                .named((ids, day, asOf) -> names(documents, teams.find(ids, asOf), day, asOf));
    }

    private static Map<String, Designated> names(
            Documents documents, Map<String, TeamCard> cards, LocalDate day, long asOf) {
        Map<String, TeamNaming> namings = documents.find(TeamNaming.KIND, cards.keySet());
        Map<String, Designated> found = new HashMap<>();
        cards.forEach((id, card) -> {
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
        return last.units().getFirst().value();
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
