package vn.soto.query.http;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import vn.soto.web.Problem;

/** A query that fails with a problem. */
public final class QueryProblemException extends RuntimeException {

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
     * The problem of a quarter in which a team did not exist.
     *
     * @param why  {@code before-the-team} or {@code after-the-team}
     * @param edge the team's first or last day
     */
    public static QueryProblemException absentQuarter(String why, String team, String quarter, LocalDate edge) {
        return new QueryProblemException(
                Problem.of(404, "absent-quarter").detailed("absent-quarter." + why, team, quarter, edge));
    }

    static QueryProblemException unknownParameter(String name, List<String> known) {
        return of(400, "unknown-parameter", name, String.join(", ", known));
    }

    public static QueryProblemException malformed(String name, String value) {
        return of(400, "malformed-parameter", name, value);
    }

    /** The problem of a query about a time in the future. */
    static QueryProblemException beyond(String value, long tail) {
        return of(400, "beyond-ledger", value, Long.toString(tail));
    }

    static QueryProblemException notYet(long wanted, long folded) {
        return later("not-yet", Long.toString(wanted), Long.toString(folded));
    }

    static QueryProblemException tooMany() {
        return later("too-many");
    }

    static QueryProblemException notAllowed() {
        return of(403, "not-allowed");
    }

    Problem problem() {
        return problem;
    }
}
