package vn.soto.edge;

import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/**
 * Answers with a problem what no endpoint of either side takes: an address, a method, a content type. It comes before the
 * sides' own advice, which would call all of them a bad request.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EdgeProblems {

    private record Text(String code, String vietnamese, String english) {}

    @ExceptionHandler({
        NoResourceFoundException.class,
        MethodNotAllowedException.class,
        NotAcceptableStatusException.class,
        UnsupportedMediaTypeStatusException.class
    })
    ProblemDetail problem(ResponseStatusException error, ServerWebExchange exchange) {
        boolean english = Language.english(exchange);
        Text text = text(error);
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(error.getStatusCode(), english ? text.english : text.vietnamese);
        problem.setType(URI.create("urn:soto:problem:" + text.code));
        problem.setTitle(english ? "Not understood" : "Yêu cầu chưa đúng");
        return problem;
    }

    private static Text text(ResponseStatusException error) {
        return switch (error.getStatusCode().value()) {
            case 405 ->
                new Text("method", "Địa chỉ này không nhận phương thức đó.", "This address does not take that method.");
            case 406 -> new Text("answer-type", "Máy chủ chỉ trả lời bằng JSON.", "The server answers in JSON only.");
            case 415 ->
                new Text(
                        "content-type",
                        "Địa chỉ này nhận application/json (text/csv cho tệp dữ liệu, application/x-ndjson cho gói lệnh).",
                        "This address takes application/json (text/csv for a file of data, application/x-ndjson for a batch).");
            default ->
                new Text(
                        "no-such-address",
                        "Không có địa chỉ này. Kiểm tra lại rồi gửi lại.",
                        "There is no such address. Check it and send again.");
        };
    }
}
