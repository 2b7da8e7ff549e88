package vn.soto.query.period;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.link.IdKind;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.Whereabouts;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;

/**
 * Which days quarters have for what an answer is about: those of the authority where it lies on a day, of a team in the units that it
 * covers, of a member in those of its teams. What lies nowhere has those of the topmost unit.
 */
@Component
public final class SubjectPeriods {

    private final Whereabouts whereabouts;
    private final Teams teams;
    private final Units units;
    private final UnitPeriods periods;

    SubjectPeriods(Whereabouts whereabouts, Teams teams, Units units, UnitPeriods periods) {
        this.whereabouts = whereabouts;
        this.teams = teams;
        this.units = units;
        this.periods = periods;
    }

    /**
     * The quarter asked for, or that of a day.
     *
     * @param id empty for what lies nowhere
     */
    public UnitQuarter of(
            IdKind kind, String id, Optional<Quarter> asked, Optional<DaysOfQuarter> choice, LocalDate day, long asOf) {
        return periods.of(area(places(kind, id, day, asOf), asOf), asked, choice, day, asOf);
    }

    private Locations places(IdKind kind, String id, LocalDate day, long asOf) {
        return switch (kind) {
            case UNIT -> id.isEmpty() ? Locations.NONE : Locations.inUnits(List.of(id));
            case TEAM -> Locations.ofTeams(List.of(id));
            default ->
                whereabouts.find(kind, List.of(id), day, asOf).getOrDefault(id, List.of()).stream()
                        .findFirst()
                        .orElse(Locations.NONE);
        };
    }

    private Function<LocalDate, List<String>> area(Locations places, long asOf) {
        if (!places.units().isEmpty()) {
            return on -> List.copyOf(places.units());
        }
        Map<String, TeamCard> cards = teams.find(places.teams(), asOf);
        return cards.isEmpty()
                ? on -> top(on, asOf)
                : on -> cards.values().stream()
                        .flatMap(card -> card.areaOn(on).stream())
                        .toList();
    }

    private List<String> top(LocalDate day, long asOf) {
        return units.top(day, asOf).stream().map(UnitOnDay::id).toList();
    }
}
