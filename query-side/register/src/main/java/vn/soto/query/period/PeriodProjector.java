package vn.soto.query.period;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.period.PeriodEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.source.EventContext;

/** Projects what units decide about their reporting periods: nearly every answer asks for the days of a quarter. */
@Component
final class PeriodProjector extends EventProjector<PeriodEvent> {

    PeriodProjector() {
        super("period-decisions", PeriodEvent.class, event -> event.authority().value(), List.of(PeriodDecisions.KIND));
    }

    @Override
    protected void fold(PeriodEvent event, EventContext at, Batch batch) {
        String unit = event.authority().value();
        PeriodDecisions known =
                batch.find(PeriodDecisions.KIND, unit).orElseGet(() -> new PeriodDecisions(unit, List.of()));
        batch.put(PeriodDecisions.KIND, known.with(new PeriodDecisions.PeriodRow(at.position(), at.commit(), event)));
    }
}
