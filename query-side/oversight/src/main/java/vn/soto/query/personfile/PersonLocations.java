package vn.soto.query.personfile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.Subject;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.reading.Whereabouts;
import vn.soto.query.subject.IdKind;

/** A person lies where the member, household, business or request lies. */
@Component
record PersonLocations(Whereabouts whereabouts) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.PERSON;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        ids.stream()
                .map(Subject::find)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(Subject::kind, Collectors.mapping(Subject::id, Collectors.toSet())))
                .forEach((kind, of) -> whereabouts
                        .find(IdKind.valueOf(kind.name()), of, day, asOf)
                        .forEach((id, locations) -> found.put(new Subject(kind, id).toString(), locations)));
        return found;
    }
}
