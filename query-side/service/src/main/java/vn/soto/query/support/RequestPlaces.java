package vn.soto.query.support;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.query.link.IdKind;
import vn.soto.query.reading.Places;
import vn.soto.query.reading.SubjectPlaces;

/** A request lies in the unit in which it was received, and with the team in charge. */
@Component
final class RequestPlaces implements SubjectPlaces {

    private final Queues queues;

    RequestPlaces(Queues queues) {
        this.queues = queues;
    }

    @Override
    public IdKind kind() {
        return IdKind.REQUEST;
    }

    @Override
    public Map<String, List<Places>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Places>> found = new HashMap<>();
        queues.find(List.copyOf(ids), LocalDate.MAX, asOf)
                .forEach(known -> found.put(
                        known.request().id(),
                        List.of(Places.inUnits(List.of(known.request().unit()))
                                .and(Places.ofTeams(
                                        Stream.ofNullable(known.step().team()).toList())))));
        return found;
    }
}
