package vn.soto.edge;

import java.util.Objects;
import org.springframework.security.core.AuthenticationException;
import vn.soto.web.Problem;
import vn.soto.web.ProblemTexts;

/** An attempt to sign in ends with this problem instead of the usual one. */
public final class SignInProblemException extends AuthenticationException {

    private final transient Problem problem;
    private final transient ProblemTexts texts;

    public SignInProblemException(Problem problem, ProblemTexts texts) {
        super(problem.code());
        this.problem = problem;
        this.texts = texts;
    }

    Problem problem() {
        return Objects.requireNonNull(problem);
    }

    ProblemTexts texts() {
        return Objects.requireNonNull(texts);
    }
}
