package vn.soto.query.training;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingStage;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedModel;
import vn.soto.projection.VersionedRows;

/**
 * A training session with a version after each event, oldest first.
 *
 * @param organisation supporting organisation that holds it; absent for another organiser
 */
public record Training(
        @BsonId String id,
        List<ServiceCategory> topics,
        Organiser organiser,
        @Nullable OrganisationId organisation,
        List<Version> versions)
        implements VersionedModel<Training.Version, Training> {

    static final DocumentType<Training> KIND = new DocumentType<>("trainings", Training.class);

    /** The state of a training session. */
    public enum Status {
        SCHEDULED,
        HELD,
        CANCELLED,
        VOIDED;

        TrainingStage stage() {
            return new TrainingStage(this == HELD || this == VOIDED, this == CANCELLED, this == VOIDED);
        }
    }

    /**
     * @param on        planned day, or the day on which it was held
     * @param attendees those who attended; empty before it was held, as last stated if it was voided
     */
    public record Version(long position, long commit, Status status, LocalDate on, int hours, List<Attendee> attendees)
            implements Stamped {}

    /** A member of a team who attended. */
    public record Trained(TeamId team, MemberId member) {}

    @Override
    public Training with(Version version) {
        return new Training(id, topics, organiser, organisation, VersionedRows.with(versions, version));
    }
}
