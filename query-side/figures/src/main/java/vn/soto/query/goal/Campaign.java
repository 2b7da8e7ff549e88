package vn.soto.query.goal;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.goal.IndicatorGoal;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedModel;
import vn.soto.projection.VersionedRows;

/** A campaign with a version after each event. */
public record Campaign(@BsonId String id, List<Version> versions)
        implements VersionedModel<Campaign.Version, Campaign> {

    public static final DocumentType<Campaign> KIND = new DocumentType<>("campaigns", Campaign.class);

    /** @param unit area of the campaign */
    public record Version(
            long position,
            long commit,
            UnitId unit,
            String name,
            LocalDate firstDay,
            LocalDate lastDay,
            List<IndicatorGoal> goals,
            @Nullable Instrument instrument,
            boolean cancelled)
            implements Stamped {

        Version cancelledBy(long position, long commit) {
            return new Version(position, commit, unit, name, firstDay, lastDay, goals, instrument, true);
        }
    }

    @Override
    public Campaign with(Version version) {
        return new Campaign(id, VersionedRows.with(versions, version));
    }
}
