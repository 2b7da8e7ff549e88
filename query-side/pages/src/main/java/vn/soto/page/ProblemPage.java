package vn.soto.page;

import java.util.Map;

/** Shows a problem in words: what it is, what to do, and by what it can be found in the log. */
public final class ProblemPage {

    private ProblemPage() {}

    public static View view(ApiAnswer problem, PageContext context) {
        String title = problem.root()
                .get("title")
                .optional()
                .orElseGet(() -> context.t(problem.status() == 404 ? "problem.no-page" : "problem.title"));
        return new View(title, "problem.jte", Map.of("problem", problem.root(), "status", problem.status()));
    }
}
