package vn.soto.query.personfile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.Designations;
import vn.soto.query.subject.IdKind;

/** The subjects that have a file; people have no names here. */
@Component
record PersonDesignations(Documents documents) implements Designations {

    private static final Designated NAMELESS = new Designated(List.of(), null, null, null);

    @Override
    public IdKind kind() {
        return IdKind.PERSON;
    }

    @Override
    public Map<String, Designated> find(Collection<String> ids, LocalDate day, long asOf) {
        return NamedEventsProjector.NAMED.asOf(ids, asOf, documents).entrySet().stream()
                .filter(known -> known.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), id -> NAMELESS));
    }
}
