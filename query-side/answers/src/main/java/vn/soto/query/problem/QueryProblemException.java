package vn.soto.query.problem;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.soto.contracts.access.Role;
import vn.soto.web.EndpointRight;
import vn.soto.web.Localized;
import vn.soto.web.Problem;
import vn.soto.web.Vocabulary;

/** A query that fails with a problem. */
public final class QueryProblemException extends RuntimeException {

    /** Units named in a text; all of them are in its property. */
    private static final int NAMED = 20;

    private final transient Problem problem;

    private QueryProblemException(Problem problem) {
        super(problem.code() + " " + problem.arguments());
        this.problem = problem;
    }

    private static QueryProblemException of(int status, String code, Object... arguments) {
        return new QueryProblemException(Problem.of(status, code, arguments));
    }

    private static QueryProblemException later(String code, Object... arguments) {
        return new QueryProblemException(Problem.of(503, code, arguments).retryAfter(Duration.ofSeconds(1)));
    }

    /** @param kind kind of the absent subject: {@code unit}, {@code team}, ... */
    public static QueryProblemException absent(String kind, String id) {
        return of(404, "absent-" + kind, id);
    }

    /**
     * The problem of a quarter in which a team did not exist, or of one that has not begun.
     *
     * @param why      {@code before-the-team}, {@code after-the-team} or {@code not-begun}
     * @param reporter the team; for one that has not begun also a unit
     * @param edge     the team's first or last day, or the quarter's first
     */
    public static QueryProblemException absentQuarter(String why, String reporter, String quarter, LocalDate edge) {
        return new QueryProblemException(
                Problem.of(404, "absent-quarter").detailed("absent-quarter." + why, reporter, quarter, edge));
    }

    /** A team whose report can be asked instead. */
    public record TeamPlace(String team, String name) {}

    /**
     * The problem of the report of a residential unit, which adds up nothing: its teams report.
     *
     * @param unit name
     */
    public static QueryProblemException absentUnitReport(String unit, String quarter, List<TeamPlace> teams) {
        String named = teams.stream().limit(NAMED).map(TeamPlace::name).collect(Collectors.joining(", "));
        return new QueryProblemException(Problem.of(404, "absent-unit-report")
                .detailed("absent-unit-report." + (teams.isEmpty() ? "no-team" : "of-teams"), unit, quarter, named)
                .with("teams", teams));
    }

    public static QueryProblemException unknownParameter(String name, List<String> known) {
        return new QueryProblemException(Problem.of(400, "unknown-parameter", name, String.join(", ", known))
                .with("allowed", List.copyOf(known)));
    }

    public static QueryProblemException malformed(String name, String value) {
        return of(400, "malformed-parameter", name, value);
    }

    /** @param allowed the values that the parameter can have, as {@link #written} */
    public static QueryProblemException malformed(String name, String value, List<? extends Enum<?>> allowed) {
        Map<String, Enum<?>> choices = new LinkedHashMap<>();
        allowed.forEach(each -> choices.put(written(each), each));
        return new QueryProblemException(Problem.of(400, "malformed-parameter")
                .detailed("malformed-parameter.choice", name, value, Vocabulary.choices(choices))
                .with("allowed", List.copyOf(choices.keySet())));
    }

    /** @param form last part of the text's key: {@code day}, {@code quarter} or {@code time} */
    public static QueryProblemException malformed(String name, String value, String form) {
        return new QueryProblemException(
                Problem.of(400, "malformed-parameter").detailed("malformed-parameter." + form, name, value));
    }

    /** The problem of a number out of its bounds, or of what is no number. */
    public static QueryProblemException malformed(String name, long least, long most, String value) {
        return new QueryProblemException(Problem.of(400, "malformed-parameter")
                .detailed("malformed-parameter.range", name, value, Long.toString(least), Long.toString(most)));
    }

    /** How a parameter writes a value. */
    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem of a query about a time in the future. */
    public static QueryProblemException beyond(String value, long tail) {
        return of(400, "beyond-ledger", value, Long.toString(tail));
    }

    /** A unit that can be asked instead. */
    public record Place(String unit, String name) {}

    /** The problem of a list asked of a unit that is too large for it. */
    public static QueryProblemException askBelow(String name, List<Place> places) {
        return ask("ask-below", name, places);
    }

    /** The problem of a list asked of a unit that has become part of others. */
    public static QueryProblemException askSuccessors(String name, List<Place> places) {
        return ask("ask-successors", name, places);
    }

    private static QueryProblemException ask(String code, String name, List<Place> places) {
        String named = places.stream()
                .limit(NAMED)
                .map(place -> place.name + " (" + place.unit + ")")
                .collect(Collectors.joining(", "));
        String more = places.size() > NAMED ? ", …" : "";
        return new QueryProblemException(
                Problem.of(400, code, name, named + more).with("units", places));
    }

    public static QueryProblemException notYet(long wanted, long folded) {
        return later("not-yet", Long.toString(wanted), Long.toString(folded));
    }

    public static QueryProblemException tooMany() {
        return later("too-many");
    }

    /** The problem of an account without any of the roles that give a right. */
    public static QueryProblemException notAllowed(EndpointRight right, Collection<Role> roles) {
        return new QueryProblemException(of(right, roles, "not-allowed", right, List.copyOf(new TreeSet<>(roles))));
    }

    /**
     * The problem of a right that does not reach what is asked about, the same whether that exists or not.
     *
     * @param roles the account's roles that give the right
     * @param areas names of the areas that they reach
     */
    public static QueryProblemException outsideArea(
            EndpointRight right, Collection<Role> roles, List<Localized> areas) {
        return new QueryProblemException(
                of(right, roles, "outside-area", right, joined(areas)).with("areas", areas));
    }

    private static Problem of(EndpointRight right, Collection<Role> roles, String code, Object... arguments) {
        return Problem.of(403, code, arguments)
                .with("right", right.name())
                .with("roles", new TreeSet<>(roles).stream().map(Role::name).toList());
    }

    private static Localized joined(List<Localized> texts) {
        return locale -> texts.stream().map(each -> each.in(locale).toString()).collect(Collectors.joining(", "));
    }

    /** The problem of names to be opened without a reason of the list. */
    public static QueryProblemException reasonMissing(List<? extends Enum<?>> reasons) {
        return of(400, "reason-missing", reasons.stream().map(Enum::name).collect(Collectors.joining(", ")));
    }

    /** The problem of words beside a reason that are too few, too many or none that can be read. */
    public static QueryProblemException badWords(int least, int most) {
        return of(400, "bad-words", Integer.toString(least), Integer.toString(most));
    }

    /** The problem of words that hold a number or an address of a person. */
    public static QueryProblemException wordsHoldPersonalNumber() {
        return of(400, "words-hold-personal-number");
    }

    /** The problem of a list that names nobody, too many, or something else than persons. */
    public static QueryProblemException badSubjects(int most) {
        return of(400, "bad-subjects", Integer.toString(most));
    }

    /** The problem of a dry run without events, with too many, or with some that cannot be read. */
    public static QueryProblemException badEvents(int most) {
        return of(400, "bad-events", Integer.toString(most));
    }

    /** The problem of an account that opened the data of many persons in a short time. */
    public static QueryProblemException tooManyPersons(int most, Duration within, Duration wait) {
        return new QueryProblemException(
                Problem.of(429, "too-many-persons", Integer.toString(most), Long.toString(within.toMinutes()))
                        .retryAfter(wait));
    }

    /** The problem of a file that would name more persons than it may without a stated reason. */
    public static QueryProblemException namesWithoutReason(int most) {
        return new QueryProblemException(Problem.of(403, "names-without-reason", Integer.toString(most)));
    }

    /** The problem of an account that has as many streams open as it may. */
    public static QueryProblemException tooManyStreams(int most) {
        return new QueryProblemException(
                Problem.of(429, "too-many-streams", Integer.toString(most)).retryAfter(Duration.ofSeconds(10)));
    }

    public static QueryProblemException streamsFull() {
        return new QueryProblemException(Problem.of(503, "streams-full").retryAfter(Duration.ofSeconds(10)));
    }

    public Problem problem() {
        return problem;
    }
}
