package vn.soto.query.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.LedgerException;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.Histories;

/**
 * Links events to their corrections, by {@link Correcting}: a correction hangs on the fact, whatever else was recorded
 * with it. The headers of commits made before named the last event of the aggregate instead, and none for a report
 * submitted again.
 */
@Component
public record CorrectionLinks(Timelines timelines, Histories histories, EventCodec codec) {

    /**
     * The links of some events.
     *
     * @param corrects    place and id of the corrected event, by id of the correcting one
     * @param correctedBy places of the correcting events, by id of the corrected one
     */
    record Links(Map<String, Body> corrects, Map<String, List<Body>> correctedBy) {}

    /** The event that an event corrects; empty if there is none. */
    public Optional<CorrectedBy> corrected(Body body, long asOf) {
        return Optional.ofNullable(
                        of(List.of(body), asOf).corrects.get(body.event().id()))
                .map(CorrectedBy::of);
    }

    /** The corrections of an event up to a commit, oldest first. */
    public List<CorrectedBy> correcting(Body body, long asOf) {
        return of(List.of(body), asOf).correctedBy.getOrDefault(body.event().id(), List.of()).stream()
                .map(CorrectedBy::of)
                .toList();
    }

    /** Whether an event without a link corrects something all the same: by its kind, or as its commit says of what cannot be read. */
    boolean isCertainlyCorrection(Body body) {
        return decoded(body)
                .map(event -> event instanceof Correcting correcting && !correcting.mayBeFirst())
                .orElseGet(() -> body.commit().corrects() != null);
    }

    /** Reads the streams of those aggregates of which something was corrected. */
    Links of(List<Body> page, long asOf) {
        Set<String> aggregates =
                page.stream().flatMap(body -> aggregate(body).stream()).collect(Collectors.toCollection(TreeSet::new));
        Set<String> touched = new TreeSet<>(timelines.corrected(aggregates, asOf));
        page.stream()
                .filter(body -> decoded(body)
                        .filter(event -> event instanceof Correcting || event instanceof ReportEvent)
                        .isPresent())
                .flatMap(body -> aggregate(body).stream())
                .forEach(touched::add);
        Links links = new Links(new HashMap<>(), new HashMap<>());
        touched.forEach(aggregate -> link(stream(aggregate, asOf), links));
        return links;
    }

    private static Optional<String> aggregate(Body body) {
        return Optional.ofNullable(body.event().aggregate()).map(place -> place.id());
    }

    private void link(List<Body> stream, Links links) {
        List<Body> earlier = new ArrayList<>();
        for (Body body : stream) {
            decoded(body)
                    .flatMap(event ->
                            event instanceof Correcting correcting ? corrected(earlier, correcting) : Optional.empty())
                    .ifPresent(fact -> {
                        links.corrects.put(body.event().id(), fact);
                        links.correctedBy
                                .computeIfAbsent(fact.event().id(), id -> new ArrayList<>())
                                .add(body);
                    });
            earlier.add(body);
        }
    }

    private Optional<Body> corrected(List<Body> earlier, Correcting correcting) {
        return earlier.reversed().stream()
                .filter(body -> decoded(body).filter(correcting::corrects).isPresent())
                .findFirst();
    }

    private Optional<DomainEvent> decoded(Body body) {
        try {
            return Optional.of(codec.decode(body.event().type(), body.event().payload()));
        } catch (EventException e) {
            return Optional.empty();
        }
    }

    /** Empty if a commit of it is damaged: then entries name what they correct and do not say where it is. */
    private List<Body> stream(String aggregate, long asOf) {
        try {
            return histories.of(aggregate, asOf);
        } catch (LedgerException.CommitDamaged e) {
            return List.of();
        }
    }
}
