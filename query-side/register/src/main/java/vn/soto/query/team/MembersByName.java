package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.Subject;
import vn.soto.query.person.Persons;
import vn.soto.query.search.PeopleFinder;
import vn.soto.query.subject.IdKind;
import vn.soto.web.FoldedText;

/** Finds members of today: by name in the reader's own teams, where it may be seen, and by pseudonym wherever the reader reads. */
@Component
record MembersByName(OwnTeams own, Teams teams, Persons persons) implements PeopleFinder {

    /** Fewer letters would be part of most names. */
    private static final int SHORTEST = 2;

    /** Digits of a pseudonym, fewer of which would name nobody. */
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{4,32}");

    @Override
    public List<Person> find(FoldedText typed, LocalDate on, int most, long asOf) {
        if (typed.code().length() < SHORTEST) {
            return List.of();
        }
        String last = typed.words().getLast();
        Stream<Subject> called = PSEUDONYM.matcher(last).matches()
                ? members(own.reached(on, asOf), on, asOf).stream().filter(member -> isCalled(member, last))
                : Stream.empty();
        List<Subject> own = members(this.own.teams(on, asOf), on, asOf);
        return Stream.concat(persons.matching(own, name -> FoldedText.of(name).has(typed), most, asOf).stream(), called)
                .distinct()
                .limit(most)
                .map(member -> new Person(IdKind.MEMBER, member.id()))
                .toList();
    }

    private List<Subject> members(List<String> of, LocalDate on, long asOf) {
        return teams.on(of, on, asOf).values().stream()
                .flatMap(team -> team.card().members().stream())
                .filter(member -> member.isActiveOn(on))
                .map(member -> Subject.of(member.member()))
                .distinct()
                .toList();
    }

    private boolean isCalled(Subject member, String typed) {
        return persons.pseudonym(member)
                .toLowerCase(Locale.ROOT)
                .replaceFirst(".*-", "")
                .startsWith(typed);
    }
}
