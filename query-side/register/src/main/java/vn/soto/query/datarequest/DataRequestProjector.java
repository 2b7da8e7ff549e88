package vn.soto.query.datarequest;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.DataRequestEvent;
import vn.soto.contracts.person.DataRequestEvent.DataRequestAnswered;
import vn.soto.contracts.person.DataRequestEvent.DataRequestCarriedOut;
import vn.soto.contracts.person.DataRequestEvent.DataRequestExtended;
import vn.soto.contracts.person.DataRequestEvent.DataRequestReceived;
import vn.soto.contracts.person.DataRequestEvent.DataRequestRefused;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.log.IndexEntry;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.datarequest.DataRequestRecord.Step;

/** Projects data requests and the list of all. It has one segment, because there is one list. */
@Component
final class DataRequestProjector extends EventProjector<DataRequestEvent> {

    /** All requests, in the order in which they were recorded. */
    static final LogType<IndexEntry, Long> LIST = LogType.index("data-request-list");

    static final String ALL = "all";

    DataRequestProjector() {
        super(
                "data-requests",
                DataRequestEvent.class,
                event -> ALL,
                DocumentType.listed(LIST.documentTypes(), DataRequestRecord.KIND));
    }

    @Override
    protected void fold(DataRequestEvent event, EventContext at, Batch batch) {
        String id = event.dataRequest().value();
        DataRequestRecord record =
                batch.find(DataRequestRecord.KIND, id).orElseGet(() -> new DataRequestRecord(id, List.of()));
        if (event instanceof DataRequestReceived received) {
            LIST.append(ALL, new IndexEntry(id, at.position(), at.commit()), batch);
            batch.put(DataRequestRecord.KIND, record.with(first(received, at)));
        } else {
            record.before(at.position())
                    .ifPresent(before -> batch.put(DataRequestRecord.KIND, record.with(after(before, event, at))));
        }
    }

    private static Step first(DataRequestReceived event, EventContext at) {
        return new Step(
                at.position(),
                at.commit(),
                event.subject().toString(),
                event.kind(),
                event.thirdParty(),
                event.receivedOn(),
                event.answerBy(),
                event.carryOutBy(),
                null,
                null,
                null,
                null);
    }

    private static Step after(Step before, DataRequestEvent event, EventContext at) {
        return new Step(
                at.position(),
                at.commit(),
                before.subject(),
                before.kind(),
                before.thirdParty(),
                before.receivedOn(),
                before.answerBy(),
                event instanceof DataRequestExtended extended ? extended.carryOutBy() : before.carryOutBy(),
                event instanceof DataRequestAnswered answered ? answered.answeredOn() : before.answeredOn(),
                event instanceof DataRequestExtended extended ? extended.extendedOn() : before.extendedOn(),
                event instanceof DataRequestCarriedOut done ? done.carriedOutOn() : before.carriedOutOn(),
                event instanceof DataRequestRefused refused ? refused.refusedOn() : before.refusedOn());
    }
}
