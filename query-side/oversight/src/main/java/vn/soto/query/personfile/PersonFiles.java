package vn.soto.query.personfile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.PersonEvent.ProcessingRestricted;
import vn.soto.contracts.person.PersonEvent.RestrictionLifted;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.StatedReason;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Origin;
import vn.soto.privacy.reads.PersonalDataRead;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.query.datarequest.DataRequests;
import vn.soto.query.http.AccessLog;
import vn.soto.query.person.Persons;
import vn.soto.query.personfile.EventParts.Part;
import vn.soto.query.personfile.NamedEvents.Named;
import vn.soto.query.personfile.PersonFile.CountingReport;
import vn.soto.query.personfile.PersonFile.Read;
import vn.soto.query.personfile.PersonFile.RecordedPlace;
import vn.soto.query.reading.Reader;
import vn.soto.query.report.CountingReports;

/** Puts a person's file together, as known at a commit. Each file that an
 * administrator reads is entered in the register of reads, whatever it shows. */
@Component
record PersonFiles(
        NamedEvents named,
        EventWords words,
        Persons persons,
        ConsentLines consents,
        DataRequests requests,
        CountingReports reports,
        PersonalDataReads register,
        AccessLog accesses) {

    private static final int MOST_READS = 1_000;

    /**
     * The part of a file that a query asks for.
     *
     * @param day   on which it is looked at
     * @param until moment after the last read that the answer may know of; absent if it knows all
     * @param from  position of the first event
     * @param limit most events
     */
    record FilePart(LocalDate day, @Nullable Instant until, long from, int limit) {}

    /** Empty if no event names the subject. It also shows data whose processing is restricted: it is handed to the person. */
    Optional<PersonFile> find(Subject subject, FilePart asked, Locale language, long asOf) {
        return Reader.current().onBehalfOf(subject).answered(() -> found(subject, asked, language, asOf));
    }

    private Optional<PersonFile> found(Subject subject, FilePart asked, Locale language, long asOf) {
        List<Named> events = named.of(subject, asOf);
        if (events.isEmpty()) {
            return Optional.empty();
        }
        Optional.ofNullable(Reader.current().named(Set.of(subject)).get(subject))
                .ifPresent(role -> accesses.read(subject, role));
        List<Named> shown = events.stream()
                .filter(event -> event.position() >= asked.from())
                .limit(asked.limit() + 1L)
                .toList();
        boolean more = shown.size() > asked.limit();
        return Optional.of(new PersonFile(
                subject.toString(),
                subject.kind(),
                persons.find(subject, asOf).orElse(null),
                erasure(events).orElse(null),
                restriction(events).orElse(null),
                consents.of(subject, events),
                requests.of(subject, asked.day(), asOf),
                standing(subject, events),
                counting(events, asked.day(), asOf),
                words.of(subject, more ? shown.subList(0, asked.limit()) : shown, language, asked.day(), asOf),
                events.size(),
                reads(subject, events, asked.until()),
                more ? shown.getLast().position() : null));
    }

    private static <E extends DomainEvent> Stream<Found<E>> of(Class<E> type, List<Named> events) {
        return events.stream()
                .flatMap(one -> one.event().filter(type::isInstance).map(type::cast).stream()
                        .map(event -> new Found<>(event, one.commit())));
    }

    private record Found<E>(E event, Commit commit) {}

    private static Optional<PersonFile.Erasure> erasure(List<Named> events) {
        return of(PersonalDataErased.class, events)
                .map(found -> new PersonFile.Erasure(
                        found.event.basis(),
                        found.commit.number(),
                        found.commit.at(),
                        found.commit.actor(),
                        found.event.keptUntil()))
                .findFirst();
    }

    private static Optional<PersonFile.Restriction> restriction(List<Named> events) {
        return events.stream()
                .flatMap(one -> one
                        .event()
                        .filter(event -> event instanceof ProcessingRestricted || event instanceof RestrictionLifted)
                        .stream()
                        .map(event -> new Found<>(event, one.commit())))
                .reduce((earlier, later) -> later)
                .filter(last -> last.event instanceof ProcessingRestricted)
                .map(last -> restriction((ProcessingRestricted) last.event, last.commit));
    }

    private static PersonFile.Restriction restriction(ProcessingRestricted event, Commit commit) {
        return new PersonFile.Restriction(event.since(), event.dataRequest(), commit.number());
    }

    /** The things in which the person is recorded, by kind and id; other people are not listed. */
    private static List<RecordedPlace> standing(Subject subject, List<Named> events) {
        SortedMap<String, SortedMap<String, Integer>> found = new TreeMap<>();
        for (Named one : events) {
            one.event().map(EventParts::of).stream()
                    .flatMap(Collection::stream)
                    .map(Part::value)
                    .distinct()
                    .forEach(value -> PlaceKinds.of(subject, value)
                            .ifPresent(kind -> found.computeIfAbsent(kind.text(), k -> new TreeMap<>())
                                    .merge(value.toString(), 1, Integer::sum)));
        }
        return found.entrySet().stream()
                .flatMap(kind -> kind.getValue().entrySet().stream()
                        .map(place ->
                                new RecordedPlace(PlaceKinds.parse(kind.getKey()), place.getKey(), place.getValue())))
                .toList();
    }

    private List<CountingReport> counting(List<Named> events, LocalDate today, long asOf) {
        SortedSet<TeamId> teams = events.stream()
                .flatMap(one -> one.event().stream())
                .flatMap(event -> EventParts.of(event).stream())
                .map(Part::value)
                .filter(TeamId.class::isInstance)
                .map(TeamId.class::cast)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Long> positions = events.stream().map(Named::position).collect(Collectors.toUnmodifiableSet());
        LocalDate first = events.stream()
                .flatMap(one -> day(one).stream())
                .min(LocalDate::compareTo)
                .orElse(today);
        return teams.stream()
                .flatMap(team -> reports.of(team, positions, first, today, asOf).stream())
                .map(found ->
                        new CountingReport(found.team(), found.quarter().toString(), found.version(), found.codes()))
                .toList();
    }

    private static Optional<LocalDate> day(Named one) {
        return one.event().filter(Dated.class::isInstance).map(event -> switch (((Dated) event).happenedOn()) {
            case LocalDate day -> day;
            case Instant time -> VietnamTime.day(time);
            default -> VietnamTime.day(one.commit().at());
        });
    }

    /** Reads of the person's data and of the texts beside the reasons of commits about the person, latest first. */
    private List<Read> reads(Subject subject, List<Named> events, @Nullable Instant until) {
        List<PersonalDataRead> found = new ArrayList<>(reads(subject.toString(), until));
        events.stream()
                .map(Named::commit)
                .distinct()
                .flatMap(commit -> textual(commit).stream())
                .forEach(reason -> found.addAll(reads(reason, until)));
        return found.stream()
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .limit(MOST_READS)
                .map(read -> new Read(read.at(), read.account(), read.role(), read.question()))
                .toList();
    }

    private List<PersonalDataRead> reads(String subject, @Nullable Instant until) {
        return register.find(new PersonalDataReads.Search(subject, null, null, until, null, MOST_READS))
                .reads();
    }

    /** How the register names the text beside the reason of a commit. */
    private static Optional<String> textual(Commit commit) {
        String reason = commit.reason();
        return reason != null
                        && StatedReason.parse(reason) instanceof StatedReason.Coded coded
                        && coded.text() != null
                        && commit.origin() instanceof Origin.Command command
                ? Optional.of("reason:" + command.id())
                : Optional.empty();
    }
}
