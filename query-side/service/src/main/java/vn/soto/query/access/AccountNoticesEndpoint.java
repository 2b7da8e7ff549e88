package vn.soto.query.access;

import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.query.access.AccountNotice.Action;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Tells whoever approves what was done to the accounts of others who do. */
@RestController
final class AccountNoticesEndpoint {

    private static final int MOST = 200;

    private final QueryExecutor queries;
    private final AccountNotices notices;

    AccountNoticesEndpoint(QueryExecutor queries, AccountNotices notices) {
        this.queries = queries;
        this.notices = notices;
    }

    /**
     * Locks, unlocks and resets of accounts with a right to approve, and what was decided about accounts on the machine, in the last
     * seven days of the ledger; the newest first, at most 200.
     */
    @Requires(EndpointRight.ACCOUNT_NOTICES)
    @GetMapping("/api/account-notices")
    Mono<QueryAnswer<List<AccountNotice>>> notices(QueryContext context) {
        return queries.answer(
                context,
                asOf -> notices.of(asOf).stream()
                        .sorted(Comparator.comparing(AccountNoticesEndpoint::isOfALock))
                        .limit(MOST)
                        .sorted(AccountNotices.NEWEST_FIRST)
                        .toList());
    }

    /** Which anybody who administers can do to any number of accounts; no number of them hides another notice. */
    private static boolean isOfALock(AccountNotice notice) {
        return notice.action() == Action.LOCKED || notice.action() == Action.UNLOCKED;
    }
}
