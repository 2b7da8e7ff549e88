package vn.soto.query.unit;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;

/** Every event of a household names the unit it lives in, so one that names another moves it. One segment: it may move. */
@Component
final class HouseholdCountProjector extends EventProjector<HouseholdEvent> {

    /** How many households live in a residential unit, and which came and left. */
    static final LogType<HouseholdMove, Long> COUNTS =
            LogType.of("occupancy", HouseholdMove.class, 128, 0L, (count, move) -> count + move.change());

    /** Homes are written last: once one says where a household lives, its moves are not appended again. */
    HouseholdCountProjector() {
        super(
                "occupancy",
                1,
                HouseholdEvent.class,
                event -> event.household().value(),
                DocumentType.listed(COUNTS.documentTypes(), HouseholdUnit.KIND));
    }

    @Override
    protected void fold(HouseholdEvent event, EventContext at, Batch batch) {
        String household = event.household().value();
        String unit = event.unit().value();
        Optional<HouseholdUnit> before = batch.find(HouseholdUnit.KIND, household);
        if (before.filter(home -> home.unit().equals(unit) || home.position() >= at.position())
                .isPresent()) {
            return;
        }
        before.ifPresent(home ->
                COUNTS.append(home.unit(), new HouseholdMove(at.position(), at.commit(), household, -1), batch));
        COUNTS.append(unit, new HouseholdMove(at.position(), at.commit(), household, 1), batch);
        batch.put(HouseholdUnit.KIND, new HouseholdUnit(household, unit, at.position()));
    }
}
