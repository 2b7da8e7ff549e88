package vn.soto.page;

import java.util.List;
import vn.soto.paper.Paper;

/** The answers of a question set as an official paper. */
public interface PaperForm {

    /**
     * The address of the question whose answer the paper prints, which gives the same paper for ever: as of the commit of a
     * version. A list of names without versions is that of the present.
     *
     * @param question its address as the reader asked it
     */
    String question(String question, ApiAnswer answer);

    /** Whether people stand in it by their names, so that the register of reads gets an entry. */
    default boolean namesPeople() {
        return true;
    }

    /** Addresses of further questions, whose answers the paper needs besides. */
    default List<String> further(ApiAnswer answer, PageContext page) {
        return List.of();
    }

    /** The rows of one page of a list, each a text for each column. */
    default List<List<String>> rows(ApiAnswer answer, PageContext page) {
        return List.of();
    }

    /**
     * The paper.
     *
     * @param rows of all pages of the list, in their order
     * @param page context whose address is that of the page with the same content
     */
    Paper paper(ApiAnswer answer, List<ApiAnswer> further, List<List<String>> rows, PageContext page);
}
