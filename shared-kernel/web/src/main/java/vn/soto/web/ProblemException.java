package vn.soto.web;

import java.util.Objects;

/** A request ends with this problem, wherever that was found out. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;
    private final transient ProblemTexts texts;

    public ProblemException(Problem problem, ProblemTexts texts) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.texts = texts;
    }

    public Problem problem() {
        return Objects.requireNonNull(problem);
    }

    public ProblemTexts texts() {
        return Objects.requireNonNull(texts);
    }
}
