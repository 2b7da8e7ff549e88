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
import vn.soto.query.link.IdKind;
import vn.soto.query.reading.Places;
import vn.soto.query.reading.SubjectPlaces;

/** A household lies in the unit in which it is recorded, and with the team of the member responsible for it. */
@Component
final class HouseholdPlaces implements SubjectPlaces {

    private final Documents documents;

    HouseholdPlaces(Documents documents) {
        this.documents = documents;
    }

    @Override
    public IdKind kind() {
        return IdKind.HOUSEHOLD;
    }

    @Override
    public Map<String, List<Places>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Places>> found = new HashMap<>();
        documents.find(Household.KIND, ids).forEach((id, household) -> {
            if (household.from() <= asOf) {
                found.put(
                        id,
                        List.of(Places.inUnits(List.of(household.home(asOf).unit()))
                                .and(Places.ofTeams(household.charge(asOf).map(Charge::team).stream()
                                        .map(Objects::requireNonNull)
                                        .toList()))));
            }
        });
        return found;
    }
}
