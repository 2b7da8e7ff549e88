package vn.soto.query.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.projection.Documents;
import vn.soto.query.link.PeopleNames;
import vn.soto.query.member.Members;
import vn.soto.query.person.Persons;
import vn.soto.query.reading.Reader;
import vn.soto.query.support.RequestNames;
import vn.soto.web.Language;

/** Calls people by the names that the reader of the answer being made may see, or by pseudonyms. */
@Component
record CalledPeople(Persons persons, Members members, RequestNames requests, Documents documents, Clock clock)
        implements PeopleNames {

    @Override
    public Map<String, String> members(Collection<String> ids, Locale language, long asOf) {
        Map<Subject, String> names =
                names(ids.stream().map(id -> Subject.of(new MemberId(id))).toList(), asOf);
        String person = Language.isEnglish(language) ? "person " : "người ";
        Map<String, String> called = new HashMap<>();
        ids.forEach(id -> {
            Subject subject = Subject.of(new MemberId(id));
            String name = names.get(subject);
            called.put(id, name == null ? person + persons.shortPseudonym(subject) : name);
        });
        return called;
    }

    @Override
    public Map<String, String> households(Collection<String> ids, long asOf) {
        return names(ids.stream().map(id -> Subject.of(new HouseholdId(id))).toList(), asOf).entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().id(), Map.Entry::getValue));
    }

    @Override
    public Map<String, String> requests(Collection<String> ids, Locale language) {
        return Reader.current().asker().forOthers() ? requests.byTopics(ids, language) : requests.opened(ids, language);
    }

    @Override
    public Map<String, String> holders(Collection<String> accounts, long asOf) {
        LocalDate today = VietnamTime.day(clock.instant());
        Map<String, String> owners = new HashMap<>();
        documents
                .find(AccountRecord.KIND, accounts)
                .forEach((account, record) -> record.asOf(asOf)
                        .flatMap(state -> state.personOn(today))
                        .flatMap(person -> Stream.ofNullable(person.member()).findFirst())
                        .ifPresent(member -> owners.put(account, member.value())));
        // A caller of the API may name its accounts as it names its members.
        members.among(accounts, asOf).forEach(member -> owners.putIfAbsent(member, member));
        return owners;
    }

    /** Readers see themselves even while the processing of their data is restricted. */
    private Map<Subject, String> names(List<Subject> subjects, long asOf) {
        Reader reader = Reader.current();
        if (subjects.isEmpty() || reader.asker().forOthers()) {
            return Map.of();
        }
        return Stream.ofNullable(reader.rights().person())
                .flatMap(self -> Stream.ofNullable(self.member()))
                .map(Subject::of)
                .filter(subjects::contains)
                .findFirst()
                .map(self -> reader.onBehalfOf(self).answered(() -> persons.names(subjects, asOf)))
                .orElseGet(() -> persons.names(subjects, asOf));
    }
}
