package vn.soto.query.business;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.query.projection.Documents;
import vn.soto.query.roll.Page;
import vn.soto.query.roll.Roll.Entry;
import vn.soto.query.roll.Rolls;

/** Businesses as they were known at a commit. */
@Component
final class Businesses {

    private final Documents documents;
    private final Rolls rolls;

    Businesses(Documents documents, Rolls rolls) {
        this.documents = documents;
        this.rolls = rolls;
    }

    Optional<Business> find(String business, long asOf) {
        return documents.find(Business.KIND, business).filter(found -> found.from() <= asOf);
    }

    /** Those that work in that unit, in the order in which they came there. */
    Page<BusinessLine> ofUnit(String unit, long from, int limit, long asOf) {
        return rolls.page(BusinessProjector.ROLLS, unit, from, limit, asOf, entries -> lines(entries, asOf));
    }

    private Map<Entry, BusinessLine> lines(List<Entry> entries, long asOf) {
        Map<String, Business> found = documents.find(
                Business.KIND, entries.stream().map(Entry::subject).distinct().toList());
        Map<Entry, BusinessLine> lines = new HashMap<>();
        entries.forEach(entry -> Optional.ofNullable(found.get(entry.subject()))
                .filter(business -> business.home(asOf).position() == entry.position()
                        && business.closedSince(asOf).isEmpty())
                .ifPresent(business -> lines.put(entry, BusinessLine.of(business, asOf))));
        return lines;
    }
}
