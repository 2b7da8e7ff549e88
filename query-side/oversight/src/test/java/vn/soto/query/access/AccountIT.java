package vn.soto.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.query.testing.Json.list;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccountIT {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final UnitId PROVINCE = new UnitId("p");
    private static final UnitId COMMUNE = new UnitId("c");
    private static final UnitId HAMLET = new UnitId("h");
    private static final UnitId OTHER_COMMUNE = new UnitId("d");
    private static final TeamId TEAM = new TeamId("t");
    private static final MemberId LAN = new MemberId("lan-1");
    private static final MemberId MINH = new MemberId("minh-2");
    private static final AccountId AN = new AccountId("an");
    private static final AccountId BINH = new AccountId("binh@xa-a.example");
    private static final AccountId LAN_ACCOUNT = new AccountId("tài khoản của Lan");
    private static final AccountId AUDITOR = new AccountId("kiem-tra");
    private static final GrantId OFFICE = new GrantId("g-office");
    private static final Instrument DECISION = new Instrument("7/QĐ-UBND", MAY);

    private final EventLog scribe = new EventLog();
    private final long before = begin();
    private final long first = decide(
            "system",
            grant(AN, new GrantId("g-first"), Role.ADMINISTRATOR, Area.WHOLE, MAY, GrantApproval.BY_ONE_PERSON),
            new RoleHolderListed(Role.ADMINISTRATOR, AN));
    private final long granted = decide(
            "an",
            new RoleGranted(
                    BINH, OFFICE, Role.OFFICER, Area.of(COMMUNE), MAY, null, DECISION, GrantApproval.BY_TWO_PERSONS),
            new RoleHolderListed(Role.OFFICER, BINH));
    private final long audited = decide(
            "an", grant(AUDITOR, new GrantId("g-a"), Role.AUDITOR, Area.of(PROVINCE), JULY, GrantApproval.NOT_NEEDED));
    private final long ended = decide("an", new GrantEnded(BINH, OFFICE, LocalDate.of(2026, 6, 30)));
    private final long last = decide("chi", new GrantCorrected(BINH, OFFICE, MAY, JULY, GrantApproval.BY_TWO_PERSONS));

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last);

    private final Json json = new Json(side.signedIn(AN.value()));

    /** Units, a team that Lan leads until July and Minh from then on, and Lan's account, linked before there are grants. */
    private long begin() {
        scribe.write(
                unit(PROVINCE, UnitKind.PROVINCE, null),
                unit(COMMUNE, UnitKind.COMMUNE, PROVINCE),
                unit(OTHER_COMMUNE, UnitKind.COMMUNE, PROVINCE),
                unit(HAMLET, UnitKind.HAMLET, COMMUNE));
        scribe.write(PlainEvents.team(TEAM, "Tổ 1", HAMLET, MAY, LAN, MINH));
        scribe.write(new LeaderAppointed(TEAM, MINH, JULY));
        scribe.write(new MemberSuspended(TEAM, LAN, JULY.plusDays(10)));
        return decide("an", new AccountLinked(LAN_ACCOUNT, LinkedPerson.of(LAN), MAY.plusDays(4)));
    }

    private static UnitEstablished unit(UnitId unit, UnitKind kind, @Nullable UnitId parent) {
        return new UnitEstablished(unit, kind, "Đơn vị " + unit, null, parent, DECISION, LocalDate.of(2026, 1, 1));
    }

    private static RoleGranted grant(
            AccountId account, GrantId grant, Role role, Area area, LocalDate from, GrantApproval approval) {
        return new RoleGranted(account, grant, role, area, from, null, null, approval);
    }

    private long decide(String actor, DomainEvent... events) {
        return scribe.write(actor, "DUTY_ASSIGNED", null, events).number();
    }

    private List<String> listed(String parameters) {
        return list(json.answer("/api/accounts?" + parameters).get("items")).stream()
                .map(line -> String.valueOf(line.get("account")))
                .toList();
    }

    private Map<String, Object> account(AccountId account, String parameters) {
        return json.answer("/api/accounts/" + account + "?" + parameters);
    }

    private List<String> rights(AccountId account, String parameters) {
        return list(account(account, parameters).get("rights")).stream()
                .map(right -> right.get("role") + " " + right.get("cause"))
                .toList();
    }

    @Test
    void whoCouldDoWhatOnThe3rdOfMay() {
        assertThat(listed("on=2026-05-03")).containsExactly("an", "binh@xa-a.example");
        assertThat(listed("on=2026-05-05")).containsExactly("an", "binh@xa-a.example", "tài khoản của Lan");
        assertThat(listed("on=2026-07-01")).containsExactly("an", "binh@xa-a.example", "kiem-tra", "tài khoản của Lan");
        assertThat(listed("on=2026-07-02")).doesNotContain("binh@xa-a.example");
    }

    @Test
    void whatWasKnownThenIsAskedWithAsOf() {
        assertThat(listed("on=2026-07-01&asOf=" + ended)).doesNotContain("binh@xa-a.example");
        assertThat(listed("on=2026-09-01&asOf=" + granted)).contains("binh@xa-a.example");
        assertThat(listed("on=2026-07-01&asOf=" + granted)).doesNotContain("kiem-tra");
    }

    @Test
    void beforeTheFirstGrantTheLedgerGivesNobodyAnything() {
        assertThat(listed("on=2026-07-01&asOf=" + before)).isEmpty();
        assertThat(account(LAN_ACCOUNT, "on=2026-07-01&asOf=" + before))
                .containsEntry("inForce", false)
                .containsEntry("rights", List.of());
        assertThat(account(LAN_ACCOUNT, "on=2026-07-01")).containsEntry("inForce", true);
    }

    @Test
    void aRoleIsAskedForOnADay() {
        assertThat(listed("role=OFFICER&on=2026-05-03")).containsExactly("binh@xa-a.example");
        assertThat(listed("role=OFFICER&on=2026-08-03")).isEmpty();
        assertThat(listed("role=MEMBER&on=2026-05-05")).containsExactly("tài khoản của Lan");
        assertThat(listed("role=LEADER&on=2026-07-05")).isEmpty();
    }

    @Test
    void whoeverReachesAUnitIsListedForIt() {
        assertThat(listed("unit=h&on=2026-07-01")).containsExactly("an", "binh@xa-a.example", "kiem-tra");
        assertThat(listed("unit=d&on=2026-07-01")).containsExactly("an", "kiem-tra");
        assertThat(listed("unit=h&role=OFFICER&on=2026-05-03")).containsExactly("binh@xa-a.example");
        assertThat(json.status("/api/accounts?unit=nowhere")).isEqualTo(404);
    }

    @Test
    void aLongListHasPages() {
        Map<String, Object> page = json.answer("/api/accounts?on=2026-07-01&limit=3");
        assertThat(list(page.get("items"))).hasSize(3);
        assertThat(page).containsEntry("next", 3);
        assertThat(listed("on=2026-07-01&limit=3&from=3")).containsExactly("tài khoản của Lan");
    }

    @Test
    void membersAndLeadersGetTheirRightsFromTheTeam() {
        assertThat(rights(LAN_ACCOUNT, "on=2026-05-04")).as("not linked yet").isEmpty();
        assertThat(rights(LAN_ACCOUNT, "on=2026-05-05")).containsExactly("MEMBER MEMBERSHIP", "LEADER LEADERSHIP");
        assertThat(rights(LAN_ACCOUNT, "on=2026-07-01")).as("Minh leads").containsExactly("MEMBER MEMBERSHIP");
        assertThat(rights(LAN_ACCOUNT, "on=2026-07-11")).as("suspended").isEmpty();
        assertThat(list(account(LAN_ACCOUNT, "on=2026-05-05").get("rights")).getFirst())
                .containsEntry("team", "t");
        assertThat(account(LAN_ACCOUNT, "on=2026-05-05")).containsEntry("member", "lan-1");
    }

    @Test
    void aGrantIsShownWithWhoDecidedItAndWhyAndWhatChanged() {
        Map<String, Object> grant =
                list(account(BINH, "on=2026-07-01").get("grants")).getFirst();

        assertThat(grant)
                .containsEntry("grant", "g-office")
                .containsEntry("role", "OFFICER")
                .containsEntry("unit", "c")
                .containsEntry("from", "2026-05-01")
                .containsEntry("until", "2026-07-01")
                .containsEntry("standing", "IN_FORCE")
                .containsEntry("approval", "BY_TWO_PERSONS")
                .containsEntry("instrument", "7/QĐ-UBND");
        assertThat(Json.map(grant.get("granted")))
                .containsEntry("commit", (int) granted)
                .containsEntry("by", "an")
                .containsEntry("why", "Được giao nhiệm vụ");
        assertThat(list(grant.get("changes")))
                .extracting(change -> change.get("by"))
                .containsExactly("an", "chi");
        assertThat(list(account(BINH, "on=2026-07-02").get("grants")).getFirst())
                .containsEntry("standing", "ENDED");
    }

    @Test
    void aGrantOfALaterDayStandsBesideTheRightsOfTheDay() {
        assertThat(account(BINH, "on=2026-04-30")).containsEntry("rights", List.of());
        assertThat(list(account(BINH, "on=2026-04-30").get("coming")).getFirst())
                .containsEntry("from", "2026-05-01")
                .containsEntry("role", "OFFICER")
                .containsEntry("unit", "c")
                .containsEntry("grant", "g-office");
        assertThat(account(BINH, "on=2026-05-01")).doesNotContainKey("coming");
    }

    @Test
    void aGrantThatOnePersonMadeAloneIsMarked() {
        assertThat(listed("approval=BY_ONE_PERSON&on=2026-07-01")).containsExactly("an");
        assertThat(listed("approval=BY_TWO_PERSONS&on=2026-07-01")).containsExactly("binh@xa-a.example");
        assertThat(list(account(AN, "on=2026-07-01").get("rights")).getFirst())
                .containsEntry("approval", "BY_ONE_PERSON")
                .containsEntry("grant", "g-first");
    }

    @Test
    void anAccountOfWhichNothingIsKnownIsAbsent() {
        assertThat(json.status("/api/accounts/nobody")).isEqualTo(404);
        assertThat(json.status("/api/accounts/" + AUDITOR + "?asOf=" + first)).isEqualTo(404);
        assertThat(audited).isGreaterThan(first);
    }

    @Test
    void anAnswerLeadsToTheUnitTheDecisionsAndTheCommands() {
        Map<String, Object> links =
                Json.map(json.whole("/api/accounts/" + BINH + "?on=2026-07-01").get("links"));

        assertThat(Json.map(links.get("up"))).containsEntry("name", "Ai được làm gì");
        assertThat(Json.map(links.get("commands"))).containsKeys("grant-role", "link-account", "end-grant");
        assertThat(Json.map(links.get("ids"))).containsKeys("unit", "commit", "account");
    }
}
