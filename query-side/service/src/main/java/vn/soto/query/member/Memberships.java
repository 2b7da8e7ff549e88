package vn.soto.query.member;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * One person in all teams.
 *
 * @param id   the person
 * @param rows each membership after each event, by position; a later one of a membership replaces the earlier
 */
public record Memberships(@BsonId String id, List<Row> rows) implements ReadModel {

    static final DocumentType<Memberships> KIND = new DocumentType<>("memberships", Memberships.class);

    /**
     * A membership.
     *
     * @param begun position of the event with which it became known, which tells memberships apart
     * @param until last day of membership; absent while it lasts
     */
    public record Row(
            long position,
            long commit,
            long begun,
            String team,
            MemberOrigin organisation,
            LocalDate from,
            @Nullable LocalDate until) {

        Row at(long newPosition, long newCommit, MemberOrigin by, LocalDate first, @Nullable LocalDate last) {
            return new Row(newPosition, newCommit, begun, team, by, first, last);
        }
    }

    Memberships with(Row row) {
        return new Memberships(id, VersionedRows.with(rows, row, Row::position));
    }

    /** The latest membership of which that holds, before a position. */
    Optional<Row> before(long position, Predicate<Row> which) {
        return last(row -> row.position < position).filter(which).reduce((a, b) -> b);
    }

    Stream<Row> asOf(long commit) {
        return last(row -> row.commit <= commit)
                .sorted(Comparator.comparing(Row::from).thenComparing(Row::team));
    }

    private Stream<Row> last(Predicate<Row> known) {
        Map<Long, Row> byMembership = new LinkedHashMap<>();
        rows.stream().filter(known).forEach(row -> byMembership.put(row.begun, row));
        return byMembership.values().stream();
    }
}
