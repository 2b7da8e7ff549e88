package vn.soto.query.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.reading.SeenEvent;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.EventPart;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * An event behind a figure.
 *
 * @param body     body as stored, byte for byte; of a household or business out of reach without where it is
 * @param sentence sentence about it in the reader's language
 * @param late     that it was recorded after the quarter; absent where it was not, and of figures whose events say themselves when they are late
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FigureEvidence(
        long position,
        @IdOf(IdKind.COMMIT) long commit,
        String event,
        String name,
        @JsonRawValue String body,
        Instant recorded,
        @Doer String who,
        @Nullable String sentence,
        @Nullable List<Lateness> late)
        implements EventPart {

    private static FigureEvidence of(Body body, @Nullable String sentence) {
        return new FigureEvidence(
                body.position(),
                body.commit().number(),
                body.event().id(),
                EventNames.of(body.event().type()),
                SeenEvent.of(body.event()).body(),
                body.commit().at(),
                body.commit().actor(),
                sentence,
                null);
    }

    /** The same, marked if it was recorded after a day. */
    public FigureEvidence markedAfter(LocalDate lastDay) {
        return VietnamTime.day(recorded).isAfter(lastDay)
                ? new FigureEvidence(
                        position,
                        commit,
                        event,
                        name,
                        body,
                        recorded,
                        who,
                        sentence,
                        List.of(Lateness.AFTER_THE_QUARTER))
                : this;
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
