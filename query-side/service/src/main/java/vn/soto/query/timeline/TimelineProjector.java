package vn.soto.query.timeline;

import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Projector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.timeline.Timeline.Place;

/**
 * Needs no bodies, so it takes even events nobody can decode. One segment: an event may belong to two teams.
 */
@Component
final class TimelineProjector implements Projector {

    private static final String TEAM = "team:";

    @EventHandler
    void on(Object event, EventContext at, Batch batch) {
        Place place = new Place(at.position(), at.commit());
        at.tags().stream().filter(tag -> tag.startsWith(TEAM)).forEach(tag -> add(tag, place, batch));
        String corrected = at.corrects();
        if (corrected != null) {
            batch.put(
                    Corrections.KIND,
                    batch.find(Corrections.KIND, corrected)
                            .orElseGet(() -> new Corrections(corrected, List.of()))
                            .with(place));
        }
    }

    private static void add(String tag, Place place, Batch batch) {
        Timeline timeline = batch.find(Timeline.KIND, tag).orElseGet(() -> Timeline.empty(tag));
        if (place.position() <= timeline.last()) {
            return;
        }
        Timeline grown = timeline.with(place);
        if (grown.isFull()) {
            batch.put(Timeline.Sealed.KIND, grown.seal());
            grown = grown.afterSeal();
        }
        batch.put(Timeline.KIND, grown);
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public int segments() {
        return 1;
    }

    /** Lists kept aside first: once a {@link Timeline} refers to them, nothing would write them again. */
    @Override
    public List<DocumentType<?>> documentTypes() {
        return List.of(Timeline.Sealed.KIND, Timeline.KIND, Corrections.KIND);
    }

    @Override
    public String sequence(DomainEvent event) {
        return "all";
    }

    @Override
    public boolean readsBodies() {
        return false;
    }

    @Override
    public void keysOf(DomainEvent event, DocumentKeys needs) {
        event.tags().stream().filter(tag -> tag.startsWith(TEAM)).forEach(tag -> needs.document(Timeline.KIND, tag));
    }
}
