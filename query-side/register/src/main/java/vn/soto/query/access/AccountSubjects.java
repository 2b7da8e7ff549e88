package vn.soto.query.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Documents;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.KnownSubjects;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;

/**
 * An account lies where it was ever granted something, and where the member lies to whom it belongs; it is its own. It is called as
 * its id is; only accounts of which the ledger has an event are linked.
 */
@Configuration(proxyBeanMethods = false)
class AccountSubjects {

    @Bean
    static Subjects accountSubjects(Documents documents, KnownSubjects subjects) {
        return Subjects.at(
                        IdKind.ACCOUNT,
                        SubjectLookup.of(
                                documents,
                                AccountRecord.KIND,
                                (account, day, asOf) -> account.asOf(asOf)
                                        .map(state -> granted(state)
                                                .and(linked(state, subjects, day, asOf))
                                                .and(Locations.ofAccounts(List.of(account.id()))))))
                .named(SubjectLookup.of(
                        documents,
                        AccountRecord.KIND,
                        (account, day, asOf) ->
                                account.asOf(asOf).map(state -> Designated.called(null, account.id()))));
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

    private static Locations linked(AccountState state, KnownSubjects subjects, LocalDate day, long asOf) {
        Optional<MemberId> member = state.personOn(day).flatMap(person -> Optional.ofNullable(person.member()));
        return member.stream()
                .flatMap(of -> subjects.places(IdKind.MEMBER, List.of(of.value()), day, asOf).values().stream())
                .flatMap(List::stream)
                .reduce(Locations::and)
                .orElse(Locations.NONE);
    }
}
