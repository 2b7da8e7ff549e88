package vn.soto.query.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * An organisation and the teams it supports or supported.
 *
 * @param from     number of the commit that made it known
 * @param supports supports by position; a later entry for a team with the same first day replaces the earlier
 */
public record Organisation(@BsonId String id, long from, String name, OrganisationKind kind, List<Support> supports)
        implements ReadModel {

    static final DocumentType<Organisation> KIND = new DocumentType<>("organisations", Organisation.class);

    /** @param until last day of support; absent while it lasts */
    public record Support(
            long position,
            long commit,
            String team,
            LocalDate since,
            @Nullable LocalDate until) {}

    Organisation with(Support support) {
        return new Organisation(id, from, name, kind, VersionedRows.with(supports, support, Support::position));
    }

    /** First day of the ongoing support of a team, as of just before a position. */
    LocalDate since(String team, long position) {
        return supports.stream()
                .filter(support -> support.team.equals(team) && support.position < position)
                .reduce((a, b) -> b)
                .orElseThrow()
                .since;
    }

    Stream<Support> asOf(long commit) {
        Map<String, Support> last = new LinkedHashMap<>();
        supports.stream()
                .filter(support -> support.commit <= commit)
                .forEach(support -> last.put(support.team + " " + support.since, support));
        return last.values().stream();
    }
}
