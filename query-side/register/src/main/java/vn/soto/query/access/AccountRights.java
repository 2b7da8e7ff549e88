package vn.soto.query.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Belonging;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Rights;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Documents;
import vn.soto.query.member.Members;
import vn.soto.query.reading.HeldRights;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.RightsOfAccounts;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.query.team.Memberships.Membership;
import vn.soto.query.team.Teams;
import vn.soto.query.unit.UnitAreas;
import vn.soto.query.unit.Units;

/** The rights of accounts on a day, as known at a commit. */
@Component
public record AccountRights(Documents documents, Members members, Teams teams, Units units)
        implements RightsOfAccounts {

    /**
     * Whether the ledger had its first grant, that of the first administrator, at the commit. If so only the ledger
     * says what an account may do; before, the roles that sign-in asserts count. Present rights are decided from the
     * ledger itself, by {@link vn.soto.query.reading.CurrentRights}, because a read model in the making does not know
     * of the grant yet.
     */
    public boolean areInForce(long asOf) {
        return AccountList.find(List.of(AccountList.of(Role.ADMINISTRATOR)), documents, asOf)
                .findAny()
                .isPresent();
    }

    @Override
    public Optional<AccountState> state(AccountId account, long asOf) {
        return documents.find(AccountRecord.KIND, account.value()).flatMap(record -> record.asOf(asOf));
    }

    /** The person to whom an account was linked last; empty if nobody ever was. */
    public Optional<LinkedPerson> person(String account, long asOf) {
        return Optional.of(account)
                .filter(AccountId::isWellFormed)
                .flatMap(known -> state(new AccountId(known), asOf))
                .map(AccountState::links)
                .filter(links -> !links.isEmpty())
                .map(links -> links.getLast().person());
    }

    /** Whether an account is the reader's, or was last of the same person. */
    public boolean isReaders(String account, long asOf) {
        Reader reader = Reader.current();
        return reader.isOwn(account)
                || person(account, asOf)
                        .filter(person -> person.equals(reader.rights().person()))
                        .isPresent();
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
    @Override
    public Rights granted(AccountState account, LocalDate day, long asOf) {
        List<Belonging> belongings = account.personOn(day)
                .flatMap(person -> Optional.ofNullable(person.member()))
                .map(member -> belongings(member, day, asOf).toList())
                .orElse(List.of());
        return Rights.of(account, day, belongings, containment(day, asOf));
    }

    /** A right that an account gets on a later day, by what is decided already. */
    public record Coming(Right right, LocalDate from) {}

    /** The rights that an account gets after a day, in order of their first days. */
    public List<Coming> coming(AccountState account, LocalDate day, long asOf) {
        return decided(account, day, asOf)
                .filter(day::isBefore)
                .distinct()
                .sorted()
                .flatMap(from -> {
                    List<Right> before =
                            granted(account, from.minusDays(1), asOf).all();
                    return granted(account, from, asOf).all().stream()
                            .filter(right -> !before.contains(right))
                            .map(right -> new Coming(right, from));
                })
                .toList();
    }

    /** First days of grants and links, and those on which something changes in the teams of the linked persons. */
    private Stream<LocalDate> decided(AccountState account, LocalDate day, long asOf) {
        Stream<LocalDate> changes = account.links().stream()
                .flatMap(link -> Stream.ofNullable(link.person().member()))
                .flatMap(member -> lasting(member, day, asOf))
                .distinct()
                .flatMap(team -> teams.changes(team, day, asOf));
        return Stream.of(
                        account.grants().stream().map(AccountState.Grant::from),
                        account.links().stream().map(AccountState.Link::from),
                        changes)
                .flatMap(days -> days);
    }

    @Override
    public HeldRights.Days membership(TeamId team, MemberId member, LocalDate day, long asOf) {
        return members.memberships(member, asOf)
                .filter(row -> row.team().equals(team) && row.state().isActiveOn(day))
                .map(row -> new HeldRights.Days(row.state().from(), row.state().until()))
                .findFirst()
                .orElse(HeldRights.Days.UNLIMITED);
    }

    private BiPredicate<UnitId, UnitId> containment(LocalDate day, long asOf) {
        UnitAreas areas = new UnitAreas(units, day, asOf);
        return (area, unit) -> areas.contains(area.value(), unit.value());
    }

    private Stream<Belonging> belongings(MemberId member, LocalDate day, long asOf) {
        return members.activeIn(member, day, asOf).stream()
                .map(team -> new Belonging(
                        new TeamId(team), member, leads(member, team, day, asOf), coverage(team, day, asOf)));
    }

    private Set<UnitId> coverage(String team, LocalDate day, long asOf) {
        return teams.find(team, asOf).stream()
                .flatMap(card -> card.areaOn(day).stream())
                .map(UnitId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The present and future teams of the linked person in which the link gives no right until somebody who reaches the
     * team has confirmed it. A link of an older ledger could not be confirmed and gives rights in every team. If there
     * are several teams, all are listed until an administrator of the whole confirms the link.
     */
    List<String> unconfirmed(AccountState account, LocalDate day, long asOf) {
        BiPredicate<UnitId, UnitId> contains = containment(day, asOf);
        return account.links().stream()
                .filter(link -> link.lasts(day) && (link.isOfAnOlderLedger() || !link.holdsEverywhere()))
                .flatMap(link -> {
                    List<String> teams = Stream.ofNullable(link.person().member())
                            .flatMap(member -> lasting(member, day, asOf))
                            .distinct()
                            .toList();
                    return link.isOfAnOlderLedger()
                            ? teams.stream().filter(team -> teams.size() > 1)
                            : teams.stream().filter(team -> !link.holdsFor(coverage(team, day, asOf), contains));
                })
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> lasting(MemberId member, LocalDate day, long asOf) {
        return members.memberships(member, asOf)
                .filter(row ->
                        row.state().until() == null || !row.state().until().isBefore(day))
                .map(Membership::team)
                .map(TeamId::value);
    }

    /** A grant that is in force on one unit. */
    public record Granted(String account, Role role, String grant, String unit) {}

    /** The grants on the units that go on after a day. */
    public Stream<Granted> grantedOn(Collection<String> places, LocalDate day, long asOf) {
        List<String> lists = places.stream().map(AccountList::onUnit).toList();
        return AccountList.find(lists, documents, asOf)
                .flatMap(account -> state(new AccountId(account), asOf).stream())
                .flatMap(state -> state.grants().stream()
                        .filter(grant -> grant.lasts(day.plusDays(1)))
                        .flatMap(grant -> Stream.ofNullable(grant.area().unit())
                                .map(unit -> new Granted(
                                        state.account().value(),
                                        grant.role(),
                                        grant.id().value(),
                                        unit.value()))))
                .filter(granted -> places.contains(granted.unit()));
    }

    /** Whether somebody is an officer of the whole ledger. */
    public boolean isAnyOfficerEverywhere(LocalDate day, long asOf) {
        return AccountList.find(List.of(AccountList.EVERYWHERE), documents, asOf)
                .flatMap(account -> state(new AccountId(account), asOf).stream())
                .anyMatch(state -> state.holdsEverywhere(Role.OFFICER, day));
    }

    /** Whether somebody has a right to approve on one of the units. */
    @Override
    public boolean isAnyToApproveIn(Set<String> places, LocalDate day, long asOf) {
        Set<UnitId> approved = places.stream().map(UnitId::new).collect(Collectors.toSet());
        List<String> lists = places.stream().map(AccountList::onUnit).toList();
        return AccountList.find(lists, documents, asOf)
                .flatMap(account -> state(new AccountId(account), asOf).stream())
                .anyMatch(state -> state.approvesIn(approved, day));
    }

    /** The accounts that belong to a person on the day. */
    public Stream<AccountState> linked(LinkedPerson person, LocalDate day, long asOf) {
        return AccountList.find(List.of(AccountList.of(person)), documents, asOf)
                .sorted()
                .flatMap(account -> state(new AccountId(account), asOf).stream())
                .filter(state -> state.personOn(day).equals(Optional.of(person)));
    }

    /** The other accounts of the account's person on the day. */
    public List<OtherAccount> others(AccountId account, LinkedPerson person, LocalDate day, long asOf) {
        return linked(person, day, asOf)
                .filter(state -> !state.account().equals(account))
                .flatMap(state -> state.linkOn(day).stream()
                        .map(link -> new OtherAccount(state.account().value(), link.from())))
                .toList();
    }

    /**
     * Another account of the same person: for whatever takes two persons, both are one.
     *
     * @param since first day on which it belongs to the person
     */
    public record OtherAccount(@IdOf(IdKind.ACCOUNT) String account, LocalDate since) {}

    private boolean leads(MemberId member, String team, LocalDate day, long asOf) {
        return teams.on(team, day, asOf)
                .filter(onDay -> member.equals(onDay.card().offices().leader()))
                .isPresent();
    }
}
