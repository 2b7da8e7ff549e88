package vn.soto.query.reading;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Belonging;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Rights;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.team.MemberId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.projection.Projections;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.member.MemberTeams;

/**
 * The rights of accounts: grants straight from the ledger, so that one that was ended counts no more from the next answer on,
 * whatever the read models know; memberships from the read models, once these have what the ledger had at the start.
 */
@Component
final class CurrentRights {

    private static final int PAGE = 500;

    /** Accounts whose state is kept; further ones are read anew each time. */
    private static final int MOST_KEPT = 10_000;

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final MemberTeams teams;
    private final Projections projections;
    private final Duration patience;
    private final ConcurrentMap<AccountId, Known> known = new ConcurrentHashMap<>();
    private volatile boolean granted;
    private volatile long reached = -1;

    CurrentRights(
            LedgerReader ledger,
            EventCodec codec,
            MemberTeams teams,
            Projections projections,
            QuerySettings settings) {
        this.ledger = ledger;
        this.codec = codec;
        this.teams = teams;
        this.projections = projections;
        this.patience = settings.readYourWritesTimeout();
    }

    /** @param events number of the account's events that the state has */
    private record Known(AccountState state, long events) {}

    /** The rights of an account on a day as the ledger has them now, as far as {@code asOf} for memberships. */
    HeldRights of(Asker asker, LocalDate day, long asOf) {
        // An account whose name no grant could have has no right in the ledger; nobody signed in has none either.
        if (!AccountId.isWellFormed(asker.account())) {
            return new HeldRights(
                    new Rights(new AccountId("-"), day, List.of()), areGranted(), null, Map.of());
        }
        AccountId account = new AccountId(asker.account());
        // Before they start, only the warm-up asks, of whom no grant knows; nobody sees its answers.
        return projections.isStarted() && areGranted()
                ? granted(state(account), day, asOf)
                : new HeldRights(Rights.asserted(account, day, asker.asserted()), false, null, Map.of());
    }

    /** Whether the ledger has a grant; once it has, it always will. */
    private boolean areGranted() {
        if (!granted && !ledger.aggregate(RoleHoldersEvent.FIRST_GRANT, 0, 1).isEmpty()) {
            granted = true;
        }
        return granted;
    }

    private AccountState state(AccountId account) {
        Known found = known.getOrDefault(account, new Known(AccountState.blank(account), 0));
        List<StoredEvent> page = ledger.aggregate(AccessEvent.idOf(account), found.events, PAGE);
        while (!page.isEmpty()) {
            found = after(found, page);
            page = page.size() < PAGE ? List.of() : ledger.aggregate(AccessEvent.idOf(account), found.events, PAGE);
        }
        if (known.size() < MOST_KEPT || known.containsKey(account)) {
            known.put(account, found);
        }
        return found.state;
    }

    private Known after(Known before, List<StoredEvent> events) {
        AccountState state = before.state;
        for (StoredEvent stored : events) {
            state = codec.decode(stored) instanceof AccessEvent event ? state.after(event) : state;
        }
        return new Known(state, before.events + events.size());
    }

    private HeldRights granted(AccountState state, LocalDate day, long asOf) {
        LinkedPerson person = state.personOn(day).isPresent() ? state.personOn(day).get() : null;
        MemberId member = person == null ? null : person.member();
        Map<Belonging, HeldRights.Days> belongings =
                member == null ? Map.of() : belongings(member, day, asOf);
        Rights rights = Rights.of(state, day, belongings.keySet());
        Map<Right, HeldRights.Days> days = new HashMap<>();
        rights.all().forEach(right -> days.put(right, days(right, state, belongings)));
        return new HeldRights(rights, true, person, days);
    }

    /** Waits for what the ledger had at the start: a membership that ended since the read models began must not count. */
    private Map<Belonging, HeldRights.Days> belongings(MemberId member, LocalDate day, long asOf) {
        if (reached < 0) {
            long tail = ledger.tail().number();
            if (!projections.await(tail, patience)) {
                throw QueryProblemException.notYet(tail, projections.folded().number());
            }
            reached = tail;
        }
        return teams.of(member, day, Math.max(asOf, reached)).stream()
                .collect(Collectors.toMap(
                        team -> new Belonging(team.team(), member, team.leads()),
                        team -> new HeldRights.Days(team.from(), team.until()),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private static HeldRights.Days days(
            Right right, AccountState state, Map<Belonging, HeldRights.Days> belongings) {
        return switch (right.cause()) {
            case Right.Cause.Granted(var grant) ->
                state.grant(grant)
                        .map(found -> new HeldRights.Days(found.from(), found.until()))
                        .orElse(HeldRights.Days.UNLIMITED);
            case Right.Cause.MemberOf(var team, var _) -> days(team.value(), belongings);
            case Right.Cause.LeaderOf(var team, var _) -> days(team.value(), belongings);
            case Right.Cause.Asserted() -> HeldRights.Days.UNLIMITED;
        };
    }

    private static HeldRights.Days days(String team, Map<Belonging, HeldRights.Days> belongings) {
        return belongings.entrySet().stream()
                .filter(each -> each.getKey().team().value().equals(team))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(HeldRights.Days.UNLIMITED);
    }
}
