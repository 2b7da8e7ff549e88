package vn.soto.command.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Belonging;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Rights;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.team.MemberTeams;
import vn.soto.domain.team.Team;
import vn.soto.domain.team.TeamStanding;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;

/**
 * The roles that an account has somewhere today. Whoever has no role that may issue a command is refused before anything of it
 * is read; where the roles reach is decided with the command. Thread-safe; blocking.
 */
public final class AccountRoles {

    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final MemberTeams memberTeams;
    private final Clock clock;

    /** A ledger with a grant stays one. */
    private volatile boolean granted;

    AccountRoles(LedgerReader ledger, EventCodec codec, MemberTeams memberTeams, Clock clock) {
        this.ledger = ledger;
        this.codec = codec;
        this.memberTeams = memberTeams;
        this.clock = clock;
    }

    /**
     * Of the ledger once it has a grant; until then those asserted.
     *
     * @param account  name of the authenticated principal
     * @param asserted roles that sign-in asserts
     */
    public Set<Role> of(String account, Set<Role> asserted) {
        granted = granted || ledger.head(RoleHoldersEvent.FIRST_GRANT).isPresent();
        if (!granted) {
            return asserted;
        }
        return AccountId.isWellFormed(account) ? recorded(new AccountId(account)) : Set.of();
    }

    private Set<Role> recorded(AccountId account) {
        AccountState state = AccountState.blank(account);
        for (DomainEvent event : events(AccessEvent.idOf(account))) {
            state = state.after((AccessEvent) event);
        }
        LocalDate today = VietnamTime.day(clock.instant());
        List<Belonging> belongings = state.personOn(today)
                .map(LinkedPerson::member)
                .map(member -> belongings(member, today))
                .orElse(List.of());
        return Set.copyOf(Rights.of(state, today, belongings).roles());
    }

    private List<Belonging> belongings(MemberId member, LocalDate day) {
        return memberTeams.of(member).stream()
                .flatMap(team -> TeamStanding.belonging(team(team), member, day).stream())
                .toList();
    }

    private Team team(TeamId team) {
        return Team.of(events(team.value()).stream().map(TeamEvent.class::cast).toList());
    }

    private List<DomainEvent> events(String aggregate) {
        List<DomainEvent> events = new ArrayList<>();
        List<DomainEvent> page;
        do {
            page = ledger.aggregate(aggregate, events.size(), PAGE).stream()
                    .map(codec::decode)
                    .toList();
            events.addAll(page);
        } while (page.size() == PAGE);
        return events;
    }
}
