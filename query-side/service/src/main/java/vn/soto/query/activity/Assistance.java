package vn.soto.query.activity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.ledger.Micros;
import vn.soto.query.projection.Kind;
import vn.soto.query.projection.ReadModel;

/** A record of help with what it said after each event, oldest first. */
public record Assistance(@BsonId String id, String team, String household, String unit, List<Version> versions)
        implements ReadModel {

    public static final Kind<Assistance> KIND = new Kind<>("assistance", Assistance.class);

    /**
     * @param position   and {@code commit} of the event that said so
     * @param occurredAt when the help was given, microseconds since 1970
     * @param voided     from here on the record counts for nothing
     */
    public record Version(
            long position,
            long commit,
            List<ServiceCategory> services,
            Channel channel,
            Mode mode,
            long occurredAt,
            boolean voided) {

        static Version of(long position, long commit, Content content, boolean voided) {
            return new Version(
                    position,
                    commit,
                    content.services(),
                    content.channel(),
                    content.mode(),
                    Micros.of(content.occurredAt()),
                    voided);
        }

        Version voidedAt(long newPosition, long newCommit) {
            return new Version(newPosition, newCommit, services, channel, mode, occurredAt, true);
        }
    }

    public Optional<Version> asOf(long commit) {
        return versions.stream().filter(version -> version.commit <= commit).reduce((a, b) -> b);
    }

    Optional<Version> before(long position) {
        return versions.stream().filter(version -> version.position < position).reduce((a, b) -> b);
    }

    Assistance with(Version version) {
        return new Assistance(
                id,
                team,
                household,
                unit,
                Stream.concat(versions.stream().filter(v -> v.position != version.position), Stream.of(version))
                        .sorted(Comparator.comparingLong(Version::position))
                        .toList());
    }
}
