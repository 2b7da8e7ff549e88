package vn.soto.query.reorganisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.reorganisation.Action;
import vn.soto.contracts.reorganisation.ReorganisationFile;
import vn.soto.contracts.reorganisation.Row;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.reorganisation.Preview.Unresolved;
import vn.soto.query.unit.HouseholdsByUnit;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;

/** What a file leaves in units that end with several successors or with none. */
final class UnresolvedUnits {

    private final Units units;
    private final HouseholdsByUnit residents;
    private final List<Row> rows;
    private final Map<String, UnitOnDay> known;
    private final LocalDate before;
    private final long asOf;

    UnresolvedUnits(
            Units units,
            HouseholdsByUnit residents,
            ReorganisationFile file,
            Map<String, UnitOnDay> known,
            LocalDate before,
            long asOf) {
        this.units = units;
        this.residents = residents;
        this.rows = file.rows();
        this.known = known;
        this.before = before;
        this.asOf = asOf;
    }

    List<Unresolved> all() {
        Set<String> settled = rows.stream()
                .filter(row -> row.action() == Action.REPARENT || row.action().ends())
                .map(row -> row.unit().value())
                .collect(Collectors.toSet());
        return successors().entrySet().stream()
                .filter(ending -> ending.getValue().size() != 1)
                .flatMap(ending -> left(ending.getKey(), ending.getValue(), settled))
                .toList();
    }

    /** Of each known unit that ends, in the order of the file. */
    private Map<UnitOnDay, List<UnitLine>> successors() {
        Map<UnitOnDay, List<UnitLine>> successors = new LinkedHashMap<>();
        rows.stream().filter(row -> row.action().ends()).forEach(row -> {
            UnitOnDay unit = known.get(row.unit().value());
            if (unit != null) {
                successors.merge(
                        unit,
                        lines(row.successor()),
                        (a, b) ->
                                Stream.concat(a.stream(), b.stream()).distinct().toList());
            }
        });
        return successors;
    }

    private Stream<Unresolved> left(UnitOnDay ending, List<UnitLine> candidates, Set<String> settled) {
        UnitLine in = UnitLine.of(ending);
        if (ending.kind().residential()) {
            long households = residents.count(List.of(ending.id()), asOf);
            return households == 0 ? Stream.empty() : Stream.of(new Unresolved(in, in, candidates, households));
        }
        return units.children(ending.id(), before, asOf).stream()
                .filter(child -> child.inForce() && !settled.contains(child.id()))
                .map(child ->
                        new Unresolved(UnitLine.of(child), in, candidates, residents.count(List.of(child.id()), asOf)));
    }

    /** As it is, or as the file establishes it. */
    private List<UnitLine> lines(@Nullable UnitId unit) {
        if (unit == null) {
            return List.of();
        }
        UnitOnDay there = known.get(unit.value());
        return there != null
                ? List.of(UnitLine.of(there))
                : rows.stream()
                        .filter(row ->
                                row.action() == Action.ESTABLISH && row.unit().equals(unit))
                        .map(row -> new UnitLine(
                                unit.value(),
                                Objects.requireNonNull(row.kind()),
                                Objects.requireNonNull(row.name()),
                                row.officialCode()))
                        .toList();
    }
}
