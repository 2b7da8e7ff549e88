package vn.soto.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.command.batch.LineResult;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.web.Problem;

/**
 * The result of one line of a batch, as JSON. The members up to {@code warnings} are present for a recorded command,
 * the later ones for a command that is not recorded.
 *
 * @param line       line number, from 1
 * @param id         id of the command, as sent; absent if none was readable
 * @param status     {@code done}: recorded now; {@code repeat}: recorded before; {@code try-again}: send the line again
 *                   with the same id. For any other status, sending it again unchanged has the same result
 * @param commit     number of its commit
 * @param problem    code of the problem, as in a single request's {@code urn:soto:problem:<code>}
 * @param rule       the rule that refused it
 * @param field      the invalid field
 * @param detail     the fault and its remedy, in the reader's language
 * @param retryAfter seconds after which a retry may succeed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineAnswer(
        int line,
        @Nullable String id,
        String status,
        @Nullable Long commit,
        @Nullable Instant recordedAt,
        @Nullable List<String> created,
        @Nullable List<WarningAnswer> warnings,
        @Nullable String problem,
        @Nullable String rule,
        @Nullable String field,
        @Nullable String detail,
        @Nullable Integer retryAfter) {

    /** The values of {@code status}, in JSON in lower case with hyphens. */
    public enum Status {
        DONE,
        REPEAT,
        REFUSED,
        NOT_ALLOWED,
        BAD_INPUT,
        ABSENT,
        IN_USE,
        TOO_LARGE,
        TRY_AGAIN,
        BROKEN;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Status of(Problem problem) {
            return switch (problem.status()) {
                case 400 -> BAD_INPUT;
                case 403 -> NOT_ALLOWED;
                case 404 -> ABSENT;
                case 409 -> problem.retryAfter() == null ? IN_USE : TRY_AGAIN;
                case 413 -> TOO_LARGE;
                case 422 -> REFUSED;
                case 503 -> problem.retryAfter() == null ? BROKEN : TRY_AGAIN;
                default -> BROKEN;
            };
        }
    }

    static LineAnswer of(LineResult.Done done, Locale language) {
        CommandOutcome outcome = done.outcome();
        UUID id = outcome.command();
        Status status = outcome.repeat() ? Status.REPEAT : Status.DONE;
        return new LineAnswer(
                done.line(),
                id.toString(),
                status.word(),
                outcome.commit(),
                outcome.recordedAt(),
                outcome.created(),
                WarningAnswer.of(outcome.warnings(), Problems.texts(), language),
                null,
                null,
                null,
                null,
                null);
    }

    static LineAnswer of(LineResult.Failed failed, Problem problem, String detail) {
        return new LineAnswer(
                failed.line(),
                failed.id(),
                Status.of(problem).word(),
                null,
                null,
                null,
                null,
                problem.code(),
                text(problem, "rule"),
                text(problem, "field"),
                detail,
                problem.retryAfter());
    }

    private static @Nullable String text(Problem problem, String property) {
        return problem.properties().get(property) instanceof String text ? text : null;
    }
}
