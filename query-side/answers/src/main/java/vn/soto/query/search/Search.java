package vn.soto.query.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.query.reading.Reader;
import vn.soto.query.search.SearchAnswer.Hit;
import vn.soto.query.search.SearchAnswer.Match;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.Designation.Use;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.KnownSubjects;
import vn.soto.web.EndpointRight;
import vn.soto.web.FoldedText;

/**
 * Finds subjects by what they are or were called. The index names candidates, up to a bounded number. Each one's own
 * read model has the days of its names, so an answer as of a commit shows the knowledge of then.
 */
@Component
final class Search {

    /** Terms read for each hit asked for: several terms of one subject may match. */
    private static final int TERMS_PER_HIT = 3;

    /** So many times more terms are read for a reader who may not see all of the subjects. */
    private static final int HIDDEN = 10;

    private static final Set<IdKind> PEOPLE = Set.of(IdKind.MEMBER, IdKind.ACCOUNT);

    private static final Set<IdKind> OPEN = Set.of(IdKind.UNIT, IdKind.TEAM, IdKind.ORGANISATION);

    private final SearchIndex index;
    private final RecordIds records;
    private final CommitHits commits;
    private final List<PeopleFinder> people;
    private final KnownSubjects known;

    Search(SearchIndex index, RecordIds records, CommitHits commits, List<PeopleFinder> people, KnownSubjects known) {
        this.index = index;
        this.records = records;
        this.commits = commits;
        this.people = people;
        this.known = known;
    }

    /** @param more whether more was found than asked for, of what the reader may see */
    record Found(List<Hit> hits, boolean more) {}

    Found find(String typed, Set<IdKind> kinds, LocalDate on, int limit, long asOf) {
        boolean whole = Reader.current().everywhere(EndpointRight.RECORDS);
        int most = limit * (whole ? TERMS_PER_HIT : TERMS_PER_HIT * HIDDEN);
        List<SearchTerm> terms = index.search(new SearchQuery(typed, kinds, asOf).lucene(), most);
        Optional<Hit> recorded = records.find(typed, kinds, asOf);
        List<PeopleFinder.Person> called = people(typed, kinds, on, limit, asOf);
        List<Hit> all = Stream.concat(
                        seen(Stream.of(recorded.stream(), hits(terms, on, asOf).stream(), commits(typed, kinds, asOf))
                                        .flatMap(each -> each)
                                        .toList())
                                .stream(),
                        called.stream().map(Search::hit).distinct())
                .toList();
        List<Hit> shown = all.stream().limit(limit).toList();
        told(called.stream().filter(person -> shown.contains(hit(person))).toList(), asOf);
        return new Found(shown, (whole && terms.size() == most) || all.size() > limit);
    }

    private Stream<Hit> commits(String typed, Set<IdKind> kinds, long asOf) {
        return kinds.contains(IdKind.COMMIT) ? commits.find(typed, asOf).stream() : Stream.empty();
    }

    /** Each finder tells of those alone whom the reader may see. For a search of other kinds no name is opened. */
    private List<PeopleFinder.Person> people(String typed, Set<IdKind> kinds, LocalDate on, int limit, long asOf) {
        if (Collections.disjoint(kinds, PEOPLE)) {
            return List.of();
        }
        FoldedText folded = FoldedText.of(typed);
        return people.stream()
                .flatMap(finder -> finder.find(folded, on, limit + 1, asOf).stream())
                .filter(person -> kinds.contains(person.kind()))
                .toList();
    }

    private static Hit hit(PeopleFinder.Person person) {
        return new Hit(person.kind().text(), person.id(), null, List.of());
    }

    /** A name found by its beginning is told as much as a name shown. */
    private void told(List<PeopleFinder.Person> shown, long asOf) {
        List<PeopleFinder.Person> named =
                shown.stream().filter(PeopleFinder.Person::byName).toList();
        if (!named.isEmpty()) {
            people.forEach(finder -> finder.told(named, asOf));
        }
    }

    /** Those that the reader may see: units, teams and organisations are open to everybody who may search. */
    private static List<Hit> seen(List<Hit> all) {
        Map<IdKind, List<String>> ids = all.stream()
                .filter(hit -> !OPEN.contains(hit.linkedKind()))
                .collect(
                        Collectors.groupingBy(Hit::linkedKind, Collectors.mapping(Hit::linkedId, Collectors.toList())));
        Map<IdKind, Set<String>> seen = new EnumMap<>(IdKind.class);
        ids.forEach((kind, of) -> seen.put(kind, Reader.current().reached(EndpointRight.RECORDS, kind, of)));
        return all.stream()
                .filter(hit -> OPEN.contains(hit.linkedKind())
                        || seen.getOrDefault(hit.linkedKind(), Set.of()).contains(hit.linkedId()))
                .toList();
    }

    private List<Hit> hits(List<SearchTerm> terms, LocalDate on, long asOf) {
        Map<Subject, List<SearchTerm>> bySubject =
                terms.stream().collect(Collectors.groupingBy(Subject::of, LinkedHashMap::new, Collectors.toList()));
        Map<IdKind, Map<String, Designated>> named = named(bySubject.keySet(), on, asOf);
        List<Hit> hits = new ArrayList<>();
        bySubject.forEach((subject, matching) -> Optional.ofNullable(
                        named.getOrDefault(subject.kind, Map.of()).get(subject.id))
                .flatMap(designated -> hit(subject, designated, matching, on))
                .ifPresent(hits::add));
        return hits;
    }

    private record Subject(IdKind kind, String id) {

        static Subject of(SearchTerm term) {
            return new Subject(term.kind(), term.subject());
        }
    }

    private Map<IdKind, Map<String, Designated>> named(Collection<Subject> subjects, LocalDate on, long asOf) {
        Map<IdKind, List<String>> ids = subjects.stream()
                .collect(Collectors.groupingBy(Subject::kind, Collectors.mapping(Subject::id, Collectors.toList())));
        Map<IdKind, Map<String, Designated>> named = new EnumMap<>(IdKind.class);
        ids.forEach((kind, of) -> named.put(kind, known.names(kind, of, on, asOf)));
        return named;
    }

    /** Absent if it was never validly called that: the change was undone, or corrected. */
    private static Optional<Hit> hit(Subject subject, Designated designated, List<SearchTerm> matching, LocalDate on) {
        Set<String> texts = matching.stream().map(SearchTerm::text).collect(Collectors.toUnmodifiableSet());
        boolean byId = matching.stream().anyMatch(term -> term.use() == Use.ID);
        List<Match> matches = designated.designations().stream()
                .filter(each -> texts.contains(each.text()) && each.everValid())
                .map(each -> Match.of(each, on))
                .toList();
        return matches.isEmpty() && !byId
                ? Optional.empty()
                : Optional.of(new Hit(
                        subject.kind.text(), subject.id, designated.name(on).orElse(null), matches));
    }
}
