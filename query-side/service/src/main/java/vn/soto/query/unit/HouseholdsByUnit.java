package vn.soto.query.unit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;

/** Households by the residential unit in which they live, as known at a commit. */
@Component
public final class HouseholdsByUnit {

    private final Documents documents;

    HouseholdsByUnit(Documents documents) {
        this.documents = documents;
    }

    /** In the order in which they came. */
    record Homes(List<String> households) {

        long count() {
            return households.size();
        }
    }

    Homes in(String unit, long asOf) {
        Set<String> living = new LinkedHashSet<>();
        documents
                .find(HouseholdCount.KIND, unit)
                .ifPresent(occupancy -> rows(occupancy)
                        .filter(row -> row.commit() <= asOf)
                        .forEach(row -> {
                            if (row.change() > 0) {
                                living.add(row.household());
                            } else {
                                living.remove(row.household());
                            }
                        }));
        return new Homes(List.copyOf(living));
    }

    private Stream<HouseholdCount.Row> rows(HouseholdCount occupancy) {
        List<String> ids = IntStream.range(0, occupancy.kept().size())
                .mapToObj(occupancy::history)
                .toList();
        Map<String, HouseholdCount.Sealed> lists = documents.find(HouseholdCount.Sealed.KIND, ids);
        return Stream.concat(
                ids.stream()
                        .flatMap(id -> Optional.ofNullable(lists.get(id)).stream())
                        .flatMap(list -> list.rows().stream()),
                occupancy.rows().stream());
    }
}
