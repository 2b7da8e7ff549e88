package vn.soto.query.stipend;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.stipend.StipendStatementEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.RowListType;
import vn.soto.projection.source.EventContext;

/** Lists the periods for which each unit has a stipend statement. */
@Component
final class StipendStatementProjector extends EventProjector<StipendStatementEvent> {

    static final RowListType<String> PERIODS = RowListType.ids("stipend-periods");

    StipendStatementProjector() {
        super(
                "stipend-statements",
                StipendStatementEvent.class,
                event -> event.unit().value(),
                List.of(PERIODS.documents()));
    }

    @Override
    protected void fold(StipendStatementEvent event, EventContext at, Batch batch) {
        PERIODS.add(event.unit().value(), event.period().toString(), batch);
    }
}
