package vn.soto.query.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.projection.Documents;
import vn.soto.projection.log.IndexEntry;
import vn.soto.projection.log.Page;
import vn.soto.query.unit.Units;

/** Queries about households as known at a commit. */
@Component
public record Households(Documents documents, Units units, ActiveMembers members) {

    /** Whether the ledger knew the household at the commit. */
    public boolean isKnown(String household, long asOf) {
        return find(household, asOf).isPresent();
    }

    Optional<Household> find(String household, long asOf) {
        return documents.find(Household.KIND, household).filter(found -> found.from() <= asOf);
    }

    /**
     * The households recorded in these units that live there and count by themselves, one unit after the other. Each household
     * is recorded in exactly one unit.
     */
    Page<HouseholdLine> ofUnits(
            List<String> recorded, LocalDate day, Predicate<HouseholdLine> wanted, long from, int limit, long asOf) {
        return page(
                recorded.stream().map(HouseholdIndexProjector::unit).toList(),
                day,
                from,
                limit,
                asOf,
                (entry, household) -> household.home(day, asOf).position() == entry.position()
                        && household.standing(day, asOf).state() == HouseholdStatus.State.PRESENT,
                wanted);
    }

    /** The households a member is responsible for. */
    Page<HouseholdLine> ofMember(
            String member, LocalDate day, Predicate<HouseholdLine> wanted, long from, int limit, long asOf) {
        return page(
                List.of(HouseholdIndexProjector.member(member)),
                day,
                from,
                limit,
                asOf,
                (entry, household) -> household
                        .charge(day, asOf)
                        .filter(charge -> charge.position() == entry.position())
                        .isPresent(),
                wanted);
    }

    /** A household with the unit in which it lives. */
    HouseholdView view(Household household, LocalDate day, long asOf) {
        UnitLineage.Destination unit =
                units.lineage(day, asOf).of(household.home(day, asOf).unit());
        ActiveMembers.Check check = members.of(List.of(household), day, asOf);
        return HouseholdView.of(
                household, HouseholdLine.of(household, unit.unit().value(), check, day, asOf), unit, day, asOf);
    }

    private Page<HouseholdLine> page(
            List<String> places,
            LocalDate day,
            long from,
            int limit,
            long asOf,
            BiPredicate<IndexEntry, Household> isThere,
            Predicate<HouseholdLine> wanted) {
        UnitLineage lineage = units.lineage(day, asOf);
        return HouseholdIndexProjector.HOUSEHOLDS.page(places, from, limit, asOf, documents, entries -> {
            Map<String, Household> found = documents.find(Household.KIND, subjects(entries));
            ActiveMembers.Check check = members.of(found.values(), day, asOf);
            Map<IndexEntry, HouseholdLine> lines = new HashMap<>();
            entries.forEach(entry -> Optional.ofNullable(found.get(entry.subject()))
                    .filter(household -> isThere.test(entry, household))
                    .map(household ->
                            HouseholdLine.of(household, unit(household, lineage, day, asOf), check, day, asOf))
                    .filter(wanted)
                    .ifPresent(line -> lines.put(entry, line)));
            return lines;
        });
    }

    private static String unit(Household household, UnitLineage lineage, LocalDate day, long asOf) {
        return lineage.of(household.home(day, asOf).unit()).unit().value();
    }

    private static Collection<String> subjects(List<IndexEntry> entries) {
        return entries.stream().map(IndexEntry::subject).distinct().toList();
    }
}
