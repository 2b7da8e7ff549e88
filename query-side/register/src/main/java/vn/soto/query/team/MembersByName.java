package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.query.person.Persons;
import vn.soto.query.reading.Reader;
import vn.soto.query.search.PeopleFinder;
import vn.soto.query.subject.IdKind;
import vn.soto.web.FoldedText;
import vn.soto.web.HeavyWork;

/**
 * Finds members of today: by name in the reader's own teams, where it may be seen, and by pseudonym wherever the reader
 * reads. A pseudonym is typed with its prefix, as {@code TV-7ECE}.
 */
@Component
record MembersByName(OwnTeams own, Teams teams, Persons persons, HeavyWork heavy) implements PeopleFinder {

    /** Fewer letters would be part of most names. */
    private static final int SHORTEST = 2;

    /** Digits of a pseudonym, fewer of which would name nobody. */
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{4,32}");

    /** The word before the digits, without which a number would be looked for among all members. */
    private static final String PREFIX = "tv";

    @Override
    public List<Person> find(FoldedText typed, LocalDate on, int most, long asOf) {
        if (typed.code().length() < SHORTEST) {
            return List.of();
        }
        if (isPseudonym(typed.words())) {
            String digits = typed.words().getLast();
            return heavy.run(
                    Reader.current().asker().account(),
                    () -> members(own.reached(on, asOf), on, asOf).stream()
                            .filter(member -> isCalled(member, digits))
                            .limit(most)
                            .map(member -> new Person(IdKind.MEMBER, member.id(), false))
                            .toList());
        }
        return persons
                .matching(
                        members(own.teams(on, asOf), on, asOf),
                        name -> FoldedText.of(name).has(typed),
                        most,
                        asOf)
                .stream()
                .map(member -> new Person(IdKind.MEMBER, member.id(), true))
                .toList();
    }

    private static boolean isPseudonym(List<String> words) {
        return words.size() == 2
                && words.getFirst().equals(PREFIX)
                && PSEUDONYM.matcher(words.getLast()).matches();
    }

    @Override
    public void told(List<Person> named, long asOf) {
        persons.names(
                named.stream()
                        .map(person -> Subject.of(new MemberId(person.id())))
                        .toList(),
                asOf);
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
