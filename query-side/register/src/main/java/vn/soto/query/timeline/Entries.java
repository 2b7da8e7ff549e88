package vn.soto.query.timeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.projection.Documents;
import vn.soto.query.assistance.Assistance;
import vn.soto.query.event.EventLoader;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.EventNames;
import vn.soto.query.event.EventSentences;
import vn.soto.query.event.Place;
import vn.soto.query.period.TeamPeriods;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.reading.SeenEvent;
import vn.soto.query.timeline.Entry.Link;

/** Builds the entries of a timeline: bodies from the ledger, links and marks from the read models. */
@Component
public record Entries(
        EventLoader bodies,
        Documents documents,
        CorrectionLinks corrections,
        EventCodec codec,
        CommitReasons reasons,
        EventSentences sentences) {

    /**
     * The entries of these places, in their order; without those of damaged commits.
     *
     * @param periods of the team whose timeline it is
     */
    List<Entry> of(List<Place> places, TeamPeriods periods, long asOf, Locale language) {
        List<Body> found = bodies.of(places);
        CorrectionLinks.Links links = corrections.of(found, asOf);
        Map<Long, DomainEvent> decoded = new HashMap<>();
        found.forEach(body -> decode(body.event()).ifPresent(event -> decoded.put(body.position(), event)));
        Map<String, Assistance> records = records(decoded.values());
        Map<Long, String> said = sentences.of(found, language, asOf);
        LateEntries late = new LateEntries(periods, codec);
        return found.stream()
                .map(body -> entry(
                        body,
                        Optional.ofNullable(decoded.get(body.position())),
                        links,
                        records,
                        late,
                        asOf,
                        reasons.of(body.commit(), language),
                        said.get(body.position())))
                .toList();
    }

    private Map<String, Assistance> records(Collection<DomainEvent> events) {
        return documents.find(
                Assistance.KIND,
                events.stream()
                        .filter(AssistanceEvent.class::isInstance)
                        .map(event -> ((AssistanceEvent) event).assistance().value())
                        .distinct()
                        .toList());
    }

    private Optional<DomainEvent> decode(RecordedEvent event) {
        try {
            return Optional.of(codec.decode(event.type(), event.payload()));
        } catch (EventException e) {
            return Optional.empty();
        }
    }

    private Entry entry(
            Body body,
            Optional<DomainEvent> decoded,
            CorrectionLinks.Links links,
            Map<String, Assistance> records,
            LateEntries late,
            long asOf,
            CommitReasons.Shown reason,
            @Nullable String sentence) {
        Optional<String> occurred = decoded.flatMap(Entries::occurredAt);
        return new Entry(
                body.position(),
                body.commit().number(),
                body.event().id(),
                EventNames.of(body.event().type()),
                SeenEvent.of(body.event()).body(),
                occurred.isPresent() ? occurred.get() : null,
                body.commit().at(),
                body.commit().actor(),
                body.commit().origin() instanceof Origin.Command command ? command.name() : null,
                reason,
                corrects(body, decoded.isPresent(), links),
                links.correctedBy().getOrDefault(body.event().id(), List.of()).stream()
                        .map(by -> new Link(by.position(), by.commit().number(), null))
                        .toList(),
                decoded.filter(event -> voided(event, records, asOf)).isPresent(),
                decoded.map(event -> late.of(body, event)).orElse(List.of()),
                sentence);
    }

    /** The time of the occurrence in the event's content: the start of the help, the first day of the responsibility. */
    private static Optional<String> occurredAt(DomainEvent event) {
        return event instanceof Dated dated ? Optional.of(dated.happenedOn().toString()) : Optional.empty();
    }

    private static boolean voided(DomainEvent event, Map<String, Assistance> records, long asOf) {
        return event instanceof AssistanceEvent of
                && Optional.ofNullable(records.get(of.assistance().value()))
                        .flatMap(record -> record.asOf(asOf))
                        .filter(Assistance.Version::voided)
                        .isPresent();
    }

    /** The corrected event; if it cannot be found, what the header of the commit names. */
    private static @Nullable Link corrects(Body body, boolean readable, CorrectionLinks.Links links) {
        Body fact = links.corrects().get(body.event().id());
        if (fact != null) {
            return new Link(
                    fact.position(), fact.commit().number(), fact.event().id());
        }
        String named = body.commit().corrects();
        return readable || named == null ? null : new Link(null, null, named);
    }
}
