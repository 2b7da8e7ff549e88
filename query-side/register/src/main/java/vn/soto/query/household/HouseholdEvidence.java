package vn.soto.query.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.events.EventCodec;
import vn.soto.query.event.EventLoader;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.EventSentences;
import vn.soto.query.event.FigureEvidence;
import vn.soto.query.event.Histories;
import vn.soto.query.event.Place;
import vn.soto.query.household.Registrations.Registered;

/**
 * The events by which households count as they do: those that placed each household in its unit and with its
 * responsible member. If that member cannot act, the events of the membership are added.
 */
@Component
public record HouseholdEvidence(Histories histories, EventLoader events, EventCodec codec, EventSentences sentences) {

    /**
     * One entry for each of the households; without events of damaged commits.
     *
     * @param lastDay of the quarter; what was recorded after it is marked as late
     */
    public List<List<FigureEvidence>> of(List<Registered> households, LocalDate lastDay, Locale language, long asOf) {
        Map<Responsible, List<Place>> memberships = new HashMap<>();
        List<List<Place>> places = households.stream()
                .map(household -> places(household, memberships, asOf))
                .toList();
        Map<Long, Body> bodies = new HashMap<>();
        events.of(sorted(places.stream().flatMap(Collection::stream)))
                .forEach(body -> bodies.put(body.position(), body));
        Map<Long, String> said = sentences.of(bodies.values(), language, asOf);
        return places.stream()
                .map(each -> FigureEvidence.at(
                                each.stream().map(Place::position).toList(), bodies, said)
                        .stream()
                        .map(event -> event.markedAfter(lastDay))
                        .toList())
                .toList();
    }

    private List<Place> places(Registered household, Map<Responsible, List<Place>> memberships, long asOf) {
        List<Place> places = new ArrayList<>(household.resident().rows().stream()
                .map(row -> new Place(row.position(), row.commit()))
                .toList());
        Optional<Responsible> absent = household.resident().charge().filter(charge -> !household.assigned());
        absent.ifPresent(charge -> places.addAll(memberships.computeIfAbsent(charge, of -> membership(of, asOf))));
        return sorted(places.stream());
    }

    private List<Place> membership(Responsible charge, long asOf) {
        return histories.of(charge.team().value(), asOf).stream()
                .filter(body -> codec.decode(body.event().type(), body.event().payload()) instanceof TeamEvent event
                        && MembershipState.changedBy(event).contains(charge.member()))
                .map(body -> new Place(body.position(), body.commit().number()))
                .toList();
    }

    private static List<Place> sorted(Stream<Place> places) {
        return places.distinct()
                .sorted(Comparator.comparingLong(Place::position))
                .toList();
    }
}
