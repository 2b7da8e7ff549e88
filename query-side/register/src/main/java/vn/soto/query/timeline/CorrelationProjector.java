package vn.soto.query.timeline;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.event.Place;

/**
 * Projects the commits of each undertaking of several commands: a plan, or what a client sent under one correlation. It reads no
 * bodies, so it projects undecodable events too.
 */
@Component
final class CorrelationProjector extends HeaderProjector {

    /** The first position of each commit, by correlation. */
    static final LogType<Place, Long> COMMITS = LogType.of("correlations", Place.class, 128);

    @Override
    public void on(Object event, EventContext at, Batch batch) {
        String correlation = at.correlation();
        if (correlation != null && at.index() == 0) {
            COMMITS.append(correlation, new Place(at.position(), at.commit()), batch);
        }
    }

    @Override
    public String name() {
        return "correlations";
    }

    @Override
    public List<DocumentType<?>> documentTypes() {
        return COMMITS.documentTypes();
    }
}
