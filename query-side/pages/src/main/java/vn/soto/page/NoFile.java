package vn.soto.page;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** The pages that a reader gets instead of a file. */
@Component
record NoFile(Pages pages) {

    /** @param answer a problem of the API */
    GivenFile problem(ApiAnswer answer, PageContext page) {
        return shown(ProblemPage.view(answer, page), answer, page);
    }

    GivenFile askForReason(ApiAnswer first, PageContext page) {
        View view = new View(
                page.title(first),
                "part/names-reason.jte",
                Map.of("most", (long) TakeOut.MOST_NAMES, "reasons", FileQuestions.REASONS));
        return shown(view, first, page);
    }

    /** @param text key of the title; its detail has the same key with an end */
    GivenFile refused(HttpStatusCode status, String text, PageContext page) {
        return problem(
                new ApiAnswer(
                        "",
                        page.address(),
                        status.value(),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("title", page.t(text))
                                .put("detail", page.t(text + "-detail"))),
                page);
    }

    GivenFile none(PageContext page) {
        return refused(HttpStatus.NOT_FOUND, "file.none", page);
    }

    private GivenFile shown(View view, ApiAnswer answer, PageContext page) {
        return new GivenFile.Page(pages.renderMain(view, answer, page, true));
    }
}
