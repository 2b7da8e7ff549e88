package vn.soto.query.support;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** A request lies in the unit in which it was received, and with the team in charge. */
@Component
record RequestLocations(Queues queues) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.REQUEST;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        queues.find(List.copyOf(ids), LocalDate.MAX, asOf)
                .forEach(known -> found.put(
                        known.request().id(),
                        List.of(Locations.inUnits(List.of(known.request().unit()))
                                .and(Locations.ofTeams(
                                        Stream.ofNullable(known.step().team()).toList())))));
        return found;
    }
}
