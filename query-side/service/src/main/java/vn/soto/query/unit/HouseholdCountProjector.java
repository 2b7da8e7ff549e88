package vn.soto.query.unit;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;

/**
 * Counts the households that live in a unit and count by themselves: not those that left, that are merged into another or
 * whose registration was withdrawn. Every event of a household names its unit, so an event with another unit moves it. It
 * has one segment, because a household may move.
 */
@Component
final class HouseholdCountProjector extends EventProjector<HouseholdEvent> {

    /** Logs of the households that came to a residential unit and left it, with their number. */
    static final LogType<HouseholdMove, Long> COUNTS =
            LogType.of("residents", HouseholdMove.class, 128, 0L, (count, move) -> count + move.change());

    /** Households' units are written last: once a household's unit is stored, its move is not appended again. */
    HouseholdCountProjector() {
        super(
                "residents",
                1,
                HouseholdEvent.class,
                event -> event.household().value(),
                DocumentType.listed(COUNTS.documentTypes(), HouseholdUnit.KIND));
    }

    @Override
    protected void fold(HouseholdEvent event, EventContext at, Batch batch) {
        String household = event.household().value();
        Optional<HouseholdUnit> before = batch.find(HouseholdUnit.KIND, household);
        if (before.filter(home -> home.position() >= at.position()).isPresent()) {
            return;
        }
        HouseholdUnit after =
                before.orElseGet(() -> HouseholdUnit.first(household)).after(event, at.position());
        if (before.filter(after::countsAs).isPresent()) {
            return;
        }
        before.filter(HouseholdUnit::counts)
                .ifPresent(home -> COUNTS.append(
                        home.unit(), new HouseholdMove(at.position(), at.commit(), household, -1), batch));
        if (after.counts()) {
            COUNTS.append(after.unit(), new HouseholdMove(at.position(), at.commit(), household, 1), batch);
        }
        batch.put(HouseholdUnit.KIND, after);
    }
}
