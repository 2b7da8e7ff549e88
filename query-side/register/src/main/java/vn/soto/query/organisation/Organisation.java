package vn.soto.query.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/**
 * An organisation and the teams it supports or supported.
 *
 * @param from     number of the commit that made it known
 * @param supports supports by position; a later entry for a team with the same first day replaces the earlier
 * @param corrected corrected names and kinds; absent in a document of an earlier version
 */
public record Organisation(
        @BsonId String id,
        long from,
        String name,
        OrganisationKind kind,
        List<Support> supports,
        @Nullable List<Registration> corrected)
        implements ReadModel {

    static final DocumentType<Organisation> KIND = new DocumentType<>("organisations", Organisation.class);

    /** Name and kind from a correction on. */
    public record Registration(long position, long commit, String name, OrganisationKind kind) implements Stamped {}

    /**
     * @param until   last day of support; absent while it lasts
     * @param entered first day of the support that this one corrects; absent if it corrects none
     */
    public record Support(
            long position,
            long commit,
            TeamId team,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable LocalDate entered) {

        boolean includes(LocalDate day) {
            return !since.isAfter(day) && (until == null || !until.isBefore(day));
        }

        private String period() {
            return team + " " + since;
        }

        private void put(Map<String, Support> periods) {
            if (entered != null) {
                periods.remove(team + " " + entered);
            }
            periods.put(period(), this);
        }
    }

    Organisation with(Support support) {
        return new Organisation(
                id, from, name, kind, VersionedRows.with(supports, support, Support::position), corrected);
    }

    Organisation with(Registration right) {
        List<Registration> more = VersionedRows.with(corrected == null ? List.of() : corrected, right);
        return new Organisation(id, from, name, kind, supports, more);
    }

    /** Name and kind as known at a commit. */
    Registration registration(long asOf) {
        Registration first = new Registration(0, from, name, kind);
        return corrected == null ? first : VersionedRows.last(corrected, asOf).orElse(first);
    }

    /** First day of the ongoing support of a team, as of just before a position. */
    LocalDate since(String team, long position) {
        return periods(support -> support.position < position)
                .filter(support -> support.team.value().equals(team) && support.until == null)
                .reduce((a, b) -> b)
                .orElseThrow()
                .since;
    }

    Stream<Support> asOf(long commit) {
        return periods(support -> support.commit <= commit);
    }

    private Stream<Support> periods(Predicate<Support> known) {
        Map<String, Support> last = new LinkedHashMap<>();
        supports.stream().filter(known).forEach(support -> support.put(last));
        return last.values().stream();
    }
}
