package vn.soto.query.household;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.query.projection.Documents;

/** Households as they were known at a commit. */
@Component
final class Households {

    private final Documents documents;

    Households(Documents documents) {
        this.documents = documents;
    }

    Optional<Household> find(String household, long asOf) {
        return documents.find(Household.KIND, household).filter(found -> found.from() <= asOf);
    }
}
