package vn.soto.query.http;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerErrorException;
import org.springframework.web.server.ServerWebInputException;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.ledger.LedgerException;
import vn.soto.privacy.reads.ReadsNotRecordedException;
import vn.soto.projection.ProjectionClaimedException;
import vn.soto.projection.StoreFailure;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.web.Problem;

/** Translates failures of the query side into problems. */
final class Problems {

    private Problems() {}

    static Problem of(Throwable error) {
        return switch (error) {
            case QueryProblemException refused -> refused.problem();
            case RejectedExecutionException full ->
                QueryProblemException.tooMany().problem();
            case LedgerException.CommitDamaged damaged ->
                Problem.of(503, "commit-damaged", Long.toString(damaged.commit()))
                        .with("commit", damaged.commit());
            case ReadsNotRecordedException notRecorded ->
                Problem.of(503, "read-not-recorded").retryAfter(Duration.ofSeconds(5));
            case LedgerException.Unavailable unavailable ->
                Problem.of(503, "unavailable").retryAfter(unavailable.retryAfter());
            case RuntimeException unavailable
            when StoreFailure.is(unavailable) -> Problem.of(503, "unavailable").retryAfter(Duration.ofSeconds(1));
            case ProjectionClaimedException held -> Problem.of(409, "held-elsewhere");
            case ServerWebInputException input
            when input.getCause() instanceof TypeMismatchException mismatch && input.getMethodParameter() != null ->
                malformed(input.getMethodParameter(), String.valueOf(mismatch.getValue()));
            // Spring takes a blank part of an address, which it converts to no number, for a fault of the endpoint.
            case ServerErrorException blank
            when blank.getMethodParameter() != null
                    && blank.getMethodParameter().hasParameterAnnotation(PathVariable.class) ->
                malformed(blank.getMethodParameter(), " ");
            case ResponseStatusException status
            when status.getStatusCode().is4xxClientError() ->
                request(status.getStatusCode().value());
            default -> Problem.of(500, "broken");
        };
    }

    /** The problem of a parameter whose value its converter refuses. */
    private static Problem malformed(MethodParameter parameter, String value) {
        return malformed(
                        Objects.requireNonNull(parameter.getParameterName()),
                        value,
                        parameter.nestedIfOptional().getNestedParameterType())
                .problem();
    }

    private static QueryProblemException malformed(String name, String value, Class<?> type) {
        if (type.isEnum()) {
            return QueryProblemException.malformed(
                    name,
                    value,
                    Stream.of(type.getEnumConstants())
                            .map(each -> (Enum<?>) each)
                            .toList());
        }
        if (type == LocalDate.class) {
            return QueryProblemException.malformed(name, value, "day");
        }
        if (type == Quarter.class) {
            return QueryProblemException.malformed(name, value, "quarter");
        }
        if (type == StipendPeriod.class) {
            return QueryProblemException.malformed(name, value, "period");
        }
        return type == Long.class || type == Integer.class || type == long.class || type == int.class
                ? QueryProblemException.malformed(name, value, "number")
                : QueryProblemException.malformed(name, value);
    }

    /** The problem of a status; its texts are the same for every endpoint. */
    private static Problem request(int status) {
        return Problem.of(status, "request-" + status).titled("request.title").detailed("request.detail");
    }
}
