package vn.soto.query.outreach;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Micros;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedModel;
import vn.soto.projection.VersionedRows;

/** An outreach session with what it said after each event, oldest first. */
public record Session(
        @BsonId String id,
        String team,
        String unit,
        List<ServiceCategory> topics,
        OutreachChannel channel,
        List<Version> versions)
        implements VersionedModel<Session.Version, Session> {

    static final DocumentType<Session> KIND = new DocumentType<>("outreach", Session.class);

    /** Where a session stands. */
    public enum State {
        PLANNED,
        HELD,
        CANCELLED,
        VOIDED
    }

    /** @param holders members who held it */
    public record Attendance(LocalDate heldOn, int people, CountBasis basis, List<String> holders) {}

    /**
     * @param position   and {@code commit} of the event that said so
     * @param startsAt   when it is planned to begin, microseconds since 1970
     * @param attendance absent until it was held
     * @param plausible  households expected of those who held it, if more people attended
     */
    public record Version(
            long position,
            long commit,
            State state,
            long startsAt,
            @Nullable Attendance attendance,
            @Nullable Long plausible)
            implements Stamped {

        /** The day by which it belongs to a quarter: when it was held, else when it is planned. */
        LocalDate day() {
            return attendance == null ? VietnamTime.day(Micros.instant(startsAt)) : attendance.heldOn();
        }
    }

    @Override
    public Session with(Version version) {
        return new Session(id, team, unit, topics, channel, VersionedRows.with(versions, version));
    }
}
