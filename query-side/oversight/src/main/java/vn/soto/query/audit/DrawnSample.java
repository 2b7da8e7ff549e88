package vn.soto.query.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackAnswered;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackSampleDrawn;
import vn.soto.contracts.audit.CallBackSelection;
import vn.soto.contracts.audit.CallBackStratum;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;
import vn.soto.projection.source.EventContext;

/**
 * A sample with the answers of those who were called back.
 *
 * @param commit that drew it
 * @param by     account that drew it
 */
public record DrawnSample(@BsonId String id, long commit, Instant at, String by, Draw draw, List<CallBack> answers)
        implements ReadModel {

    static final DocumentType<DrawnSample> KIND = new DocumentType<>("call-back-samples", DrawnSample.class);

    /** The content of the event that drew it. */
    public record Draw(
            UnitId unit,
            String quarter,
            CallBackSelection selection,
            @Nullable List<String> named,
            int algorithm,
            int size,
            List<CallBackStratum> strata,
            String seed,
            long seedCommit,
            @Nullable QuarterDays days) {

        Quarter of() {
            return Quarter.parse(quarter);
        }
    }

    /** @param by caller; {@code account} recorded the call */
    public record CallBack(
            long position,
            long commit,
            String assistance,
            String by,
            String account,
            Verification result,
            Instant occurredAt)
            implements Stamped {}

    static DrawnSample of(CallBackSampleDrawn event, EventContext at) {
        return new DrawnSample(
                event.callBackSample().value(),
                at.commit(),
                at.at(),
                at.actor(),
                new Draw(
                        event.unit(),
                        event.quarter().toString(),
                        event.selection(),
                        event.named() == null
                                ? null
                                : event.named().stream()
                                        .map(record -> record.value())
                                        .toList(),
                        event.algorithm(),
                        event.size(),
                        event.strata(),
                        event.seed(),
                        event.seedCommit(),
                        event.quarterDays()),
                List.of());
    }

    DrawnSample with(CallBackAnswered event, EventContext at) {
        CallBack answer = new CallBack(
                at.position(),
                at.commit(),
                event.assistance().value(),
                event.by().value(),
                at.actor(),
                event.result(),
                event.occurredAt());
        return new DrawnSample(id, commit, this.at, by, draw, VersionedRows.with(answers, answer));
    }

    /** The last answer about each record, as known at a commit. */
    Map<String, CallBack> answersAsOf(long asOf) {
        Map<String, CallBack> last = new HashMap<>();
        VersionedRows.asOf(answers, asOf).forEach(answer -> last.put(answer.assistance, answer));
        return last;
    }
}
