package vn.soto.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountLocked;
import vn.soto.contracts.access.AccessEvent.AccountReset;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlocked;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.HolderId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.ReadModelStore;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;

/** The notices to approvers about each other's accounts, on their home and in the health of the product. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccountNoticesIT {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final AccountId AN = new AccountId("an");
    private static final AccountId BINH = new AccountId("binh");
    private static final AccountId CHI = new AccountId("chi");
    private static final AccountId DUNG = new AccountId("dung");
    private static final AccountId VIEWER = new AccountId("viewer");

    private final EventLog scribe = new EventLog();

    private final long granted = grants();
    private final long locked = decide("an", new AccountLocked(BINH));
    private final long unlocked = decide("an", new AccountUnlocked(BINH));
    private final long reset = resetAfterALockOfAViewer();
    private final long confirmed = onTheMachine(new AccountConfirmed(CHI));
    private final long ended = onTheMachine(new GrantEnded(CHI, new GrantId("g-chi"), MAY));
    private final long byAPerson = decide("an", new GrantEnded(DUNG, new GrantId("g-dung"), MAY));

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(byAPerson);

    private final Json json = new Json(side.signedIn(AN.value()));

    private long resetAfterALockOfAViewer() {
        decide("an", new AccountLocked(VIEWER), new AccountUnlocked(VIEWER));
        return decide("an", new AccountReset(BINH, CHI, true));
    }

    private long grants() {
        onTheMachine(granted(AN, Role.ADMINISTRATOR, "g-an"), new RoleHolderListed(Role.ADMINISTRATOR, AN));
        decide("an", granted(BINH, Role.ADMINISTRATOR, "g-binh"), new RoleHolderListed(Role.ADMINISTRATOR, BINH));
        decide("an", granted(CHI, Role.OFFICER, "g-chi"), new RoleHolderListed(Role.OFFICER, CHI));
        decide("an", granted(DUNG, Role.OFFICER, "g-dung"));
        return decide("an", granted(VIEWER, Role.VIEWER, "g-viewer"));
    }

    private static RoleGranted granted(AccountId account, Role role, String grant) {
        return new RoleGranted(
                account, new GrantId(grant), role, Area.WHOLE, MAY, null, null, GrantApproval.BY_ONE_PERSON);
    }

    private long decide(String actor, DomainEvent... events) {
        return scribe.write(actor, "DUTY_ASSIGNED", null, events).number();
    }

    private long onTheMachine(DomainEvent... events) {
        return scribe.writeOnTheMachine(events).number();
    }

    private List<String> told(String asked) {
        return told(json, asked);
    }

    private static List<String> told(Json json, String asked) {
        return ((List<?>) Objects.requireNonNull(json.whole(asked).get("answer")))
                .stream()
                        .map(Json::map)
                        .map(notice -> notice.get("commit") + " " + notice.get("account") + " " + notice.get("action")
                                + " " + notice.getOrDefault("by", "machine"))
                        .toList();
    }

    @Test
    void whoeverApprovesIsToldOfLocksResetsAndWhatTheMachineDecided() {
        assertThat(told("/api/account-notices"))
                .containsExactly(
                        ended + " chi RIGHT_ENDED machine",
                        confirmed + " chi CONFIRMED machine",
                        reset + " binh PASSWORD_RESET an",
                        reset + " binh SECOND_FACTOR_REMOVED an",
                        unlocked + " binh UNLOCKED an",
                        locked + " binh LOCKED an");
    }

    @Test
    void noNumberOfLocksHidesAReset() {
        EventLog flooded = new EventLog();
        flooded.writeOnTheMachine(
                granted(AN, Role.ADMINISTRATOR, "g-an"), new RoleHolderListed(Role.ADMINISTRATOR, AN));
        flooded.write("an", null, null, granted(BINH, Role.ADMINISTRATOR, "g-binh"));
        long done = flooded.write("an", null, null, new AccountReset(BINH, CHI, false))
                .number();
        long last = done;
        for (int i = 0; i < 250; i++) {
            last = flooded.write("an", null, null, new AccountLocked(BINH)).number();
        }
        try (QuerySideFixture after = QuerySideFixture.inMemory(flooded).upTo(last)) {
            assertThat(told(new Json(after.signedIn(AN.value())), "/api/account-notices"))
                    .containsExactly(last + " binh LOCKED an", done + " binh PASSWORD_RESET an");
        }
    }

    @Test
    void asItWasKnown() {
        assertThat(told("/api/account-notices?asOf=" + unlocked))
                .containsExactly(unlocked + " binh UNLOCKED an", locked + " binh LOCKED an");
        assertThat(told("/api/account-notices?asOf=" + granted)).isEmpty();
    }

    @Test
    void healthNamesWhatTheMachineDecidedAndTheRightsOfOneAlone() {
        Map<String, Object> details = side.healthOf("accountsHealthIndicator").getDetails();

        assertThat((List<?>) details.get("onMachine"))
                .extracting("account", "action")
                .containsExactly(
                        tuple("chi", AccountNotice.Action.RIGHT_ENDED), tuple("chi", AccountNotice.Action.CONFIRMED));
        assertThat(details.get("rightsOfOneAlone")).isEqualTo(List.of("binh"));
        assertThat(details.get("todo")).asString().contains("confirm <account>");
    }

    @Test
    void healthNamesAccountsWhoseLinkOneAloneTookAwayUntilTheyAreConfirmed() {
        EventLog unlinked = new EventLog();
        unlinked.writeOnTheMachine(
                granted(AN, Role.ADMINISTRATOR, "g-an"), new RoleHolderListed(Role.ADMINISTRATOR, AN));
        LinkedPerson lan = LinkedPerson.of(new HolderId("lan"));
        for (AccountId account : List.of(BINH, CHI, DUNG)) {
            unlinked.write("an", null, null, new AccountLinked(account, lan, MAY, GrantApproval.BY_TWO_PERSONS));
            if (!account.equals(DUNG)) {
                unlinked.write("an", null, null, new AccountUnlinked(account, lan, MAY, null));
            }
            unlinked.write(
                    "an",
                    null,
                    null,
                    PlainEvents.role(account, Role.OFFICER, Area.WHOLE, MAY, GrantApproval.BY_TWO_PERSONS),
                    new RoleHolderListed(Role.OFFICER, account));
        }
        long last = unlinked.writeOnTheMachine(new AccountConfirmed(CHI)).number();
        List<Object> read = new CopyOnWriteArrayList<>();
        LedgerReader watched = (LedgerReader) Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(), new Class<?>[] {LedgerReader.class}, (self, method, given) -> {
                    if (method.getName().equals("aggregate")) {
                        read.add(given[0]);
                    }
                    return method.invoke(unlinked.ledger, given);
                });
        try (QuerySideFixture after = new QuerySideFixture(
                        watched, unlinked.codec, unlinked.clock, Map.of(), ReadModelStore.inMemory())
                .upTo(last)) {
            assertThat(after.healthOf("accountsHealthIndicator").getDetails())
                    .containsEntry("unlinkedByOneAlone", List.of("binh"))
                    .doesNotContainKey("rightsOfOneAlone");
            assertThat(read)
                    .as("an account whose link nobody ended is not read at each look")
                    .contains(AccessEvent.idOf(BINH))
                    .doesNotContain(AccessEvent.idOf(DUNG));
        }
    }

    @Test
    void afterSevenDaysOfTheLedgerItIsTold() {
        EventLog later = new EventLog();
        later.writeOnTheMachine(granted(AN, Role.ADMINISTRATOR, "g-an"), new RoleHolderListed(Role.ADMINISTRATOR, AN));
        later.writeOnTheMachine(new AccountConfirmed(AN));
        later.clock.set(later.clock.instant().plus(AccountNotices.TOLD).plusSeconds(1));
        long last = later.write("an", null, null, granted(VIEWER, Role.VIEWER, "g-viewer"))
                .number();
        try (QuerySideFixture after = QuerySideFixture.inMemory(later).upTo(last)) {
            assertThat(after.healthOf("accountsHealthIndicator").getDetails()).isEmpty();
        }
    }
}
