package vn.soto.query.practice;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.practice.PracticeEvent;
import vn.soto.events.EventCodec;
import vn.soto.projection.Documents;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.Histories;

/** Queries about good models, as known at a commit. */
@Component
record Practices(Documents documents, Histories histories, EventCodec codec) {

    /** Ids of all there are, the latest first; some may not have been described at the commit of a query. */
    List<String> ids() {
        return PracticeProjector.ALL.find(PracticeProjector.LIST, documents).reversed();
    }

    /** Those that are of the team or that it took up, the latest first. */
    List<String> of(String team) {
        return PracticeProjector.BY_TEAM.find(team, documents).reversed();
    }

    Optional<PracticeHistory> find(String practice, long asOf) {
        PracticeHistory history = new PracticeHistory();
        for (Body body : histories.of(practice, asOf)) {
            if (codec.decode(body.event().type(), body.event().payload()) instanceof PracticeEvent event) {
                history.add(event, body.commit());
            }
        }
        return history.isEmpty() ? Optional.empty() : Optional.of(history);
    }
}
