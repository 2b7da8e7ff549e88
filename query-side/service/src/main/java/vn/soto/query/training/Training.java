package vn.soto.query.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.training.Organiser;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * A training session as it stood after each event, oldest first.
 *
 * @param organisation the supporting organisation that holds it; absent if another organiser does
 */
public record Training(
        @BsonId String id,
        List<ServiceCategory> topics,
        Organiser organiser,
        @Nullable String organisation,
        List<Version> versions)
        implements ReadModel {

    static final DocumentType<Training> KIND = new DocumentType<>("trainings", Training.class);

    /** How far a session has come. */
    public enum Status {
        SCHEDULED,
        HELD,
        CANCELLED
    }

    /**
     * @param on        the day planned, or on which it was held
     * @param attendees none before it was held
     */
    public record Version(
            long position, long commit, Status status, LocalDate on, int hours, List<Trained> attendees) {}

    /** Somebody who was there for a team. */
    public record Trained(String team, String member) {}

    Training with(Version version) {
        return new Training(
                id, topics, organiser, organisation, VersionedRows.with(versions, version, Version::position));
    }

    Optional<Version> before(long position) {
        return versions.stream().filter(known -> known.position < position).reduce((a, b) -> b);
    }

    Optional<Version> asOf(long commit) {
        return versions.stream().filter(known -> known.commit <= commit).reduce((a, b) -> b);
    }
}
