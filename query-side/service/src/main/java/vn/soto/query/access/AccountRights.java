package vn.soto.query.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Belonging;
import vn.soto.contracts.access.Rights;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.query.member.Members;
import vn.soto.query.team.Teams;

/** The rights of accounts on a day, as known at a commit. */
@Component
public final class AccountRights {

    private final Documents documents;
    private final Members members;
    private final Teams teams;

    AccountRights(Documents documents, Members members, Teams teams) {
        this.documents = documents;
        this.members = members;
        this.teams = teams;
    }

    /**
     * Whether the ledger had its first grant, that of the first administrator, at the commit. If so only the ledger says what
     * an account may do; before, the roles that sign-in asserts count. What an account may do now is decided from the ledger itself,
     * by {@link vn.soto.query.reading.CurrentRights}: a model that is being made does not know of the grant yet.
     */
    public boolean areInForce(long asOf) {
        return AccountList.find(List.of(AccountList.of(Role.ADMINISTRATOR)), documents, asOf)
                .findAny()
                .isPresent();
    }

    /** The state of an account; empty if the ledger has no event of it. */
    public Optional<AccountState> state(AccountId account, long asOf) {
        return documents.find(AccountRecord.KIND, account.value()).flatMap(record -> record.asOf(asOf));
    }

    /**
     * The rights of an account.
     *
     * @param asserted roles that sign-in asserts; they count in a ledger without grants only
     */
    public Rights of(AccountId account, Set<Role> asserted, LocalDate day, long asOf) {
        return areInForce(asOf)
                ? granted(state(account, asOf).orElseGet(() -> AccountState.blank(account)), day, asOf)
                : Rights.asserted(account, day, asserted);
    }

    /** The rights that the ledger gives to an account in this state. */
    public Rights granted(AccountState account, LocalDate day, long asOf) {
        List<Belonging> belongings = account.personOn(day)
                .flatMap(person -> Optional.ofNullable(person.member()))
                .map(member -> belongings(member, day, asOf).toList())
                .orElse(List.of());
        return Rights.of(account, day, belongings);
    }

    private Stream<Belonging> belongings(MemberId member, LocalDate day, long asOf) {
        return members.activeIn(member, day, asOf).stream()
                .map(team -> new Belonging(new TeamId(team), member, leads(member, team, day, asOf)));
    }

    private boolean leads(MemberId member, String team, LocalDate day, long asOf) {
        return teams.on(team, day, asOf)
                .filter(onDay -> member.value().equals(onDay.card().offices().leader()))
                .isPresent();
    }
}
