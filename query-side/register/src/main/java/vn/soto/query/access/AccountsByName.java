package vn.soto.query.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.team.MemberId;
import vn.soto.projection.Documents;
import vn.soto.query.reading.Reader;
import vn.soto.query.search.PeopleFinder;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;
import vn.soto.web.FoldedText;

/** Finds an account by its whole name, and the member to whom it belongs, each for readers of it. */
@Component
record AccountsByName(Documents documents) implements PeopleFinder {

    @Override
    public List<Person> find(FoldedText typed, LocalDate on, int most, long asOf) {
        Optional<AccountState> account =
                documents.find(AccountRecord.KIND, typed.whole()).flatMap(record -> record.asOf(asOf));
        Stream<Person> found = account.stream().map(known -> new Person(IdKind.ACCOUNT, typed.whole(), false));
        Stream<Person> owner = account.flatMap(known -> known.personOn(on)).stream()
                .flatMap(person -> Stream.ofNullable(person.member()))
                .map(MemberId::value)
                .map(member -> new Person(IdKind.MEMBER, member, false));
        return Stream.concat(found, owner).filter(AccountsByName::isSeen).toList();
    }

    private static boolean isSeen(Person person) {
        EndpointRight right = person.kind() == IdKind.ACCOUNT ? EndpointRight.ACCOUNTS : EndpointRight.SUPPORT;
        return Reader.current().reaches(right, person.kind(), person.id());
    }
}
