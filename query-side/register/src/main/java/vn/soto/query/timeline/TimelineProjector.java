package vn.soto.query.timeline;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.event.Place;

/**
 * Projects timelines. It reads no bodies, so it projects undecodable events too. It has one segment, because an event
 * may belong to two teams.
 */
@Component
final class TimelineProjector extends HeaderProjector {

    private static final String TEAM = "team:";

    /** The positions of the events with a tag, by tag. */
    static final LogType<Place, Long> TIMELINES = LogType.of("timeline", Place.class, 128);

    static String team(String team) {
        return TEAM + team;
    }

    @Override
    public void on(Object event, EventContext at, Batch batch) {
        Place place = new Place(at.position(), at.commit());
        at.tags().stream().filter(tag -> tag.startsWith(TEAM)).forEach(tag -> TIMELINES.append(tag, place, batch));
        String aggregate = at.aggregate();
        if (at.corrects() != null && aggregate != null) {
            String id = Corrections.of(aggregate);
            batch.put(
                    Corrections.KIND,
                    batch.find(Corrections.KIND, id)
                            .orElseGet(() -> new Corrections(id, List.of()))
                            .with(place));
        }
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public List<DocumentType<?>> documentTypes() {
        return DocumentType.listed(TIMELINES.documentTypes(), Corrections.KIND);
    }
}
