package vn.soto.query.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.query.link.QueryRequest;
import vn.soto.query.reading.Asker;
import vn.soto.query.reading.Requirement;

/**
 * The parameters about the ledger that every query accepts; an argument of every endpoint method, resolved by {@link
 * QueryContextResolver}.
 *
 * @param asOf    moment to answer as of; absent for the latest commit projected
 * @param atLeast commit to wait for; 0 for none
 * @param asked   the whole query, from which its answer leads on
 * @param asker   who asks
 * @param opened  subjects whose data was opened before for the page that shows the answer
 * @param required what the endpoint method requires of who asks
 */
public record QueryContext(
        @Nullable AsOf asOf, long atLeast, QueryRequest asked, Asker asker, Requirement required, Set<String> opened) {}
