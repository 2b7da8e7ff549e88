package vn.soto.query.access;

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

/** The accounts of which the ledger has an event, so that only these are linked; an account is called as its id is. */
@Component
record AccountDesignations(Documents documents) implements Designations {

    @Override
    public IdKind kind() {
        return IdKind.ACCOUNT;
    }

    @Override
    public Map<String, Designated> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, Designated> found = new HashMap<>();
        documents
                .find(AccountRecord.KIND, ids)
                .forEach((id, record) -> record.asOf(asOf)
                        .ifPresent(known ->
                                found.put(id, Designated.in(null, Designation.always(Designation.Use.NAME, id)))));
        return found;
    }
}
