package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.soto.allinone.account.AccountChange.Action;
import vn.soto.allinone.account.AccountRefusedException.Reason;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.command.dispatch.MachineCommands;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.events.EventCodec;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.testkit.SettableClock;

/**
 * The powers of a commune's administrator over the accounts of people of the commune, of the next one and of the
 * province.
 */
final class AdministratorsOfAreasTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", DAY);
    private static final UnitId PROVINCE = new UnitId("u-province");
    private static final UnitId COMMUNE = new UnitId("u-commune");
    private static final UnitId OTHER = new UnitId("u-commune-2");
    private static final String PASSWORD = "cánh đồng lúa chín";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-08-20T01:00:00Z"));
    private final MemoryLedger ledger = new MemoryLedger("test/accounts", clock);
    private final EventCodec codec = EventCodec.product();
    private final CommandSide side =
            CommandSide.start(ledger, ledger, codec, clock, DefaultPolicy.standard(), new SimpleMeterRegistry());
    private final AtomicLong ids = new AtomicLong();
    private final MemoryAccountStore accounts = new MemoryAccountStore();
    private final Passwords passwords = new CountedPasswords().passwords();
    private final LedgerRights rights = new LedgerRights(ledger, codec, clock);
    private final AccountAdministration administration = new AccountAdministration(
            accounts,
            passwords,
            rights,
            new LedgerReach(side.accountRoles()),
            new LedgerAccountFacts(side.gateway(), this::id),
            this::id,
            clock);

    private UUID id() {
        return new UUID(0x7000L, 0x8000_0000_0000_0000L + ids.incrementAndGet());
    }

    @BeforeEach
    void twoCommunesWithATeamEach() {
        establish(PROVINCE, UnitKind.PROVINCE, "Bình Dương", "74", null);
        establish(COMMUNE, UnitKind.COMMUNE, "Minh Thạnh", "25780", PROVINCE);
        establish(OTHER, UnitKind.COMMUNE, "Tân Định", "25781", PROVINCE);
        team("team-1", COMMUNE, "m-1");
        team("team-2", OTHER, "n-1");
        new FirstAdministrator(ledger, ledger, codec, this::id, clock).record(new AccountId("an"));
        account("an");
        account("member");
        account("member-beside");
        send(new LinkAccount(new AccountId("member"), new MemberId("m-1-2"), null, DAY, "Tổ viên"));
        send(new LinkAccount(new AccountId("member-beside"), new MemberId("n-1-2"), null, DAY, "Tổ viên"));
        account("member-of-both");
        send(new EnrolMember(new TeamId("team-1"), new MemberId("n-1-3"), MemberOrigin.YOUTH_UNION, DAY));
        send(new LinkAccount(new AccountId("member-of-both"), new MemberId("n-1-3"), null, DAY, "Tổ viên hai tổ"));
        grant("officer", Role.OFFICER, COMMUNE, DAY);
        grant("officer-beside", Role.OFFICER, OTHER, DAY);
        grant("officer-above", Role.OFFICER, PROVINCE, DAY);
        grant("viewer-above-from-tomorrow", Role.VIEWER, PROVINCE, LocalDate.of(2026, 8, 21));
        grant("xa", Role.ADMINISTRATOR, COMMUNE, DAY);
    }

    @AfterEach
    void close() {
        side.close();
    }

    private void establish(UnitId unit, UnitKind kind, String name, String code, @Nullable UnitId parent) {
        send(new EstablishUnit(unit, kind, name, code, parent, DECISION, DAY));
    }

    private void team(String team, UnitId commune, String member) {
        UnitId hamlet = new UnitId("u-hamlet-" + team);
        send(new EstablishUnit(hamlet, UnitKind.HAMLET, "Đồng Tâm", null, commune, DECISION, DAY));
        send(new FormTeam(
                new TeamId(team),
                "Tổ công nghệ số Đồng Tâm",
                DECISION,
                List.of(hamlet),
                List.of(founder(member + "-1"), founder(member + "-2"), founder(member + "-3")),
                new MemberId(member + "-1"),
                DAY));
    }

    private static FoundingMember founder(String member) {
        return new FoundingMember(new MemberId(member), MemberOrigin.YOUTH_UNION);
    }

    private void send(Command command) {
        side.gateway().submit(new CommandRequest(id(), "an"), command);
    }

    private void account(String name) {
        accounts.add(List.of(LocalAccount.fresh(new AccountId(name), name, passwords.hash(PASSWORD))), List.of());
    }

    private void grant(String name, Role role, UnitId unit, LocalDate from) {
        account(name);
        send(new GrantRole(
                new AccountId(name),
                new GrantId("g-" + name),
                role,
                Area.of(unit),
                from,
                null,
                null,
                "Theo phân công"));
    }

    private static void refused(Runnable work, Reason reason) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        AccountRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void administersThePeopleOfTheOwnAreaAndSeesNoOthers() {
        assertThat(administration.all("xa")).extracting(LocalAccount::login).containsExactly("member", "officer", "xa");
        AccountId member = new AccountId("member");

        administration.lock("xa", member);
        administration.unlock("xa", member);
        assertThat(administration.reset("xa", member, false, clock.instant())).isPresent();

        assertThat(administration.history("xa", member, 9))
                .extracting(AccountChange::action)
                .containsExactly(Action.PASSWORD_RESET, Action.UNLOCKED, Action.LOCKED);
        assertThat(accounts.find(member).orElseThrow().epoch()).isEqualTo(3);
    }

    @Test
    void getsNoAccountBesideOrAboveTheOwnArea() {
        for (String name : List.of(
                "an",
                "member-beside",
                "member-of-both",
                "officer-beside",
                "officer-above",
                "viewer-above-from-tomorrow",
                "nobody")) {
            AccountId account = new AccountId(name);
            refused(() -> administration.reset("xa", account, false, clock.instant()), Reason.NOT_AN_ACCOUNT);
            refused(() -> administration.lock("xa", account), Reason.NOT_AN_ACCOUNT);
            refused(() -> administration.unlock("xa", account), Reason.NOT_AN_ACCOUNT);
            refused(() -> administration.history("xa", account, 9), Reason.NOT_AN_ACCOUNT);
            assertThat(accounts.find(account).map(LocalAccount::epoch).orElse(0L))
                    .as(name)
                    .isZero();
        }
        refused(() -> administration.create("officer", "to.lan"), Reason.NOT_ADMINISTRATOR);
    }

    @Test
    void administersAnAccountOfTheirOwnMakingUntilItsRightsLieElsewhere() {
        AccountId made = administration.create("xa", "to.lan").account().id();
        AccountId other = administration.create("an", "to.hue").account().id();
        administration.lock("xa", made);
        administration.unlock("xa", made);
        refused(() -> administration.reset("xa", other, false, clock.instant()), Reason.NOT_AN_ACCOUNT);
        grant("xa-2", Role.ADMINISTRATOR, COMMUNE, DAY);
        for (String name : List.of("xa", "xa-2")) {
            send(new LinkAccount(new AccountId(name), new MemberId("m-1-1"), null, DAY, "Cùng một người"));
        }
        refused(() -> administration.reset("xa-2", made, false, clock.instant()), Reason.NOT_AN_ACCOUNT);

        send(new GrantRole(
                made, new GrantId("g-made"), Role.VIEWER, Area.of(PROVINCE), DAY, null, null, "Theo phân công"));

        refused(() -> administration.reset("xa", made, false, clock.instant()), Reason.NOT_AN_ACCOUNT);
    }

    @Test
    void resetsAnAccountWithARightToApproveOnlyTogetherWithAnotherAdministratorOfIt() {
        AccountId officer = new AccountId("officer");

        MachineCommands machine = new MachineCommands(ledger, ledger, codec, this::id, clock);

        assertThat(administration.reset("xa", officer, false, clock.instant())).isEmpty();
        assertThat(administration.reset("xa", officer, false, clock.instant()))
                .as("asked again")
                .isEmpty();
        assertThat(administration.reset("an", officer, false, clock.instant()))
                .as("by whoever alone gave it its right, as long as nobody else administers the whole")
                .isPresent();
        machine.confirm(officer);
        assertThat(administration.reset("an", officer, false, clock.instant())).isEmpty();
        assertThat(administration.reset("xa", officer, false, clock.instant()))
                .as("by one whose right is from the other alone")
                .isEmpty();
        machine.confirm(new AccountId("xa"));
        assertThat(administration.reset("an", officer, false, clock.instant())).isPresent();
    }
}
