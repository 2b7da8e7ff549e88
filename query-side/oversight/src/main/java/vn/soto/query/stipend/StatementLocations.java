package vn.soto.query.stipend;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** A stipend statement lies in its unit. */
@Component
record StatementLocations(StipendStatements statements) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.STATEMENT;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        ids.forEach(id -> statements
                .find(id, asOf)
                .latest()
                .ifPresent(latest -> found.put(
                        id,
                        List.of(Locations.inUnits(
                                List.of(latest.computed().unit().value()))))));
        return found;
    }
}
