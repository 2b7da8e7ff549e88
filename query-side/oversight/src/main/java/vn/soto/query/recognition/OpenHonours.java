package vn.soto.query.recognition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.RoundScope;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.person.Persons;

/** The honours in force that may stand on the open web, for readers without an account. */
@Component
public final class OpenHonours {

    private final Rounds rounds;
    private final Persons persons;

    OpenHonours(Rounds rounds, Persons persons) {
        this.rounds = rounds;
        this.persons = persons;
    }

    /**
     * An honour. Either the team or the name is there.
     *
     * @param unit area of the round
     * @param name of a person who agreed that everybody may read it
     */
    public record OpenHonour(
            UnitId unit,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable TeamId team,
            @Nullable String name) {}

    private record Open(RoundScope scope, Candidate candidate) {

        Stream<Subject> person() {
            return candidate.member().stream().map(Subject::of);
        }
    }

    /** The latest period first. A person without a name that can be shown is not among them and is not counted. */
    public List<OpenHonour> all(long asOf) {
        List<Open> open = rounds.published(asOf).stream()
                .flatMap(round -> round.openOnTheWeb().stream()
                        .map(candidate -> new Open(round.opened().scope(List.of()), candidate)))
                .toList();
        Map<Subject, String> names = persons.openToEverybody(
                open.stream().flatMap(Open::person).collect(Collectors.toUnmodifiableSet()), asOf);
        return open.stream()
                .map(each -> honour(each, names))
                .filter(honour -> honour.team != null || honour.name != null)
                .sorted(Comparator.comparing(OpenHonour::lastDay)
                        .reversed()
                        .thenComparing(honour -> honour.unit.value()))
                .toList();
    }

    private static OpenHonour honour(Open open, Map<Subject, String> names) {
        return new OpenHonour(
                open.scope.unit(),
                open.scope.firstDay(),
                open.scope.lastDay(),
                open.candidate.team().orElse(null),
                open.person().findFirst().map(names::get).orElse(null));
    }
}
