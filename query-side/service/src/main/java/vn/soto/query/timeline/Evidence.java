package vn.soto.query.timeline;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.soto.query.timeline.EventLoader.Body;

/**
 * An event behind a figure.
 *
 * @param body body as stored, byte for byte
 */
public record Evidence(
        long position,
        long commit,
        String event,
        String name,
        @JsonRawValue String body,
        Instant recorded,
        String who) {

    static Evidence of(Body body) {
        return new Evidence(
                body.position(),
                body.commit().number(),
                body.event().id(),
                Entries.name(body.event().type()),
                Entries.body(body.event()),
                body.commit().at(),
                body.commit().actor());
    }

    /** The events at these positions, each once; without those of damaged commits. */
    public static List<Evidence> at(Collection<Long> positions, Map<Long, Body> bodies) {
        return positions.stream()
                .distinct()
                .flatMap(position -> Stream.ofNullable(bodies.get(position)))
                .map(Evidence::of)
                .toList();
    }
}
