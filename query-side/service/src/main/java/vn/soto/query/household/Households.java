package vn.soto.query.household;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.projection.log.IndexEntry;
import vn.soto.projection.log.Page;

/** Queries about households as known at a commit. */
@Component
final class Households {

    private final Documents documents;

    Households(Documents documents) {
        this.documents = documents;
    }

    Optional<Household> find(String household, long asOf) {
        return documents.find(Household.KIND, household).filter(found -> found.from() <= asOf);
    }

    /** The households that live in a unit and count by themselves. */
    Page<HouseholdLine> ofUnit(String unit, Predicate<Household> wanted, long from, int limit, long asOf) {
        return page(
                HouseholdIndexProjector.unit(unit),
                from,
                limit,
                asOf,
                (entry, household) -> household.home(asOf).position() == entry.position()
                        && household.standing(asOf).state() == HouseholdStatus.State.PRESENT
                        && wanted.test(household));
    }

    /** The households a member is responsible for. */
    Page<HouseholdLine> ofMember(String member, long from, int limit, long asOf) {
        return page(
                HouseholdIndexProjector.member(member),
                from,
                limit,
                asOf,
                (entry, household) -> household
                        .charge(asOf)
                        .filter(charge -> charge.position() == entry.position())
                        .isPresent());
    }

    private Page<HouseholdLine> page(
            String place, long from, int limit, long asOf, BiPredicate<IndexEntry, Household> isThere) {
        return HouseholdIndexProjector.HOUSEHOLDS.page(place, from, limit, asOf, documents, entries -> {
            Map<String, Household> found = documents.find(Household.KIND, subjects(entries));
            Map<IndexEntry, HouseholdLine> lines = new HashMap<>();
            entries.forEach(entry -> Optional.ofNullable(found.get(entry.subject()))
                    .filter(household -> isThere.test(entry, household))
                    .ifPresent(household -> lines.put(entry, HouseholdLine.of(household, asOf))));
            return lines;
        });
    }

    private static Collection<String> subjects(List<IndexEntry> entries) {
        return entries.stream().map(IndexEntry::subject).distinct().toList();
    }
}
