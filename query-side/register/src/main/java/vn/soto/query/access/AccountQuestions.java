package vn.soto.query.access;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountStage;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.Rights;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.StateRefusals;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.projection.log.Page;
import vn.soto.query.access.AccountNotice.Action;
import vn.soto.query.access.AccountView.DecisionLine;
import vn.soto.query.access.AccountView.UnconfirmedTeam;
import vn.soto.query.event.Histories;
import vn.soto.query.http.Asked;
import vn.soto.query.http.BooleanParameter;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/** Answers who may do what, and who decided it. */
@RestController
record AccountQuestions(
        AccountSearch accounts,
        AccountRights rights,
        Histories histories,
        EventCodec codec,
        CommitReasons reasons,
        AccountNotices notices) {

    private static final Range FROM = new Range("from", 0, 10_000_000);

    /**
     * The accounts with a right on the day {@code on}, or today, by name, of those that the reader reaches.
     * {@code role} asks for that role, {@code unit} for a right that reaches the whole unit. {@code approval} asks for
     * a grant that took so many persons, such as a right to approve granted by one person alone. With
     * {@code unconfirmed} those, with a right or without, that wait until somebody confirms whose account they are.
     */
    @Query(at = "/api/accounts", right = EndpointRight.ACCOUNTS)
    Page<AccountLine> list(
            Asked asked,
            @RequestParam Optional<Role> role,
            @RequestParam Optional<String> unit,
            @RequestParam Optional<GrantApproval> approval,
            @RequestParam Optional<BooleanParameter> unconfirmed,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        return accounts.find(
                new AccountSearch.AccountFilter(
                        role, unit, approval, unconfirmed.equals(Optional.of(BooleanParameter.TRUE)), asked.on(on)),
                account -> Reader.current().reaches(EndpointRight.ACCOUNTS, IdKind.ACCOUNT, account),
                FROM.check(from).orElse(0L).intValue(),
                asked.limit(limit),
                asked.asOf());
    }

    /** The rights of the account on the day {@code on}, or today, and every grant and person it ever had. */
    @Query(at = "/api/accounts/{account}", right = EndpointRight.ACCOUNTS, of = "account")
    AccountView account(Asked asked, @PathVariable String account, @RequestParam Optional<LocalDate> on) {
        long asOf = asked.asOf();
        AccountHistory history =
                new AccountHistory(known(account), commit -> decision(commit, reasons.of(commit, asked.language())));
        histories
                .of(AccessEvent.idOf(known(account)), asOf)
                .forEach(body -> history.add(
                        (AccessEvent)
                                codec.decode(body.event().type(), body.event().payload()),
                        body.commit()));
        if (history.state().grants().isEmpty() && history.state().links().isEmpty()) {
            throw QueryProblemException.absent("account", account);
        }
        asked.refusedNow(refusals(history.state(), asked.today()));
        return view(history, asked.on(on), asOf);
    }

    private static AccountId known(String account) {
        if (!AccountId.isWellFormed(account)) {
            throw QueryProblemException.absent("account", account);
        }
        return new AccountId(account);
    }

    private static StateRefusals refusals(AccountState account, LocalDate today) {
        Reader reader = Reader.current();
        boolean own = reader.isOwn(account.account().value())
                || account.personOn(today)
                        .filter(person -> person.equals(reader.rights().person()))
                        .isPresent();
        List<Area> areas = reader.rights().administered();
        return new AccountStage(account).refusals(own, areas);
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
                        .map(team -> new UnconfirmedTeam(new TeamId(team)))
                        .toList(),
                state.personOn(day)
                        .map(person -> rights.others(state.account(), person, day, asOf))
                        .orElse(List.of()));
    }

    private static DecisionLine decision(Commit commit, CommitReasons.Shown reason) {
        return new DecisionLine(commit.number(), commit.at(), commit.actor(), reason.why(), reason.whyText());
    }

    private static final int MOST = 200;

    /**
     * Locks, unlocks and resets of accounts with a right to approve, and decisions about accounts on the machine. They
     * are those of the ledger's last seven days, the newest first, at most 200.
     */
    @Query(at = "/api/account-notices", right = EndpointRight.ACCOUNT_NOTICES, name = "account-notices-notices")
    List<AccountNotice> notices(Asked asked) {
        return notices.of(asked.asOf()).stream()
                .sorted(Comparator.comparing(AccountQuestions::isOfALock))
                .limit(MOST)
                .sorted(AccountNotices.NEWEST_FIRST)
                .toList();
    }

    /**
     * Such changes are open to every administrator, for any number of accounts; no number of them hides another notice.
     */
    private static boolean isOfALock(AccountNotice notice) {
        return notice.action() == Action.LOCKED || notice.action() == Action.UNLOCKED;
    }
}
