package vn.soto.query.business;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.projection.roll.AppendOnlyIndex.Entry;
import vn.soto.projection.roll.AppendOnlyIndexes;
import vn.soto.projection.roll.Page;
import vn.soto.query.http.Viewer;
import vn.soto.query.person.Persons;

/** Businesses as they were known at a commit. */
@Component
final class Businesses {

    private final Documents documents;
    private final AppendOnlyIndexes rolls;
    private final Persons persons;

    Businesses(Documents documents, AppendOnlyIndexes rolls, Persons persons) {
        this.documents = documents;
        this.rolls = rolls;
        this.persons = persons;
    }

    Optional<Business> find(String business, long asOf) {
        return documents.find(Business.KIND, business).filter(found -> found.from() <= asOf);
    }

    Persons.Texts tradeNames(Collection<Business> businesses, Viewer viewer) {
        return persons.texts(businesses.stream().map(Business::subject).toList(), viewer);
    }

    /** Those that work in that unit, in the order in which they came there. Only names of those on the page are opened. */
    Page<BusinessLine> ofUnit(String unit, long from, int limit, Viewer viewer, long asOf) {
        Page<Business> page =
                rolls.page(BusinessProjector.ROLLS, unit, from, limit, asOf, entries -> working(entries, asOf));
        Persons.Texts texts = tradeNames(page.items(), viewer);
        return new Page<>(
                page.items().stream()
                        .map(business -> BusinessLine.of(business, texts, asOf))
                        .toList(),
                page.next());
    }

    private Map<Entry, Business> working(List<Entry> entries, long asOf) {
        Map<String, Business> found = documents.find(
                Business.KIND, entries.stream().map(Entry::subject).distinct().toList());
        Map<Entry, Business> working = new HashMap<>();
        entries.forEach(entry -> Optional.ofNullable(found.get(entry.subject()))
                .filter(business -> business.home(asOf).position() == entry.position()
                        && business.closedSince(asOf).isEmpty())
                .ifPresent(business -> working.put(entry, business)));
        return working;
    }
}
