package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.Scope;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;

/** The teams in the area of the reader of the answer being made: the own team, or those of a unit up to a commune. */
@Component
record OwnTeams(Teams teams, Units units) {

    /** Teams that are looked through: those of a commune. */
    private static final int MOST = 60;

    List<String> teams(LocalDate day, long asOf) {
        List<String> all = own(day, asOf).distinct().limit(MOST).toList();
        return List.copyOf(Reader.current().reached(EndpointRight.SUPPORT, IdKind.TEAM, all));
    }

    /** The same, and all teams for a reader of the whole. */
    List<String> reached(LocalDate day, long asOf) {
        return Reader.current().everywhere(EndpointRight.SUPPORT)
                ? teams.covering(units.within(Units.root(), day, asOf), asOf, day).values().stream()
                        .flatMap(each -> each.stream())
                        .distinct()
                        .toList()
                : teams(day, asOf);
    }

    private Stream<String> own(LocalDate day, long asOf) {
        return Reader.current().giving(EndpointRight.SUPPORT).stream().flatMap(right -> switch (right.scope()) {
            case Scope.OfTeam(var id) -> Stream.of(id.value());
            case Scope.InUnit(var unit) ->
                teams.covering(units.within(unit.value(), day, asOf), asOf, day).values().stream()
                        .flatMap(each -> each.stream());
            case Scope.Everywhere _, Scope.OfOrganisation _ -> Stream.empty();
        });
    }
}
