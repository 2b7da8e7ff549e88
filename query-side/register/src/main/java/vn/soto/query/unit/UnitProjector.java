package vn.soto.query.unit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitRecoded;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.RowListType;
import vn.soto.projection.source.EventContext;

/** Projects units in one segment, because siblings share their parent's list. */
@Component
final class UnitProjector extends EventProjector<UnitEvent> {

    /** The units that ever had a code of the national catalogue, by code; the days are in each unit's own document. */
    static final RowListType<String> BY_CODE = RowListType.ids("unit-codes");

    UnitProjector() {
        super(
                "units",
                UnitEvent.class,
                event -> event.unit().value(),
                List.of(Unit.KIND, Children.KIND, BY_CODE.documents()));
    }

    @Override
    protected void fold(UnitEvent event, EventContext at, Batch batch) {
        Unit unit = find(event, batch);
        batch.put(Unit.KIND, UnitEvolution.after(unit, event, at));
        parent(event).ifPresent(place -> {
            Children siblings = batch.find(Children.KIND, place).orElseGet(() -> new Children(place, List.of()));
            batch.put(Children.KIND, siblings.with(new Children.Child(unit.id(), at.commit())));
        });
        code(event).ifPresent(code -> BY_CODE.add(code, unit.id(), batch));
    }

    private static Unit find(UnitEvent event, Batch batch) {
        String id = event.unit().value();
        Optional<Unit> found = batch.find(Unit.KIND, id);
        return event instanceof UnitEstablished ? found.orElseGet(() -> Unit.empty(id)) : found.orElseThrow();
    }

    private static Optional<String> parent(UnitEvent event) {
        return switch (event) {
            case UnitEstablished established -> Optional.of(place(established.parent()));
            case UnitReparented moved -> Optional.of(place(moved.parent()));
            default -> Optional.empty();
        };
    }

    private static Optional<String> code(UnitEvent event) {
        return switch (event) {
            case UnitEstablished established -> Optional.ofNullable(established.officialCode());
            case UnitRecoded recoded -> Optional.of(recoded.officialCode());
            default -> Optional.empty();
        };
    }

    private static String place(@Nullable UnitId parent) {
        return parent == null ? Children.TOP : parent.value();
    }
}
