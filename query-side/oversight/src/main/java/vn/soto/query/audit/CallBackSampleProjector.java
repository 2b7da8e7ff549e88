package vn.soto.query.audit;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.audit.CallBackSampleEvent;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackAnswered;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackSampleDrawn;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.RowListType;
import vn.soto.projection.source.EventContext;

/** Projects samples; those of one unit share its list. */
@Component
final class CallBackSampleProjector extends EventProjector<CallBackSampleEvent> {

    /** The samples drawn in each unit. */
    static final RowListType<String> BY_UNIT = RowListType.ids("call-back-samples-in");

    CallBackSampleProjector() {
        super(
                "call-back-samples",
                CallBackSampleEvent.class,
                event -> event.callBackSample().value(),
                List.of(DrawnSample.KIND, BY_UNIT.documents()));
    }

    @Override
    protected void fold(CallBackSampleEvent event, EventContext at, Batch batch) {
        String id = event.callBackSample().value();
        switch (event) {
            case CallBackSampleDrawn drawn -> {
                if (batch.find(DrawnSample.KIND, id).isEmpty()) {
                    batch.put(DrawnSample.KIND, DrawnSample.of(drawn, at));
                }
                BY_UNIT.add(drawn.unit().value(), id, batch);
            }
            case CallBackAnswered answered ->
                batch.find(DrawnSample.KIND, id)
                        .ifPresent(sample -> batch.put(DrawnSample.KIND, sample.with(answered, at)));
        }
    }
}
