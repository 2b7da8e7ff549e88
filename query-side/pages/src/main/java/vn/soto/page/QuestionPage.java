package vn.soto.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the answers of a question are shown: a function from answers to HTML. A bean of this type is the page of the question that
 * {@link PageOf} names; a question without one has the {@link AnyAnswerPage}.
 */
public interface QuestionPage {

    /** Template of the question, such as {@code /api/teams/{team}}; {@code /} of the first page, which tells of whoever reads. */
    default String question() {
        return getClass().getAnnotation(PageOf.class).value();
    }

    /** Parameters of the page alone, which choose what of the answer is shown and are not part of the question. */
    default Set<String> options() {
        return Set.of();
    }

    /** Addresses of further questions whose answers the page shows beside the answer. */
    default List<String> further(ApiAnswer answer, PageContext context) {
        return List.of();
    }

    /** Addresses of questions that the further answers lead to. */
    default List<String> thereafter(ApiAnswer answer, List<ApiAnswer> further, PageContext context) {
        return List.of();
    }

    /** Whether the page shows a list with all its pages: those after the answer come first among the further answers. */
    default boolean isWhole(PageContext context) {
        return false;
    }

    /** Whether answers tell of people: such a page is in no cache. */
    default boolean isPersonal() {
        PageOf of = getClass().getAnnotation(PageOf.class);
        return of == null || of.personal();
    }

    /** Whether the answer has tables, which can be taken out. */
    default boolean hasTables(ApiAnswer answer) {
        return PageTable.isIn(answer.answer());
    }

    /** The tables that are taken out; of a list with several pages the first goes through all of them. */
    default List<PageTable> tables(ApiAnswer answer, PageContext context) {
        return PageTable.all(answer, context);
    }

    /** The paper of the answer; empty of a page that is not printed as one. */
    default Optional<PaperForm> paper(ApiAnswer answer) {
        return Optional.empty();
    }

    /** Whether the options of the page leave a row in its table. */
    default boolean isShown(Part row, ApiAnswer of, PageContext context) {
        return true;
    }

    /** @param further answers in the order of {@link #further}, then of {@link #thereafter}; any may be a problem */
    View view(ApiAnswer answer, List<ApiAnswer> further, PageContext context);
}
