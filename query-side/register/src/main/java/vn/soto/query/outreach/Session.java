package vn.soto.query.outreach;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachStage;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Micros;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedModel;
import vn.soto.projection.VersionedRows;

/** An outreach session with a version after each event, oldest first. */
public record Session(
        @BsonId String id,
        TeamId team,
        UnitId unit,
        List<ServiceCategory> topics,
        OutreachChannel channel,
        List<Version> versions)
        implements VersionedModel<Session.Version, Session> {

    static final DocumentType<Session> KIND = new DocumentType<>("outreach", Session.class);

    /** The state of a session. */
    public enum State {
        PLANNED,
        HELD,
        CANCELLED,
        VOIDED;

        OutreachStage stage() {
            return new OutreachStage(this == HELD || this == VOIDED, this == CANCELLED, this == VOIDED);
        }
    }

    /**
     * @param newcomers people who came for the first time in the year; absent if nobody told
     * @param holders   members who held it
     * @param event     that told of it; {@code commit} is its commit
     */
    public record Attendance(
            LocalDate heldOn,
            int people,
            @Nullable Integer newcomers,
            CountBasis basis,
            List<String> holders,
            String event,
            long commit) {}

    /**
     * @param position   position of the event; {@code commit} is that event's commit
     * @param startsAt   planned start, microseconds since 1970
     * @param attendance absent until it was held
     * @param plausible  plausible number of households for the members who held it, if more people attended
     */
    public record Version(
            long position,
            long commit,
            State state,
            long startsAt,
            @Nullable Attendance attendance,
            @Nullable Long plausible)
            implements Stamped {

        /** The day that decides its quarter: the day it was held, otherwise the planned day. */
        LocalDate day() {
            return attendance == null ? VietnamTime.day(Micros.instant(startsAt)) : attendance.heldOn();
        }
    }

    @Override
    public Session with(Version version) {
        return new Session(id, team, unit, topics, channel, VersionedRows.with(versions, version));
    }
}
