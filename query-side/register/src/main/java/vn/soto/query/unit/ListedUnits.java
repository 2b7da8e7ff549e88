package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.link.RefusedQueries;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/**
 * The units whose households, or businesses, make up the list of a unit. For a residential unit they are itself and the
 * units that became part of it, for a commune the same of its residential units. The answer for a larger unit, or for
 * one that has become part of others, names the units to ask, instead of an empty list. A reader who reaches some of
 * them only gets theirs.
 */
@Component
public record ListedUnits(Units units, EndedUnitLists ended) implements RefusedQueries {

    private static final Set<String> LISTS = Set.of("/api/units/{unit}/households", "/api/units/{unit}/businesses");

    /** A residential unit adds up nothing: its teams report. */
    private static final Set<String> ADDED_UP = Set.of("/api/units/{unit}/reports/{quarter}");

    /** They have what the unit had in quarters before its end. */
    private static final Set<String> OF_QUARTERS = Set.of(
            "/api/units/{unit}/outreach",
            "/api/units/{unit}/trainings",
            "/api/units/{unit}/findings",
            "/api/units/{unit}/targets",
            "/api/units/{unit}/reports");

    /**
     * Throws the problem of an absent unit, of a unit above communes, or of a unit that has become part of others.
     *
     * @param question of the list
     */
    public List<String> of(String question, String unit, LocalDate day, long asOf) {
        ended.check(question, unit, day, asOf);
        return of(unit, day, asOf);
    }

    private List<String> of(String unit, LocalDate day, long asOf) {
        UnitOnDay asked = units.find(unit, day, asOf).orElseThrow(() -> QueryProblemException.absent("unit", unit));
        if (isAboveCommunes(asked)) {
            throw units.askSuccessors(asked, day, asOf)
                    .orElseGet(() -> QueryProblemException.askBelow(
                            asked.name(),
                            Units.answering(units.children(unit, day, asOf).stream()
                                    .filter(child -> !child.gone())
                                    .toList())));
        }
        List<String> listed = units.listed(unit, day, asOf);
        if (listed.isEmpty()) {
            units.lead(asked, day, asOf);
        }
        Set<String> seen = Reader.current().rows(EndpointRight.RECORDS, unit, IdKind.UNIT, listed);
        return listed.stream().filter(seen::contains).toList();
    }

    @Override
    public IdKind kind() {
        return IdKind.UNIT;
    }

    @Override
    public Set<String> about(String id, LocalDate day, long asOf) {
        Optional<UnitOnDay> unit = units.find(id, day, asOf);
        boolean ended =
                unit.flatMap(found -> units.askSuccessors(found, day, asOf)).isPresent();
        boolean listed = unit.filter(found -> !isAboveCommunes(found)).isPresent()
                && (!ended || !units.listed(id, day, asOf).isEmpty());
        boolean residential = unit.filter(found -> found.kind().residential()).isPresent();
        Set<String> refused = new HashSet<>(ended ? OF_QUARTERS : Set.of());
        refused.addAll(listed ? Set.of() : LISTS);
        refused.addAll(residential ? ADDED_UP : Set.of());
        return refused;
    }

    private static boolean isAboveCommunes(UnitOnDay unit) {
        return !unit.kind().residential() && !UnitKind.HAMLET.liesIn(unit.kind());
    }
}
