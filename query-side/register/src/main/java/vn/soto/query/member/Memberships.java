package vn.soto.query.member;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * The memberships of one person in all teams.
 *
 * @param id   the person
 * @param rows versions of the memberships by position; a later version of a membership replaces the earlier
 */
public record Memberships(@BsonId String id, List<MembershipVersion> rows) implements ReadModel {

    static final DocumentType<Memberships> KIND = new DocumentType<>("memberships", Memberships.class);

    /** @param begun position of the event that made the membership known: the membership's identity */
    public record MembershipVersion(long position, long commit, long begun, TeamId team, MembershipState membership) {}

    Memberships with(MembershipVersion row) {
        return new Memberships(id, VersionedRows.with(rows, row, MembershipVersion::position));
    }

    /** Each membership in a team, as of just before a position. */
    Stream<MembershipVersion> before(long position, String team) {
        return last(row -> row.position < position)
                .filter(row -> row.team.value().equals(team));
    }

    Stream<MembershipVersion> asOf(long commit) {
        return last(row -> row.commit <= commit)
                .sorted(Comparator.comparing((MembershipVersion row) -> row.membership.from())
                        .thenComparing(MembershipVersion::team));
    }

    private Stream<MembershipVersion> last(Predicate<MembershipVersion> known) {
        Map<Long, MembershipVersion> byMembership = new LinkedHashMap<>();
        rows.stream().filter(known).forEach(row -> byMembership.put(row.begun, row));
        return byMembership.values().stream();
    }
}
