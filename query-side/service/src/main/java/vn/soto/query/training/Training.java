package vn.soto.query.training;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.training.Organiser;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedModel;
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
        implements VersionedModel<Training.Version, Training> {

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
    public record Version(long position, long commit, Status status, LocalDate on, int hours, List<Trained> attendees)
            implements Stamped {}

    /** Somebody who was there for a team. */
    public record Trained(String team, String member) {}

    @Override
    public Training with(Version version) {
        return new Training(id, topics, organiser, organisation, VersionedRows.with(versions, version));
    }
}
