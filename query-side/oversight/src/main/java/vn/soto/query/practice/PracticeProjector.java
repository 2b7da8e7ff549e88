package vn.soto.query.practice;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.practice.PracticeEvent;
import vn.soto.contracts.practice.PracticeEvent.PracticeDescribed;
import vn.soto.contracts.practice.PracticeEvent.PracticeTakenUp;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.RowListType;
import vn.soto.projection.source.EventContext;

/** Lists all good models, and those of each team, its own or taken up. */
@Component
final class PracticeProjector extends EventProjector<PracticeEvent> {

    static final RowListType<String> ALL = RowListType.ids("practices");
    static final String LIST = "all";
    static final RowListType<String> BY_TEAM = RowListType.ids("practices-of");

    PracticeProjector() {
        super(
                "practices",
                List.of(PracticeDescribed.class, PracticeTakenUp.class),
                event -> LIST,
                List.of(ALL.documents(), BY_TEAM.documents()));
    }

    @Override
    protected void fold(PracticeEvent event, EventContext at, Batch batch) {
        String practice = event.practice().value();
        ALL.add(LIST, practice, batch);
        BY_TEAM.add(event.team().value(), practice, batch);
        if (event instanceof PracticeTakenUp taken) {
            BY_TEAM.add(taken.follower().value(), practice, batch);
        }
    }
}
