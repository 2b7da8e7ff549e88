package vn.soto.query.practice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.Designation;
import vn.soto.query.subject.Designations;
import vn.soto.query.subject.IdKind;

/** The titles of good models. */
@Component
record PracticeDesignations(Practices practices) implements Designations {

    @Override
    public IdKind kind() {
        return IdKind.PRACTICE;
    }

    @Override
    public Map<String, Designated> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, Designated> found = new HashMap<>();
        ids.forEach(id -> practices
                .find(id, asOf)
                .ifPresent(known -> found.put(
                        id,
                        Designated.in(
                                null,
                                Designation.always(
                                        Designation.Use.NAME,
                                        known.latest().stated().title())))));
        return found;
    }
}
