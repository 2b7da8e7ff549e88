package vn.soto.allinone.account;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import vn.soto.web.Problem;
import vn.soto.web.ProblemResponses;
import vn.soto.web.ProblemTexts;

/** Problems of local accounts and of signing in. */
@RestControllerAdvice(basePackageClasses = AccountProblems.class)
final class AccountProblems {

    static final ProblemTexts TEXTS = new ProblemTexts(List.of("vn.soto.allinone.account.problems"));

    private static final Duration SOON = Duration.ofSeconds(2);

    private final ProblemResponses responses = new ProblemResponses(AccountProblems::of, TEXTS);

    @ExceptionHandler({
        AccountRefusedException.class,
        SignInPausedException.class,
        AccountsUnwritableException.class,
        RejectedExecutionException.class,
        ServerWebInputException.class
    })
    ResponseEntity<ProblemDetail> problem(Exception error, ServerWebExchange exchange) {
        return responses.answer(error, exchange);
    }

    private static Problem of(Throwable error) {
        return switch (error) {
            case AccountRefusedException refused ->
                Problem.of(
                                refused.reason().status(),
                                refused.reason().code(),
                                refused.arguments().toArray())
                        .titled(refused.reason().isAboutSigningIn() ? "sign-in.title" : "account.title");
            case SignInPausedException paused -> tooOften(paused.pause());
            case AccountsUnwritableException unwritable ->
                Problem.of(503, "accounts-unwritable").titled("account.title").retryAfter(SOON);
            case RejectedExecutionException busy -> busy();
            case ServerWebInputException malformed ->
                Problem.of(malformed.getStatusCode().value(), "sign-in-malformed")
                        .titled("sign-in.title");
            default -> Problem.of(500, "broken");
        };
    }

    static Problem tooOften(Duration pause) {
        return Problem.of(429, "sign-in-too-often", Math.max(1, pause.toSeconds()))
                .titled("sign-in.title")
                // Rounded up: an attempt before its time would be refused again.
                .retryAfter(pause.plusSeconds(1));
    }

    static Problem busy() {
        return Problem.of(503, "sign-in-busy").titled("sign-in.title").retryAfter(SOON);
    }

    /** A second factor cannot be shown with every request. */
    static Problem sessionNeeded() {
        return Problem.of(401, "second-factor-needed").titled("sign-in.title").detailed("second-factor-needs-session");
    }

    static Problem passwordMustChange() {
        return Problem.of(403, "password-must-be-changed").titled("sign-in.title");
    }

    static Problem factorMissing() {
        return Problem.of(403, "second-factor-must-be-set").titled("sign-in.title");
    }
}
