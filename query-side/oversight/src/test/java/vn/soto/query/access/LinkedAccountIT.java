package vn.soto.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.access.AccessEvent.AccountLinkConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;

/** Lan is a member of a team in each of two communes. The administrator of the first has linked an account to her. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LinkedAccountIT {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    /** After the day of all questions. */
    private static final LocalDate COMING = LocalDate.of(2026, 8, 1);

    private static final Instrument DECISION = new Instrument("7/QĐ-UBND", DAY);
    private static final MemberId LAN = new MemberId("m-lan");
    private static final AccountId LINKED = new AccountId("lan");
    /** Linked before links were confirmed. */
    private static final AccountId OLDER = new AccountId("lan-0");

    private static final AccountId SECOND = new AccountId("lan-2");
    private static final AccountId FORMER = new AccountId("lan-1");
    private static final AccountId CONFIRMED = new AccountId("lan-3");
    private static final MemberId MAI = new MemberId("m-mai");
    /** Of a member who has left the first team. */
    private static final AccountId LEFT = new AccountId("mai");

    private static final Area FIRST_COMMUNE = Area.of(new UnitId("c"));
    private static final Area SECOND_COMMUNE = Area.of(new UnitId("d"));

    private final EventLog ledger = new EventLog();

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(ledger).upTo(begin());

    private long begin() {
        ledger.write(
                unit("p", UnitKind.PROVINCE, null),
                unit("c", UnitKind.COMMUNE, "p"),
                unit("d", UnitKind.COMMUNE, "p"),
                unit("c-1", UnitKind.HAMLET, "c"),
                unit("d-1", UnitKind.HAMLET, "d"));
        ledger.write(team("t-c", "c-1"));
        ledger.write(team("t-d", "d-1"));
        for (MemberId member : List.of(LAN, MAI)) {
            responsible(member, "t-c", "c-1");
            responsible(member, "t-d", "d-1");
        }
        ledger.write(new MembershipEnded(new TeamId("t-c"), MAI, EndReason.MOVED_AWAY, DAY.plusDays(1)));
        ledger.write(new LeaderAppointed(new TeamId("t-d"), MAI, COMING));
        ledger.write(
                granted("an", Role.ADMINISTRATOR, Area.WHOLE),
                new RoleHolderListed(Role.ADMINISTRATOR, new AccountId("an")),
                granted("admin-c", Role.ADMINISTRATOR, FIRST_COMMUNE),
                granted("admin-d", Role.ADMINISTRATOR, SECOND_COMMUNE));
        linked(LINKED, FIRST_COMMUNE);
        linked(SECOND, Area.WHOLE);
        decide("admin-c", new AccountLinked(OLDER, LinkedPerson.of(LAN), DAY));
        linked(FORMER, Area.WHOLE);
        linked(CONFIRMED, FIRST_COMMUNE);
        decide(
                "an",
                new AccountLinked(LEFT, LinkedPerson.of(MAI), DAY),
                new AccountLinkConfirmed(LEFT, List.of(Area.WHOLE)));
        decide(
                "an",
                new RoleGranted(
                        LEFT,
                        new GrantId("g-coming"),
                        Role.OFFICER,
                        FIRST_COMMUNE,
                        COMING.plusDays(31),
                        COMING.plusDays(60),
                        null,
                        GrantApproval.BY_TWO_PERSONS));
        decide("an", new AccountUnlinked(FORMER, LinkedPerson.of(LAN), DAY.plusDays(3), null));
        return decide("admin-d", new AccountLinkConfirmed(CONFIRMED, List.of(SECOND_COMMUNE)));
    }

    private void responsible(MemberId member, String team, String unit) {
        HouseholdId household = new HouseholdId(member.value().replace("m-", "h-") + unit.replace("-1", ""));
        ledger.write(
                new HouseholdRegistered(household, new UnitId(unit), "HO-" + household),
                new HouseholdAssigned(household, new UnitId(unit), new Responsible(new TeamId(team), member), DAY));
    }

    private void linked(AccountId account, Area within) {
        decide(
                "admin-c",
                new AccountLinked(account, LinkedPerson.of(LAN), DAY),
                new AccountLinkConfirmed(account, List.of(within)));
    }

    private long decide(String actor, DomainEvent... events) {
        return ledger.write(actor, "DUTY_ASSIGNED", null, events).number();
    }

    private static UnitEstablished unit(String unit, UnitKind kind, @Nullable String parent) {
        return new UnitEstablished(
                new UnitId(unit),
                kind,
                "Đơn vị " + unit,
                null,
                parent == null ? null : new UnitId(parent),
                DECISION,
                DAY);
    }

    private static TeamFormed team(String team, String covered) {
        return PlainEvents.team(new TeamId(team), "Tổ " + team, new UnitId(covered), DAY, LAN, MAI);
    }

    private static RoleGranted granted(String account, Role role, Area area) {
        return PlainEvents.role(new AccountId(account), role, area, DAY);
    }

    private Map<String, Object> asked(String account, String address) {
        return new Json(side.signedIn(account)).answer(address);
    }

    private static List<Object> each(Map<String, Object> answer, String list, String component) {
        return ((List<?>) Objects.requireNonNull(answer.get(list)))
                .stream()
                        .map(Json::map)
                        .map(each -> Objects.requireNonNull(each.get(component)))
                        .toList();
    }

    private List<Object> teamsOf(AccountId account) {
        return each(asked("an", "/api/accounts/" + account), "rights", "team").stream()
                .distinct()
                .toList();
    }

    @Test
    void aLinkGivesRightsInTheAreaOfWhoeverLinkedAndOfWhoeverConfirmed() {
        assertThat(teamsOf(LINKED)).containsExactly("t-c");
        assertThat(teamsOf(CONFIRMED)).containsExactlyInAnyOrder("t-c", "t-d");
        assertThat(teamsOf(SECOND)).containsExactlyInAnyOrder("t-c", "t-d");
    }

    @Test
    void rightsOfLaterDaysStandBesideThoseOfToday() {
        Map<String, Object> mai = asked(LEFT.value(), "/api/me");
        assertThat(each(mai, "rights", "role")).containsExactly("MEMBER");
        assertThat(each(mai, "coming", "role")).containsExactly("LEADER", "OFFICER");
        assertThat(each(mai, "coming", "from")).containsExactly("2026-08-01", "2026-09-01");
        assertThat(each(mai, "coming", "cause")).containsExactly("LEADERSHIP", "GRANT");
        assertThat(each(asked("an", "/api/accounts/" + LEFT), "coming", "role")).containsExactly("OFFICER");
        assertThat(asked(LINKED.value(), "/api/me")).doesNotContainKey("coming");
    }

    @Test
    void nothingOfATeamWithoutARightIsRead() {
        assertThat(side.signedIn(LINKED.value())
                        .get()
                        .uri("/api/teams/t-d/timeline")
                        .exchange()
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .isEqualTo(403);
        asked(LINKED.value(), "/api/teams/t-c/timeline");
    }

    /** The households that a person is responsible for say where they live. */
    @Test
    void ownHouseholdsAreThoseOfTeamsWithARight() {
        assertThat(ownHouseholds(LINKED)).containsExactly("h-lanc");
        assertThat(ownHouseholds(CONFIRMED)).containsExactlyInAnyOrder("h-lanc", "h-land");
        assertThat(ownHouseholds(LEFT)).containsExactly("h-maid");
    }

    private List<Object> ownHouseholds(AccountId account) {
        return each(asked(account.value(), "/api/households"), "households", "household");
    }

    @Test
    void theAdministratorWhoReachesTheTeamFindsWhatWaitsForConfirmation() {
        assertThat(each(asked("admin-d", "/api/accounts?unconfirmed=true"), "items", "account"))
                .containsExactly("lan", "lan-0");
        Map<String, Object> account = asked("admin-d", "/api/accounts/lan");
        assertThat(each(account, "unconfirmed", "team")).containsExactly("t-d");
        assertThat(each(asked("an", "/api/accounts/lan-3"), "unconfirmed", "team"))
                .isEmpty();
        assertThat(each(asked("an", "/api/accounts/lan-0"), "unconfirmed", "team"))
                .as("of an older ledger")
                .containsExactly("t-c", "t-d");
    }

    /** The confirmation stands with the link, after who linked. */
    @Test
    void whoConfirmedStandsWithTheLink() {
        Map<String, Object> link = Json.map(((List<?>) Objects.requireNonNull(
                        asked("an", "/api/accounts/lan-3").get("persons")))
                .getFirst());
        assertThat(Json.map(Objects.requireNonNull(link.get("linked")))).containsEntry("by", "admin-c");
        assertThat(each(link, "changes", "by")).containsExactly("admin-d");
        assertThat(each(link, "within", "unit")).containsExactly("c", "d");
    }

    @Test
    void everyAccountIsToldOfTheOthersOfItsPerson() {
        assertThat(each(asked(LINKED.value(), "/api/me"), "others", "account"))
                .containsExactly("lan-0", "lan-2", "lan-3");
        assertThat(each(asked("an", "/api/accounts/lan-2"), "others", "account"))
                .containsExactly("lan", "lan-0", "lan-3");
        assertThat(each(asked("an", "/api/me"), "others", "account")).isEmpty();
    }
}
