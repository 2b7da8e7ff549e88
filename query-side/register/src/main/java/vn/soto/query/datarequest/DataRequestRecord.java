package vn.soto.query.datarequest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.person.DataRequestKind;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedModel;
import vn.soto.projection.VersionedRows;

/** A data request with its steps, oldest first. */
public record DataRequestRecord(@BsonId String id, List<Step> versions)
        implements VersionedModel<DataRequestRecord.Step, DataRequestRecord> {

    static final DocumentType<DataRequestRecord> KIND = new DocumentType<>("data-requests", DataRequestRecord.class);

    /**
     * The request after one of its events.
     *
     * @param answeredOn   absent while it is not answered
     * @param extendedOn   absent while it is not extended
     * @param carriedOutOn absent unless it is carried out
     * @param refusedOn    absent unless it is refused
     */
    public record Step(
            long position,
            long commit,
            String subject,
            DataRequestKind kind,
            boolean thirdParty,
            LocalDate receivedOn,
            LocalDate answerBy,
            LocalDate carryOutBy,
            @Nullable LocalDate answeredOn,
            @Nullable LocalDate extendedOn,
            @Nullable LocalDate carriedOutOn,
            @Nullable LocalDate refusedOn)
            implements Stamped {

        boolean closed() {
            return carriedOutOn != null || refusedOn != null;
        }

        /** The request without the steps after the day. */
        private Step doneBy(LocalDate day, LocalDate carryOutByAtFirst) {
            boolean extended = extendedOn != null && !extendedOn.isAfter(day);
            return new Step(
                    position,
                    commit,
                    subject,
                    kind,
                    thirdParty,
                    receivedOn,
                    answerBy,
                    extended ? carryOutBy : carryOutByAtFirst,
                    by(day, answeredOn),
                    by(day, extendedOn),
                    by(day, carriedOutOn),
                    by(day, refusedOn));
        }

        private static @Nullable LocalDate by(LocalDate day, @Nullable LocalDate done) {
            return done == null || done.isAfter(day) ? null : done;
        }
    }

    /** The request as it stood on a day, as known at a commit; absent before it was received. */
    Optional<Step> on(LocalDate day, long asOf) {
        return asOf(asOf)
                .filter(step -> !step.receivedOn().isAfter(day))
                .map(step -> step.doneBy(day, versions.getFirst().carryOutBy()));
    }

    @Override
    public DataRequestRecord with(Step step) {
        return new DataRequestRecord(id, VersionedRows.with(versions, step));
    }
}
