package vn.soto.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.soto.page.FileQuestions.Taken;
import vn.soto.paper.Paper;
import vn.soto.web.PaperCodes;
import vn.soto.web.ProblemException;

/**
 * Gives a page out as an official paper, to those who may read the page. All answers of it are as of the commit of its
 * version. A paper without names opens nobody's; others follow the rules of files with names.
 */
@Component
record PaperPrinting(Pages pages, PaperPress press, NoFile instead, ObjectProvider<PaperCodes> codes) {

    static final String KEPT = "pdf";
    static final String SHOWN = "print";

    /** The files that are papers: to keep, or to be shown by the browser and printed. */
    static final Set<String> FILES = Set.of(KEPT, SHOWN);

    /** Rows of a paper; longer lists are taken out as tables. */
    static final int MOST_ROWS = 20_000;

    private static final String LIMIT = "limit";
    private static final String TYPE = "application/pdf";

    /** Parameters that choose a page of a list. */
    private static final List<String> PAGING = List.of(LIMIT, "before", "from");

    Mono<GivenFile> given(String question, FileQuestions asker) {
        String whole = whole(question);
        return asker.first(whole).flatMap(probed -> {
            if (probed.isProblem()) {
                return Mono.just(instead.problem(probed, asker.page()));
            }
            return pages.of(probed.question())
                    .paper(probed)
                    .map(form -> printed(form, form.question(whole, probed), probed, asker))
                    .orElseGet(() -> Mono.just(instead.none(asker.page())));
        });
    }

    private static String whole(String question) {
        String whole = question;
        for (String name : PAGING) {
            whole = Addresses.with(whole, name, "");
        }
        return whole;
    }

    private Mono<GivenFile> printed(PaperForm form, String question, ApiAnswer probed, FileQuestions asker) {
        PageContext reader = asker.page();
        PageContext page = new PageContext(
                Addresses.page(question),
                reader.options(),
                reader.me(),
                reader.preferences(),
                reader.assets(),
                reader.site());
        Mono<Boolean> reason = form.namesPeople()
                ? asker.needsReason(probed, answer -> form.rows(answer, page).size())
                : Mono.just(false);
        return reason.flatMap(needed -> needed
                ? Mono.just(instead.askForReason(probed, reader))
                // As many rows at once as the question was found to give.
                : collected(form, Addresses.with(question, LIMIT, limit(probed)), page, asker));
    }

    private static String limit(ApiAnswer probed) {
        return Addresses.parameter(probed.address(), LIMIT);
    }

    /** Asks for all that the paper says, with the names if it has any. */
    private Mono<GivenFile> collected(PaperForm form, String question, PageContext page, FileQuestions asker) {
        if (form.namesPeople()) {
            asker.nameWhomever();
        }
        return asker.about(question).flatMap(first -> {
            ApiAnswer answer = first.answer();
            if (answer.isProblem()) {
                return Mono.just(instead.problem(answer, asker.page()));
            }
            return rows(form, first, page, asker).flatMap(rows -> {
                if (rows.size() > MOST_ROWS) {
                    return Mono.just(instead.refused(HttpStatus.CONTENT_TOO_LARGE, "file.long", asker.page()));
                }
                return asker.isPaced()
                        ? Mono.just(instead.refused(HttpStatus.TOO_MANY_REQUESTS, "file.pace", asker.page()))
                        : Flux.fromIterable(form.further(answer, page))
                                .concatMap(asker::ask)
                                .collectList()
                                .flatMap(further -> pressed(form, answer, further, rows, page, asker));
            });
        });
    }

    /** The rows of all pages as texts; the answers themselves are let go. */
    private static Mono<List<List<String>>> rows(PaperForm form, Taken first, PageContext page, FileQuestions asker) {
        List<List<String>> rows = new ArrayList<>();
        return Mono.just(first)
                .expand(taken -> rows.size() > MOST_ROWS ? Mono.empty() : asker.next(taken))
                .doOnNext(taken -> rows.addAll(form.rows(taken.answer(), page)))
                .then(Mono.just(rows));
    }

    private Mono<GivenFile> pressed(
            PaperForm form,
            ApiAnswer answer,
            List<ApiAnswer> further,
            List<List<String>> rows,
            PageContext page,
            FileQuestions asker) {
        boolean shown = page.option(TakeOut.FILE).equals(SHOWN);
        return press.press(
                        page.account(), rows.size(), () -> coded(form.paper(answer, further, rows, page), answer, page))
                .<GivenFile>map(bytes -> new GivenFile.File(
                        GivenFile.name(page.title(answer), answer), KEPT, TYPE, shown, Flux.just(bytes)))
                .onErrorResume(
                        ProblemException.class,
                        busy -> Mono.just(instead.refused(
                                HttpStatusCode.valueOf(busy.problem().status()), "file.busy", asker.page())));
    }

    /** With the code by which everybody finds the printed version, where it has one. */
    private Paper coded(Paper paper, ApiAnswer answer, PageContext page) {
        return PaperParts.version(answer)
                .flatMap(version -> codes.stream()
                        .findFirst()
                        .flatMap(known -> known.of(version.get("commit").number())))
                .map(code -> paper.with(new Paper.Evidence(
                        paper.evidence().heading(),
                        Stream.concat(
                                        paper.evidence().lines().stream(),
                                        Stream.of(paper.evidence().address(), page.t("paper.code", code)))
                                .toList(),
                        page.site() + "/verify/" + code)))
                .orElse(paper);
    }
}
