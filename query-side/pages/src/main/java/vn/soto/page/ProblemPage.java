package vn.soto.page;

import java.util.Map;
import org.springframework.http.HttpHeaders;

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

    /** Says when the same request may succeed, as the API does. */
    public static void writeRetryAfter(ApiAnswer problem, HttpHeaders headers) {
        problem.root().get("retryAfter").optional().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, wait));
    }
}
