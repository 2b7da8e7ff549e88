package vn.soto.query.reading;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.ledger.Commit;
import vn.soto.ledger.RecordedEvent;
import vn.soto.query.reading.EventSubjects.Named;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.JsonIds;
import vn.soto.query.subject.KnownSubjects;
import vn.soto.query.subject.Locations;
import vn.soto.web.EndpointRight;

/**
 * The places of events: those of their subjects. An event about nothing that lies anywhere is seen by readers of the
 * whole.
 */
@Component
public record EventLocations(KnownSubjects known, TeamReach teams) {

    /** The places of all events of a commit. */
    public Locations of(Commit commit, LocalDate day, long asOf) {
        Set<Named> subjects = new HashSet<>();
        boolean open = false;
        for (RecordedEvent event : commit.events()) {
            subjects.addAll(EventSubjects.of(event));
            open = open || EventSubjects.isOpen(event);
        }
        Locations all = open ? Locations.OPEN : Locations.NONE;
        for (Locations each : find(subjects, day, asOf).values()) {
            all = all.and(each);
        }
        return all.and(Locations.ofAccounts(List.of(commit.actor())));
    }

    /** The places of one event of a commit. */
    public Locations of(RecordedEvent event, Commit commit, LocalDate day, long asOf) {
        Locations all = EventSubjects.isOpen(event) ? Locations.OPEN : Locations.NONE;
        for (Locations each : find(EventSubjects.of(event), day, asOf).values()) {
            all = all.and(each);
        }
        return all.and(Locations.ofAccounts(List.of(commit.actor())));
    }

    /** The units in which an event lies, those that its teams cover among them. */
    public Set<String> unitsOf(RecordedEvent event, LocalDate day, long asOf) {
        Set<String> units = new HashSet<>();
        Set<String> of = new HashSet<>();
        find(EventSubjects.of(event), day, asOf).values().forEach(each -> {
            units.addAll(each.units());
            of.addAll(each.teams());
        });
        teams.covered(of, day, asOf).values().forEach(units::addAll);
        return units;
    }

    private Map<Named, Locations> find(Collection<Named> subjects, LocalDate day, long asOf) {
        Map<IdKind, Set<String>> ids = new EnumMap<>(IdKind.class);
        subjects.forEach(
                each -> ids.computeIfAbsent(each.kind(), k -> new HashSet<>()).add(each.id()));
        Map<Named, Locations> found = new HashMap<>();
        ids.forEach((kind, of) -> known.places(kind, of, day, asOf)
                .forEach((id, places) ->
                        places.stream().reduce(Locations::and).ifPresent(all -> found.put(new Named(kind, id), all))));
        return found;
    }

    /** Whether the reader of the answer being made may see an event: the rows of a commit. */
    public static boolean isSeen(RecordedEvent event, Commit commit) {
        Reader reader = Reader.current();
        EndpointRight right = EventSubjects.right(event);
        return reader.everywhere(right)
                || EventSubjects.isOpen(event)
                || EventSubjects.of(event).stream().anyMatch(each -> reader.reaches(right, each.kind(), each.id()))
                || reader.isOwn(commit.actor());
    }

    /** Subjects whose records are seen by whoever reaches them; teams and members work together across areas. */
    private static final Set<IdKind> OWN = EnumSet.of(
            IdKind.HOUSEHOLD,
            IdKind.BUSINESS,
            IdKind.ASSISTANCE,
            IdKind.REQUEST,
            IdKind.SESSION,
            IdKind.TRAINING,
            IdKind.CAMPAIGN,
            IdKind.DATA_REQUEST);

    private static final String PERSONAL_DATA = "personal-data:";

    /**
     * Whether a subject, such as {@code household:<id>} or the id of an aggregate, is a record that the reader does not
     * reach. Neither an answer about it nor its time may tell that there is one.
     */
    public static boolean isOutside(String about) {
        Reader reader = Reader.current();
        String subject = about.startsWith(PERSONAL_DATA) ? about.substring(PERSONAL_DATA.length()) : about;
        Stream<Named> named = subject.contains(":")
                ? EventSubjects.named(subject).stream()
                : OWN.stream().map(kind -> new Named(kind, subject));
        return named.filter(each -> OWN.contains(each.kind()))
                .anyMatch(each -> outside(reader, EndpointRight.RECORDS, each)
                        .filter(ReadingDecision.Outside::known)
                        .isPresent());
    }

    /** Events that begin a record, by its kind. */
    private static final Map<String, IdKind> BEGINNINGS = Map.of(
            "household.registered", IdKind.HOUSEHOLD,
            "business.registered", IdKind.BUSINESS,
            "assistance.recorded", IdKind.ASSISTANCE,
            "support-request.received", IdKind.REQUEST,
            "outreach.scheduled", IdKind.SESSION,
            "training.scheduled", IdKind.TRAINING,
            "campaign.planned", IdKind.CAMPAIGN,
            "data-request.received", IdKind.DATA_REQUEST);

    /**
     * The reason why the reader may not suppose events: the right reaches no subject of an event, or not all records
     * that it names. A record that one of them begins is the reader's. Empty if the reader may.
     */
    public static Optional<ReadingDecision.Outside> hidden(List<RecordedEvent> events) {
        Set<Named> begun = events.stream().flatMap(EventLocations::begunBy).collect(Collectors.toUnmodifiableSet());
        return events.stream().flatMap(event -> hidden(event, begun).stream()).findFirst();
    }

    /** The records that an event begins; none if it is about one that is there. */
    private static Stream<Named> begunBy(RecordedEvent event) {
        @Nullable IdKind kind = BEGINNINGS.get(event.type().name());
        return kind == null
                ? Stream.of()
                : JsonIds.of(event).getOrDefault(kind, Set.of()).stream().map(id -> new Named(kind, id));
    }

    private static Optional<ReadingDecision.Outside> hidden(RecordedEvent event, Set<Named> begun) {
        Reader reader = Reader.current();
        EndpointRight right = EventSubjects.right(event);
        if (reader.everywhere(right)) {
            return Optional.empty();
        }
        Set<Named> subjects = new HashSet<>(EventSubjects.of(event));
        JsonIds.of(event).forEach((kind, ids) -> ids.forEach(id -> subjects.add(new Named(kind, id))));
        Optional<ReadingDecision.Outside> record = subjects.stream()
                .filter(each -> OWN.contains(each.kind()))
                .flatMap(each -> outside(reader, right, each).stream()
                        .filter(outside -> outside.known() || !begun.contains(each)))
                .findFirst();
        boolean seen = subjects.stream().anyMatch(each -> reader.reaches(right, each.kind(), each.id()));
        return record.isPresent() || seen || EventSubjects.isOpen(event)
                ? record
                : Optional.of(new ReadingDecision.Outside(right, reader.giving(right), null, "", true));
    }

    private static Optional<ReadingDecision.Outside> outside(Reader reader, EndpointRight right, Named subject) {
        return reader.decide(right, right.roles(), subject.kind(), subject.id())
                        instanceof ReadingDecision.Outside outside
                ? Optional.of(outside)
                : Optional.empty();
    }
}
