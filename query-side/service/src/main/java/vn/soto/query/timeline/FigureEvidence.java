package vn.soto.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.query.timeline.EventLoader.Body;

/**
 * An event behind a figure.
 *
 * @param body     body as stored, byte for byte
 * @param sentence what it says in the reader's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FigureEvidence(
        long position,
        long commit,
        String event,
        String name,
        @JsonRawValue String body,
        Instant recorded,
        String who,
        @Nullable String sentence) {

    private static FigureEvidence of(Body body, @Nullable String sentence) {
        return new FigureEvidence(
                body.position(),
                body.commit().number(),
                body.event().id(),
                Entries.name(body.event().type()),
                Entries.body(body.event()),
                body.commit().at(),
                body.commit().actor(),
                sentence);
    }

    /** The events at these positions, each once; without those of damaged commits. */
    public static List<FigureEvidence> at(
            Collection<Long> positions, Map<Long, Body> bodies, Map<Long, String> sentences) {
        return positions.stream()
                .distinct()
                .flatMap(position -> Stream.ofNullable(bodies.get(position)))
                .map(body -> of(body, sentences.get(body.position())))
                .toList();
    }
}
