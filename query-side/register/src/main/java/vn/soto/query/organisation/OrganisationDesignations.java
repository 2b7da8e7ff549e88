package vn.soto.query.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.Designation;
import vn.soto.query.subject.Designations;
import vn.soto.query.subject.IdKind;

/** The names of organisations. */
@Component
record OrganisationDesignations(Documents documents) implements Designations {

    @Override
    public IdKind kind() {
        return IdKind.ORGANISATION;
    }

    @Override
    public Map<String, Designated> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, Designated> found = new HashMap<>();
        documents.find(Organisation.KIND, ids).forEach((id, organisation) -> {
            if (organisation.from() <= asOf) {
                String name = organisation.registration(asOf).name();
                found.put(id, Designated.in(null, Designation.always(Designation.Use.NAME, name)));
            }
        });
        return found;
    }
}
