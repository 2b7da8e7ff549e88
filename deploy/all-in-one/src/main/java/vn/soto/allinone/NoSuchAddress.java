package vn.soto.allinone;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.ServerWebExchange;

/** Answers an address that neither side has with a problem. */
@RestControllerAdvice
final class NoSuchAddress {

    @ExceptionHandler
    ProblemDetail problem(NoResourceFoundException error, ServerWebExchange exchange) {
        List<Locale> wanted = exchange.getRequest().getHeaders().getAcceptLanguageAsLocales();
        boolean english = !wanted.isEmpty() && wanted.getFirst().getLanguage().equals("en");
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND,
                english
                        ? "There is no such address. Check it and send again."
                        : "Không có địa chỉ này. Kiểm tra lại rồi gửi lại.");
        problem.setType(URI.create("urn:soto:problem:no-such-address"));
        problem.setTitle(english ? "No such address" : "Không có địa chỉ này");
        return problem;
    }
}
