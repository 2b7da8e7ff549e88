package vn.soto.query.team;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * The teams that cover or covered a residential unit.
 *
 * @param id   the unit
 * @param rows decisions by position; of those about a team that of the latest day holds, of a day the last
 */
public record Coverage(@BsonId String id, List<TeamCoverage> rows) implements ReadModel {

    static final DocumentType<Coverage> KIND = new DocumentType<>("coverage", Coverage.class);

    /** More than the days on which a team changes. */
    private static final long MOST_PARTS = 1_000;

    /**
     * A decision about a team and the unit.
     *
     * @param part   number among those of its event; absent in a document of an earlier version
     * @param since  first day of the decision
     * @param covers whether the team covers the unit from then on
     */
    public record TeamCoverage(
            long position,
            long commit,
            @Nullable Integer part,
            TeamId team,
            TeamLevel level,
            LocalDate since,
            boolean covers) {

        private long order() {
            return position * MOST_PARTS + (part == null ? 0 : part);
        }
    }

    static Coverage of(String unit) {
        return new Coverage(unit, List.of());
    }

    Coverage with(TeamCoverage row) {
        return new Coverage(id, VersionedRows.with(rows, row, TeamCoverage::order));
    }

    /** The days for which something was ever said of a team; what is said again holds only where it is said of these, too. */
    Stream<LocalDate> days(String team) {
        return rows.stream().filter(row -> row.team.value().equals(team)).map(TeamCoverage::since);
    }

    /** The teams that covered the unit on any day, by what was known at a commit. */
    Stream<String> ever(long commit) {
        return rows.stream()
                .filter(row -> row.commit <= commit && row.covers)
                .map(TeamCoverage::team)
                .map(TeamId::value);
    }

    /** The ids of the teams that covered the unit on a day, in the order of their arrival. */
    Set<String> teams(long commit, LocalDate day) {
        if (rows.size() == 1) {
            TeamCoverage only = rows.getFirst();
            return only.covers && only.commit <= commit && !only.since.isAfter(day)
                    ? Set.of(only.team.value())
                    : Set.of();
        }
        return asOf(commit, day).map(each -> each.team().value()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The teams that covered the unit on a day, in the order of their arrival. */
    Stream<TeamCoverage> asOf(long commit, LocalDate day) {
        Map<String, TeamCoverage> byTeam = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.commit <= commit && !row.since.isAfter(day))
                .sorted(Comparator.comparing(TeamCoverage::since))
                .forEach(row -> byTeam.put(row.team.value(), row));
        return byTeam.values().stream().filter(TeamCoverage::covers);
    }
}
