package vn.soto.query.practice;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.practice.PracticeEvent;
import vn.soto.contracts.practice.PracticeEvent.PracticeDescribed;
import vn.soto.contracts.practice.PracticeEvent.PracticeTakenUp;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.IdList;
import vn.soto.projection.source.EventContext;

/** Lists all good models, and those of each team, its own or taken up. */
@Component
final class PracticeProjector extends EventProjector<PracticeEvent> {

    static final DocumentType<IdList> ALL = IdList.in("practices");
    static final String LIST = "all";
    static final DocumentType<IdList> BY_TEAM = IdList.in("practices-of");

    PracticeProjector() {
        super(
                "practices",
                List.of(PracticeDescribed.class, PracticeTakenUp.class),
                event -> LIST,
                List.of(ALL, BY_TEAM));
    }

    @Override
    protected void fold(PracticeEvent event, EventContext at, Batch batch) {
        String practice = event.practice().value();
        IdList.add(ALL, LIST, practice, batch);
        IdList.add(BY_TEAM, event.team().value(), practice, batch);
        if (event instanceof PracticeTakenUp taken) {
            IdList.add(BY_TEAM, taken.follower().value(), practice, batch);
        }
    }
}
