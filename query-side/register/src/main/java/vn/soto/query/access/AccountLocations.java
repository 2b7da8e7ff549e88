package vn.soto.query.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Documents;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.reading.Whereabouts;
import vn.soto.query.subject.IdKind;

/** An account lies where it was ever granted something, and where the member lies to whom it belongs; it is its own. */
@Component
record AccountLocations(Documents documents, Whereabouts whereabouts) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.ACCOUNT;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        documents
                .find(AccountRecord.KIND, ids)
                .forEach((id, record) -> record.asOf(asOf)
                        .ifPresent(state -> found.put(
                                id,
                                List.of(granted(state)
                                        .and(linked(state, day, asOf))
                                        .and(Locations.ofAccounts(List.of(id)))))));
        return found;
    }

    private static Locations granted(AccountState state) {
        return Locations.inUnits(state.grants().stream()
                        .flatMap(grant -> Stream.ofNullable(grant.area().unit()))
                        .map(UnitId::value)
                        .toList())
                .and(Locations.ofOrganisations(state.grants().stream()
                        .flatMap(grant -> Stream.ofNullable(grant.area().organisation()))
                        .map(OrganisationId::value)
                        .toList()));
    }

    private Locations linked(AccountState state, LocalDate day, long asOf) {
        Optional<MemberId> member = state.personOn(day).flatMap(person -> Optional.ofNullable(person.member()));
        return member.stream()
                .flatMap(of -> whereabouts.find(IdKind.MEMBER, List.of(of.value()), day, asOf).values().stream())
                .flatMap(List::stream)
                .reduce(Locations::and)
                .orElse(Locations.NONE);
    }
}
