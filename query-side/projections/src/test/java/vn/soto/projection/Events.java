package vn.soto.projection;

import java.time.Instant;
import java.util.List;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.ProjectedEvent;

/** Events of tests, each a commit of its own unless said otherwise. */
public final class Events {

    private Events() {}

    public static ProjectedEvent event(Object event, long position) {
        return event(event, position, position);
    }

    public static ProjectedEvent event(Object event, long position, long commit) {
        return new ProjectedEvent(
                event,
                new EventContext(
                        commit,
                        position,
                        0,
                        Instant.EPOCH,
                        "e-" + position,
                        "tester",
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null));
    }
}
