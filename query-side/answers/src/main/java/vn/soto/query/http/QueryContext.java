package vn.soto.query.http;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.query.link.QueryRequest;
import vn.soto.query.reading.Asker;
import vn.soto.query.reading.Requirement;
import vn.soto.web.PageReading;

/**
 * The parameters about the ledger that every query accepts; an argument of every endpoint method, resolved by {@link
 * QueryContextResolver}.
 *
 * @param asOf    moment to answer as of; absent for the latest commit projected
 * @param atLeast commit to wait for; 0 for none
 * @param asked   the whole query, from which its answer leads on
 * @param asker   account that asks
 * @param required requirement of the endpoint method to the asker
 * @param page     that shows the answer, for what its answers have in common; absent for an answer by itself
 */
public record QueryContext(
        @Nullable AsOf asOf,
        long atLeast,
        QueryRequest asked,
        Asker asker,
        Requirement required,
        @Nullable PageReading page) {

    /** Subjects whose data was opened before for the page; those of this answer are added. */
    Set<String> opened() {
        return page == null ? new HashSet<>() : page.opened();
    }

    /** Subjects whose data may be opened for the page or file at most. */
    int mostOpened() {
        return page == null ? Integer.MAX_VALUE : page.most();
    }
}
