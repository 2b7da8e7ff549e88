package vn.soto.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.person.Subject;
import vn.soto.query.event.Place;
import vn.soto.query.subject.Designation.Use;
import vn.soto.query.subject.IdKind;

final class SearchIndexTest {

    @AutoClose
    private final SearchIndex index = new SearchIndex();

    private static IndexedEvent event(long position, String who) {
        return event(position, who, List.of(), List.of());
    }

    private static IndexedEvent event(long position, String who, List<String> about, List<String> named) {
        return new IndexedEvent(
                Long.toString(position),
                position,
                position + 1,
                null,
                20_000,
                who,
                "unit.renamed",
                about,
                named,
                false);
    }

    private List<Long> positions(Optional<String> who) {
        EventCondition condition =
                new EventCondition(who, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        return index.events(condition.lucene(Long.MAX_VALUE, Long.MAX_VALUE), 10).stream()
                .map(Place::position)
                .toList();
    }

    /** As an event that failed at first and is projected again once the later ones are there. */
    @Test
    void anEventThatComesLateIsFoundInItsPlace() {
        index.write(event(0, "an"));
        index.write(event(2, "binh"));
        assertThat(positions(Optional.empty())).containsExactly(2L, 0L);

        index.write(event(1, "an"));
        assertThat(positions(Optional.empty())).containsExactly(2L, 1L, 0L);
        assertThat(positions(Optional.of("an"))).containsExactly(1L, 0L);
    }

    @Test
    void anEventThatComesAgainIsFoundOnce() {
        List.of(event(0, "an"), event(1, "an"), event(2, "an"), event(1, "binh"), event(2, "an"))
                .forEach(index::write);
        assertThat(positions(Optional.empty())).containsExactly(2L, 1L, 0L);
        assertThat(positions(Optional.of("binh"))).containsExactly(1L);
    }

    @Test
    void allEventsThatNameASubjectAreFoundTheFirstFirst() {
        Subject lan = Subject.parse("member:lan");
        List<String> said = List.of(lan.toString());
        index.write(event(0, "an", said, List.of()));
        index.write(event(2, "an", List.of("member:hoa"), said));
        index.write(event(3, "an", List.of("team:lan"), List.of("household:lan", "member:lan-2")));
        index.write(event(1, "an", List.of(), said));
        assertThat(index.events(EventCondition.naming(lan, Long.MAX_VALUE)))
                .containsExactly(new Place(0, 1), new Place(1, 2), new Place(2, 3));
        assertThat(index.events(EventCondition.naming(lan, 2))).containsExactly(new Place(0, 1), new Place(1, 2));
        assertThat(index.events(EventCondition.naming(Subject.parse("member:nga"), Long.MAX_VALUE)))
                .isEmpty();
    }

    /** Its batch was written in part and comes again. */
    @Test
    void aTermThatComesAgainIsFoundOnce() {
        List<SearchTerm> terms = List.of(term(0, "a"), term(3, "b"));
        index.write(terms);
        index.write(terms);
        index.write(List.of(term(5, "c")));
        assertThat(index.search(new SearchQuery("ho", Set.of(IdKind.HOUSEHOLD), 9).lucene(), 30))
                .extracting(SearchTerm::subject)
                .containsExactly("a", "b", "c");
    }

    private static SearchTerm term(long position, String household) {
        return new SearchTerm(
                position + "-REFERENCE",
                IdKind.HOUSEHOLD,
                household,
                Use.REFERENCE,
                "HO-" + position,
                position,
                position);
    }
}
