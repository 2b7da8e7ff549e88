package vn.soto.query.goal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.TargetEvent;
import vn.soto.contracts.goal.TargetEvent.TargetRevised;
import vn.soto.contracts.goal.TargetEvent.TargetSet;
import vn.soto.contracts.goal.TargetEvent.TargetWithdrawn;
import vn.soto.contracts.shared.Instrument;
import vn.soto.ledger.Micros;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.source.EventContext;

@Component
final class TargetProjector extends EventProjector<TargetEvent> {

    TargetProjector() {
        super("targets", TargetEvent.class, event -> event.unit().value(), List.of(UnitTargets.KIND));
    }

    @Override
    protected void fold(TargetEvent event, EventContext at, Batch batch) {
        switch (event) {
            case TargetSet set -> put(event, set.goal(), set.instrument(), at, batch);
            case TargetRevised revised -> put(event, revised.goal(), revised.instrument(), at, batch);
            case TargetWithdrawn _ -> put(event, null, null, at, batch);
        }
    }

    private static void put(
            TargetEvent event, @Nullable Goal goal, @Nullable Instrument instrument, EventContext at, Batch batch) {
        String unit = event.unit().value();
        UnitTargets known = batch.find(UnitTargets.KIND, unit).orElseGet(() -> new UnitTargets(unit, List.of()));
        batch.put(
                UnitTargets.KIND,
                known.with(new UnitTargets.TargetRow(
                        at.position(),
                        at.commit(),
                        Micros.of(at.at()),
                        at.actor(),
                        event.quarter().toString(),
                        event.indicator(),
                        goal,
                        instrument)));
    }
}
