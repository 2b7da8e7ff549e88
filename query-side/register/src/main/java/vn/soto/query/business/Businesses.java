package vn.soto.query.business;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.projection.log.IndexEntry;
import vn.soto.projection.log.Page;
import vn.soto.query.person.Persons;

/** Queries about businesses as known at a commit. */
@Component
record Businesses(Documents documents, Persons persons) {

    Optional<Business> find(String business, long asOf) {
        return documents.find(Business.KIND, business).filter(found -> found.from() <= asOf);
    }

    Persons.Texts tradeNames(Collection<Business> businesses) {
        return persons.texts(businesses.stream().map(Business::subject).toList());
    }

    /** The businesses recorded in these units, one after the other. Opens only the names on the page. */
    Page<BusinessLine> ofUnits(List<String> units, LocalDate day, long from, int limit, long asOf) {
        Page<Business> page = BusinessProjector.BY_UNIT.page(
                units, from, limit, asOf, documents, entries -> working(entries, day, asOf));
        Persons.Texts texts = tradeNames(page.items());
        return new Page<>(
                page.items().stream()
                        .map(business -> BusinessLine.of(business, texts, day, asOf))
                        .toList(),
                page.next());
    }

    /** Whether none operates in these units on a day. */
    boolean isNone(List<String> units, LocalDate day, long asOf) {
        return BusinessProjector.BY_UNIT
                .page(units, 0, 1, asOf, documents, entries -> working(entries, day, asOf))
                .items()
                .isEmpty();
    }

    private Map<IndexEntry, Business> working(List<IndexEntry> entries, LocalDate day, long asOf) {
        Map<String, Business> found = documents.find(
                Business.KIND,
                entries.stream().map(IndexEntry::subject).distinct().toList());
        Map<IndexEntry, Business> working = new HashMap<>();
        entries.forEach(entry -> Optional.ofNullable(found.get(entry.subject()))
                .filter(business -> business.home(day, asOf).position() == entry.position()
                        && business.closedSince(day, asOf).isEmpty())
                .ifPresent(business -> working.put(entry, business)));
        return working;
    }
}
