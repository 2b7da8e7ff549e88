package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.query.assistance.Assistance;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** A record of help lies in the unit of whom was helped, and with the teams that helped. */
@Component
record AssistanceLocations(Documents documents) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.ASSISTANCE;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        documents
                .find(Assistance.KIND, ids)
                .forEach((id, record) ->
                        record.asOf(asOf).ifPresent(version -> found.put(id, List.of(places(version.state())))));
        return found;
    }

    private static Locations places(AssistanceState state) {
        return Locations.inUnits(List.of(state.beneficiary().unit().value()))
                .and(Locations.ofTeams(Stream.concat(
                                Stream.of(state.team()),
                                state.helpers().stream().map(CreditShare::team).flatMap(Stream::ofNullable))
                        .map(TeamId::value)
                        .distinct()
                        .toList()));
    }
}
