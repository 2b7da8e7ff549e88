package vn.soto.query.reading;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Rights;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.team.MemberId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredEvent;
import vn.soto.projection.Projections;

/**
 * The rights of accounts. Grants are read straight from the ledger, so an ended grant counts no more from the next
 * answer on. Memberships come from the read models, once these have reached the ledger's state at the start.
 */
@Component
public final class CurrentRights {

    private static final int PAGE = 500;

    /** Accounts whose state is kept; further ones are read anew each time. */
    private static final int MOST_KEPT = 10_000;

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final RightsOfAccounts rights;
    private final Projections projections;
    private final CommitWaits waits;
    private final ConcurrentMap<AccountId, Known> known = new ConcurrentHashMap<>();
    private volatile boolean granted;

    /** Commit up to which the ledger has no grant. */
    private volatile long ungranted = -1;

    private volatile long reached = -1;

    CurrentRights(
            LedgerReader ledger,
            EventCodec codec,
            RightsOfAccounts rights,
            Projections projections,
            CommitWaits waits) {
        this.ledger = ledger;
        this.codec = codec;
        this.rights = rights;
        this.projections = projections;
        this.waits = waits;
    }

    /**
     * @param events number of the account's events that the state has
     * @param upTo   commit up to which it has all of them
     */
    private record Known(AccountState state, long events, long upTo) {}

    /** The rights of an account on a day as the ledger has them now, as far as {@code asOf} for memberships. */
    HeldRights of(Asker asker, LocalDate day, long asOf) {
        return of(asker, day, asOf, ledger.tail().number());
    }

    /** @param tail of the ledger now, for who just read it */
    HeldRights of(Asker asker, LocalDate day, long asOf, long tail) {
        // An account whose name no grant could have has no right in the ledger; nobody signed in has none either.
        if (!AccountId.isWellFormed(asker.account())) {
            return new HeldRights(new Rights(new AccountId("-"), day, List.of()), areGranted(tail), null, Map.of());
        }
        AccountId account = new AccountId(asker.account());
        // Before they start, only the warm-up asks, of whom no grant knows; nobody sees its answers.
        return projections.isStarted() && areGranted(tail)
                ? granted(state(account, tail), day, asOf)
                : new HeldRights(Rights.asserted(account, day, asker.asserted()), false, null, Map.of());
    }

    /** Whether the ledger has a grant; once it has, it always will. */
    private boolean areGranted(long tail) {
        if (!granted && ungranted < tail) {
            if (ledger.aggregate(RoleHoldersEvent.FIRST_GRANT, 0, 1).isEmpty()) {
                ungranted = tail;
            } else {
                granted = true;
            }
        }
        return granted;
    }

    private AccountState state(AccountId account, long tail) {
        Known found = known.getOrDefault(account, new Known(AccountState.blank(account), 0, -1));
        if (found.upTo >= tail) {
            return found.state;
        }
        List<StoredEvent> page = ledger.aggregate(AccessEvent.idOf(account), found.events, PAGE);
        while (!page.isEmpty()) {
            found = after(found, page);
            page = page.size() < PAGE ? List.of() : ledger.aggregate(AccessEvent.idOf(account), found.events, PAGE);
        }
        if (known.size() < MOST_KEPT || known.containsKey(account)) {
            known.put(account, new Known(found.state, found.events, tail));
        }
        return found.state;
    }

    private Known after(Known before, List<StoredEvent> events) {
        AccountState state = before.state;
        for (StoredEvent stored : events) {
            state = codec.decode(stored) instanceof AccessEvent event ? state.after(event) : state;
        }
        return new Known(state, before.events + events.size(), before.upTo);
    }

    private HeldRights granted(AccountState state, LocalDate day, long asOf) {
        LinkedPerson person =
                state.personOn(day).isPresent() ? state.personOn(day).get() : null;
        MemberId member = person == null ? null : person.member();
        if (member != null) {
            awaitStart();
        }
        Rights all = rights.granted(state, day, Math.max(asOf, reached));
        Map<Right, HeldRights.Days> days = new HashMap<>();
        all.all().forEach(right -> days.put(right, days(right, state, day, asOf)));
        return new HeldRights(all, true, person, days);
    }

    /** Waits for what the ledger had at the start: a membership that ended since the read models began must not count. */
    private void awaitStart() {
        if (reached < 0) {
            long tail = ledger.tail().number();
            waits.await(tail, projections::folded, projections::await);
            reached = tail;
        }
    }

    private HeldRights.Days days(Right right, AccountState state, LocalDate day, long asOf) {
        return switch (right.cause()) {
            case Right.Cause.Granted(var grant) ->
                state.grant(grant)
                        .map(found -> new HeldRights.Days(found.from(), found.until()))
                        .orElse(HeldRights.Days.UNLIMITED);
            case Right.Cause.MemberOf(var team, var member) -> rights.membership(team, member, day, asOf);
            case Right.Cause.LeaderOf(var team, var member) -> rights.membership(team, member, day, asOf);
            case Right.Cause.Asserted() -> HeldRights.Days.UNLIMITED;
        };
    }
}
