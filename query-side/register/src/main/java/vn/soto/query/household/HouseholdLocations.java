package vn.soto.query.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.household.Household.Charge;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** A household lies in the unit in which it is recorded, and with the team of the member responsible for it. */
@Component
record HouseholdLocations(Documents documents) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.HOUSEHOLD;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        documents.find(Household.KIND, ids).forEach((id, household) -> {
            if (household.from() <= asOf) {
                found.put(
                        id,
                        List.of(Locations.inUnits(
                                        List.of(household.home(day, asOf).unit()))
                                .and(Locations.ofTeams(household.charge(day, asOf).map(Charge::team).stream()
                                        .map(Objects::requireNonNull)
                                        .toList()))));
            }
        });
        return found;
    }
}
