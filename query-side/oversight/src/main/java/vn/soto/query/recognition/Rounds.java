package vn.soto.query.recognition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.contracts.recognition.RecognitionRoundEvent;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.events.EventCodec;
import vn.soto.projection.Documents;
import vn.soto.query.event.EventLoader;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.Place;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.unit.EndedUnitList;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;

/** Queries about rounds, as known at a commit; a round is folded from its events in the ledger. */
@Component
record Rounds(Documents documents, EventLoader bodies, EventCodec codec, Units units) implements EndedUnitList {

    RoundState get(String round, long asOf) {
        return find(round, asOf).orElseThrow(() -> QueryProblemException.absent("round", round));
    }

    Optional<RoundState> find(String round, long asOf) {
        return documents.find(RoundRecord.KIND, round).flatMap(record -> state(record, asOf));
    }

    private Optional<RoundState> state(RoundRecord record, long asOf) {
        List<Body> events = bodies.of(record.versions().stream()
                .filter(version -> version.commit() <= asOf)
                .map(version -> new Place(version.position(), version.commit()))
                .toList());
        if (events.isEmpty() || !(decoded(events.getFirst()) instanceof RoundOpened opened)) {
            return Optional.empty();
        }
        RoundState state = new RoundState(opened);
        events.forEach(body -> state.on(decoded(body), body));
        return Optional.of(state);
    }

    private RecognitionRoundEvent decoded(Body body) {
        return (RecognitionRoundEvent)
                codec.decode(body.event().type(), body.event().payload());
    }

    /**
     * The rounds of a unit, of those that contain it, and of those in it that the reader reaches, on a day. Throws the problem of an
     * absent unit.
     */
    List<RoundState> about(String unit, LocalDate day, long asOf) {
        Set<String> areas = new LinkedHashSet<>(units.upward(unit, day, asOf));
        areas.addAll(Reader.current().rows(EndpointRight.FIGURES, unit, IdKind.UNIT, units.within(unit, day, asOf)));
        return in(areas, asOf);
    }

    /** The rounds of these areas. */
    List<RoundState> in(Collection<String> areas, long asOf) {
        return listed(areas.stream().map(RoundProjector::of).toList(), asOf);
    }

    @Override
    public String question() {
        return "/api/units/{unit}/recognition-rounds";
    }

    @Override
    public boolean isEmpty(String unit, LocalDate day, long asOf) {
        return about(unit, day, asOf).isEmpty();
    }

    /** The rounds with published honours. */
    List<RoundState> published(long asOf) {
        return listed(List.of(RoundProjector.PUBLISHED), asOf);
    }

    private List<RoundState> listed(List<String> lists, long asOf) {
        List<String> ids = RoundProjector.LISTS.find(lists, documents).values().stream()
                .flatMap(Collection::stream)
                .sorted()
                .toList();
        return documents.find(RoundRecord.KIND, ids).values().stream()
                .flatMap(record -> state(record, asOf).stream())
                .toList();
    }
}
