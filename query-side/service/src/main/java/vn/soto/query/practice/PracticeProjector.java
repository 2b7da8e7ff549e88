package vn.soto.query.practice;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.practice.PracticeEvent;
import vn.soto.contracts.practice.PracticeEvent.PracticeDescribed;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.IdList;
import vn.soto.projection.source.EventContext;

/** Lists all good models, in one segment, because they share the list. */
@Component
final class PracticeProjector extends EventProjector<PracticeEvent> {

    static final DocumentType<IdList> ALL = IdList.in("practices");
    static final String LIST = "all";

    PracticeProjector() {
        super("practices", 1, List.of(PracticeDescribed.class), event -> LIST, List.of(ALL));
    }

    @Override
    protected void fold(PracticeEvent event, EventContext at, Batch batch) {
        IdList.add(ALL, LIST, event.practice().value(), batch);
    }
}
