package vn.soto.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.access.AccessEvent.AccountLinkConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

final class RightsTest {

    private static final AccountId ACCOUNT = new AccountId("lan");
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
    private static final int DAYS = 40;
    private static final TeamId TEAM = new TeamId("t-1");
    private static final MemberId LAN = new MemberId("lan-1");
    private static final MemberId MINH = new MemberId("minh-2");
    private static final List<Area> AREAS =
            List.of(Area.WHOLE, Area.of(new UnitId("u-1")), Area.of(new OrganisationId("o-1")));

    private static AccountState folded(List<AccessEvent> events) {
        AccountState state = AccountState.blank(ACCOUNT);
        for (AccessEvent event : events) {
            state = state.after(event);
        }
        return state;
    }

    /** A history of grants and links, much of it decided for other days than those before. */
    private static List<AccessEvent> history(Random random) {
        List<AccessEvent> events = new ArrayList<>();
        List<RoleGranted> grants = new ArrayList<>();
        LocalDate free = FIRST;
        boolean linked = false;
        for (int i = 0; i < 60; i++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    RoleGranted grant = new RoleGranted(
                            ACCOUNT,
                            new GrantId("g-" + i),
                            random.nextBoolean() ? Role.OFFICER : Role.VIEWER,
                            AREAS.get(random.nextInt(AREAS.size())),
                            day(random),
                            random.nextBoolean() ? day(random) : null,
                            null,
                            GrantApproval.NOT_NEEDED);
                    grants.add(grant);
                    events.add(grant);
                }
                case 2 -> {
                    if (!grants.isEmpty()) {
                        events.add(new GrantEnded(ACCOUNT, some(grants, random), day(random)));
                    }
                }
                case 3 -> {
                    if (!grants.isEmpty()) {
                        events.add(new GrantCorrected(
                                ACCOUNT,
                                some(grants, random),
                                day(random),
                                random.nextBoolean() ? day(random) : null,
                                GrantApproval.BY_ONE_PERSON));
                    }
                }
                default -> {
                    LinkedPerson person = LinkedPerson.of(random.nextBoolean() ? LAN : MINH);
                    LocalDate day = free.plusDays(random.nextInt(4));
                    events.add(
                            linked
                                    ? new AccountUnlinked(ACCOUNT, person, day, null)
                                    : new AccountLinked(ACCOUNT, person, day));
                    free = linked ? day.plusDays(1) : day;
                    linked = !linked;
                }
            }
        }
        return events;
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private static GrantId some(List<RoleGranted> grants, Random random) {
        return grants.get(random.nextInt(grants.size())).grant();
    }

    /** The grants that hold on a day, by looking for the last word on each grant, without any fold. */
    private static Set<GrantId> recounted(List<AccessEvent> events, LocalDate day) {
        Set<GrantId> found = new HashSet<>();
        for (AccessEvent event : events) {
            if (event instanceof RoleGranted granted) {
                LocalDate from = granted.effectiveFrom();
                LocalDate until = granted.lastDay();
                for (AccessEvent later : events.subList(events.indexOf(event), events.size())) {
                    if (later instanceof GrantCorrected right && right.grant().equals(granted.grant())) {
                        from = right.effectiveFrom();
                        until = right.lastDay();
                    } else if (later instanceof GrantEnded end && end.grant().equals(granted.grant())) {
                        until = end.lastDay();
                    }
                }
                if (!from.isAfter(day) && (until == null || !until.isBefore(day))) {
                    found.add(granted.grant());
                }
            }
        }
        return found;
    }

    /** The person of the last link that includes the day. */
    private static @Nullable LinkedPerson person(List<AccessEvent> events, LocalDate day) {
        LinkedPerson person = null;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof AccountLinked linked
                    && !linked.effectiveFrom().isAfter(day)) {
                LocalDate last = events.subList(i, events.size()).stream()
                        .filter(AccountUnlinked.class::isInstance)
                        .map(end -> ((AccountUnlinked) end).lastDay())
                        .findFirst()
                        .orElse(LocalDate.MAX);
                if (!last.isBefore(day)) {
                    person = linked.person();
                }
            }
        }
        return person;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void rightsOfADayAreWhatANaiveRecountFinds(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            List<AccessEvent> events = history(random);
            AccountState state = folded(events);
            for (int i = 0; i < DAYS; i++) {
                LocalDate day = FIRST.plusDays(i);
                assertThat(granted(Rights.of(state, day, List.of(), UnitId::equals)))
                        .as("seed %d, day %s", seed, day)
                        .isEqualTo(recounted(events, day));
                assertThat(state.personOn(day).orElse(null))
                        .as("seed %d, day %s", seed, day)
                        .isEqualTo(person(events, day));
            }
        }
    }

    private static Set<GrantId> granted(Rights rights) {
        return rights.all().stream()
                .map(right -> ((Right.Cause.Granted) right.cause()).grant())
                .collect(Collectors.toSet());
    }

    @Test
    void aMemberHasTheRightsOfTheirTeamsWhileTheAccountIsTheirs() {
        AccountState account = folded(List.of(new AccountLinked(ACCOUNT, LinkedPerson.of(LAN), FIRST)));
        List<Belonging> belongings = List.of(belonging(TEAM, LAN, "u-1"), belonging(new TeamId("t-2"), MINH, "u-1"));

        assertThat(Rights.of(account, FIRST, belongings, UnitId::equals).all())
                .containsExactly(
                        new Right(Role.MEMBER, new Scope.OfTeam(TEAM), new Right.Cause.MemberOf(TEAM, LAN)),
                        new Right(Role.LEADER, new Scope.OfTeam(TEAM), new Right.Cause.LeaderOf(TEAM, LAN)));
        assertThat(Rights.of(account, FIRST.minusDays(1), belongings, UnitId::equals)
                        .all())
                .isEmpty();
    }

    private static Belonging belonging(TeamId team, MemberId member, String... coverage) {
        return new Belonging(
                team, member, true, Stream.of(coverage).map(UnitId::new).collect(Collectors.toSet()));
    }

    private static AccountLinkConfirmed confirmedIn(Area... within) {
        return new AccountLinkConfirmed(ACCOUNT, List.of(within));
    }

    @Test
    void aLinkGivesRightsWhereItWasConfirmed() {
        AccountState linked = folded(List.of(
                new AccountLinked(ACCOUNT, LinkedPerson.of(LAN), FIRST), confirmedIn(Area.of(new UnitId("u-1")))));
        List<Belonging> belongings = List.of(
                belonging(TEAM, LAN, "u-1"),
                belonging(new TeamId("t-2"), LAN, "u-2"),
                belonging(new TeamId("t-both"), LAN, "u-1", "u-2"),
                belonging(new TeamId("t-none"), LAN));

        assertThat(leading(linked, belongings)).containsExactly("t-1");
        assertThat(leading(linked.after(confirmedIn(Area.of(new UnitId("u-2")))), belongings))
                .as("an area of each administrator, not of both together")
                .containsExactly("t-1", "t-2");
        assertThat(leading(linked.after(confirmedIn(Area.WHOLE)), belongings)).hasSize(4);
        assertThat(leading(
                        folded(List.of(new AccountLinked(ACCOUNT, LinkedPerson.of(LAN), FIRST), confirmedIn())),
                        belongings))
                .isEmpty();
    }

    private static List<String> leading(AccountState account, List<Belonging> belongings) {
        return Rights.of(account, FIRST, belongings, UnitId::equals).all().stream()
                .filter(right -> right.role() == Role.LEADER)
                .map(right -> ((Scope.OfTeam) right.scope()).team().value())
                .toList();
    }

    @Test
    void rolesThatSignInAssertsReachEverything() {
        Rights rights = Rights.asserted(ACCOUNT, FIRST, Set.of(Role.OFFICER, Role.MEMBER));

        assertThat(rights.roles()).containsExactly(Role.MEMBER, Role.OFFICER);
        assertThat(rights.all()).extracting(Right::scope).containsOnly(Scope.EVERYWHERE);
    }

    @Test
    void aGrantReachesItsArea() {
        assertThat(AREAS)
                .extracting(Area::scope)
                .containsExactly(
                        Scope.EVERYWHERE,
                        new Scope.InUnit(new UnitId("u-1")),
                        new Scope.OfOrganisation(new OrganisationId("o-1")));
    }

    @Test
    void anAccountIsNamedAsItsIssuerNamesIt() {
        assertThat(new AccountId("auth0|Hòa Bình@xa-a.example")).hasToString("auth0|Hòa Bình@xa-a.example");
        for (String wrong : List.of("", " lan", "lan\n", "x".repeat(201), "lan\ud800")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new AccountId(wrong));
        }
    }
}
