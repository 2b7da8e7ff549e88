package vn.soto.query.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.Rights;
import vn.soto.contracts.access.Role;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.projection.log.Page;
import vn.soto.query.access.AccountView.DecisionLine;
import vn.soto.query.access.AccountView.UnconfirmedTeam;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.BooleanParameter;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.http.Viewer;
import vn.soto.query.link.IdKind;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.reading.Reader;
import vn.soto.query.timeline.Histories;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Answers who may do what, and who decided it. */
@RestController
final class AccountEndpoint {

    private static final Range FROM = new Range("from", 0, 10_000_000);

    private final QueryExecutor queries;
    private final AccountSearch accounts;
    private final AccountRights rights;
    private final Histories histories;
    private final EventCodec codec;
    private final CommitReasons reasons;
    private final Today today;
    private final QuerySettings settings;

    AccountEndpoint(
            QueryExecutor queries,
            AccountSearch accounts,
            AccountRights rights,
            Histories histories,
            EventCodec codec,
            CommitReasons reasons,
            Today today,
            QuerySettings settings) {
        this.queries = queries;
        this.accounts = accounts;
        this.rights = rights;
        this.histories = histories;
        this.codec = codec;
        this.reasons = reasons;
        this.today = today;
        this.settings = settings;
    }

    /**
     * The accounts with a right on the day {@code on}, or today, by name: with {@code role} those with that role, with
     * {@code unit} those with a right that reaches the unit as a whole, with {@code approval} those with a grant that took so many
     * persons, such as a right to approve that one person granted alone; of the accounts that the reader reaches. With
     * {@code unconfirmed} those, with a right or without, that wait until somebody confirms whose account they are.
     */
    @Requires(EndpointRight.ACCOUNTS)
    @GetMapping("/api/accounts")
    Mono<QueryAnswer<Page<AccountLine>>> list(
            QueryContext context,
            @RequestParam Optional<Role> role,
            @RequestParam Optional<String> unit,
            @RequestParam Optional<GrantApproval> approval,
            @RequestParam Optional<BooleanParameter> unconfirmed,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        return queries.answer(
                context,
                asOf -> accounts.find(
                        new AccountSearch.AccountFilter(
                                role,
                                unit,
                                approval,
                                unconfirmed.equals(Optional.of(BooleanParameter.TRUE)),
                                today.on(on, context, asOf)),
                        account -> Reader.current().reaches(EndpointRight.ACCOUNTS, IdKind.ACCOUNT, account),
                        FROM.check(from).orElse(0L).intValue(),
                        Range.limit(limit, settings),
                        asOf));
    }

    /** What the account may do on the day {@code on}, or today, and every grant and person it ever had. */
    @Requires(value = EndpointRight.ACCOUNTS, of = "account")
    @GetMapping("/api/accounts/{account}")
    Mono<QueryAnswer<AccountView>> account(
            QueryContext context,
            Viewer viewer,
            ServerWebExchange exchange,
            @PathVariable String account,
            @RequestParam Optional<LocalDate> on) {
        return queries.answer(context, asOf -> {
            AccountHistory history = new AccountHistory(
                    known(account), commit -> decision(commit, reasons.of(commit, viewer, Language.of(exchange))));
            histories
                    .of(AccessEvent.idOf(known(account)), asOf)
                    .forEach(body -> history.add(
                            (AccessEvent) codec.decode(
                                    body.event().type(), body.event().payload()),
                            body.commit()));
            if (history.state().grants().isEmpty() && history.state().links().isEmpty()) {
                throw QueryProblemException.absent("account", account);
            }
            return view(history, today.on(on, context, asOf), asOf);
        });
    }

    private static AccountId known(String account) {
        if (!AccountId.isWellFormed(account)) {
            throw QueryProblemException.absent("account", account);
        }
        return new AccountId(account);
    }

    private AccountView view(AccountHistory history, LocalDate day, long asOf) {
        AccountState state = history.state();
        boolean inForce = rights.areInForce(asOf);
        Rights held = inForce ? rights.granted(state, day, asOf) : Rights.asserted(state.account(), day, Set.of());
        return new AccountView(
                AccountLine.of(state, held, day),
                day,
                inForce,
                history.grants(day),
                history.links(day),
                rights.unconfirmed(state, day, asOf).stream()
                        .map(UnconfirmedTeam::new)
                        .toList(),
                state.personOn(day)
                        .map(person -> rights.others(state.account(), person, day, asOf))
                        .orElse(List.of()));
    }

    private static DecisionLine decision(Commit commit, CommitReasons.Shown reason) {
        return new DecisionLine(commit.number(), commit.at(), commit.actor(), reason.why(), reason.text());
    }
}
