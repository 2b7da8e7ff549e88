package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandService;
import vn.soto.command.binding.NotAllowedException;
import vn.soto.command.binding.RejectingSealer;
import vn.soto.command.privacy.KeyringSealer;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.DomainModel;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.events.EventCodec;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.ledgerwriter.privacy.SubjectKeyWriter;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.SubjectKeyReader;

final class AccessRefusalsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", DAY);
    private static final UnitId HAMLET = new UnitId("u-hamlet");
    private static final UnitId FAR_HAMLET = new UnitId("u-hamlet-2");
    private static final TeamId TEAM = new TeamId("team-1");
    private static final String REASON = "Theo phân công";

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-20T02:00:00Z"), ZoneOffset.UTC);
    private final AtomicLong ids = new AtomicLong();
    private final MemoryLedger ledger = new MemoryLedger("test/refusals", clock);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CommandSide side =
            CommandSide.start(ledger, ledger, EventCodec.product(), clock, DefaultPolicy.standard(), meters);
    private final List<AccessRefusal> told = new ArrayList<>();

    AccessRefusalsTest() {
        side.refusals().add(told::add);
        establish(new UnitId("u-province"), UnitKind.PROVINCE, "Bình Dương", "74", null);
        establish(new UnitId("u-commune"), UnitKind.COMMUNE, "Minh Thạnh", "25780", new UnitId("u-province"));
        establish(HAMLET, UnitKind.HAMLET, "Đồng Tâm 1", null, new UnitId("u-commune"));
        establish(FAR_HAMLET, UnitKind.HAMLET, "Đồng Tâm 2", null, new UnitId("u-commune"));
        send(new FormTeam(
                TEAM,
                "Tổ công nghệ số Đồng Tâm 1",
                DECISION,
                List.of(HAMLET),
                List.of(founder("m-1"), founder("m-2"), founder("m-3")),
                new MemberId("m-1"),
                DAY));
    }

    @AfterEach
    void ledgerIsSound() {
        side.close();
        assertThat(ChainVerifier.verify(ledger)).isEqualTo(ledger.tail());
    }

    private static FoundingMember founder(String member) {
        return new FoundingMember(new MemberId(member), MemberOrigin.YOUTH_UNION);
    }

    private void establish(UnitId unit, UnitKind kind, String name, @Nullable String code, @Nullable UnitId parent) {
        send(new EstablishUnit(unit, kind, name, code, parent, DECISION, DAY));
    }

    private UUID id() {
        return new UUID(0x7000L, ids.incrementAndGet());
    }

    private void send(Command command) {
        side.gateway().submit(new CommandRequest(id(), "an"), command);
    }

    private void firstAdministrator() {
        new FirstAdministrator(ledger, ledger, EventCodec.product(), this::id, clock).record(new AccountId("an"));
    }

    private void grant(String account, Area area) {
        send(new GrantRole(
                new AccountId(account), new GrantId("g-" + account), Role.OFFICER, area, DAY, null, null, REASON));
    }

    private CommandRequest from(String account, Role... asserted) {
        UUID id = id();
        return new CommandRequest(id, account, side.accountRoles().of(account, Set.of(asserted)), id.toString());
    }

    @Test
    void aRefusedCommandLeavesNoTraceInTheLedgerAndIsCountedAndTold() {
        firstAdministrator();
        grant("binh", Area.of(HAMLET));
        long before = ledger.tail().number();

        assertThatThrownBy(() -> side.gateway()
                        .submit(from("binh"), new RegisterHousehold(new HouseholdId("h-1"), FAR_HAMLET, "HO-1")))
                .isInstanceOf(RuleViolatedException.class);

        assertThat(ledger.tail().number()).isEqualTo(before);
        assertThat(told)
                .containsExactly(new AccessRefusal(
                        clock.instant(),
                        "binh",
                        "register-household",
                        "RIGHT_REACHES_THE_PLACE",
                        List.of("OFFICER", "ấp Đồng Tâm 1", DAY, "ấp Đồng Tâm 2, xã Minh Thạnh"),
                        false));
        assertThat(meters.counter(
                                "soto.commands.denied", "name", "register-household", "rule", "RIGHT_REACHES_THE_PLACE")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whoHasNoRoleForTheCommandIsRefusedBeforeAnythingOfItIsRead() {
        firstAdministrator();
        CommandService commands = CommandService.over(side, new RejectingSealer());
        var issued = CommandCatalogue.product().find("register-household").orElseThrow();

        assertThatThrownBy(() -> commands.submit(
                        from("nobody", Role.ADMINISTRATOR),
                        issued,
                        JsonMapper.shared().createObjectNode().put("no", "such field")))
                .isInstanceOf(NotAllowedException.class);

        assertThat(told).singleElement().satisfies(refusal -> {
            assertThat(refusal.account()).isEqualTo("nobody");
            assertThat(refusal.rule()).isEqualTo(AccessRefusal.ROLE);
        });
    }

    /** The text would be sealed under a key that nobody keeps, and the household may be registered by an earlier step. */
    @Test
    void aKeyStoreThatDoesNotAnswerRefusesAStep() {
        firstAdministrator();
        grant("binh", Area.of(HAMLET));
        send(new RegisterHousehold(new HouseholdId("h-far"), FAR_HAMLET, "HO-1"));
        MemorySubjectKeys keys = new MemorySubjectKeys(clock);
        MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
        AtomicBoolean unreadable = new AtomicBoolean();
        InvocationHandler failing = (store, method, arguments) -> switch (method.getName()) {
            case "find" -> {
                if (unreadable.get()) {
                    throw new LedgerException.Unavailable("it cannot be read now", Duration.ofSeconds(1), null);
                }
                yield method.invoke(keys, arguments);
            }
            case "missing" -> 1L;
            default -> method.invoke(keys, arguments);
        };
        Object store = Proxy.newProxyInstance(
                SubjectKeyReader.class.getClassLoader(),
                new Class<?>[] {SubjectKeyReader.class, SubjectKeyWriter.class},
                failing);
        Keyring keyring = Keyring.open((SubjectKeyReader) store, (SubjectKeyWriter) store, master, "test");
        CommandService commands = CommandService.over(side, new KeyringSealer(keyring, ledger, DomainModel.commands()));

        assertThat(faultOfAStep(commands, "h-new")).contains(WriteFault.KEY_DAMAGED);
        assertThatNoException()
                .as("one of elsewhere, as if nobody were there")
                .isThrownBy(() -> step(commands, "h-far"));
        unreadable.set(true);
        assertThat(faultOfAStep(commands, "h-new")).isEmpty();
        assertThat(faultOfAStep(commands, "h-far")).isEmpty();
    }

    private Optional<WriteFault> faultOfAStep(CommandService commands, String household) {
        return Objects.requireNonNull(
                        catchThrowableOfType(LedgerException.Unavailable.class, () -> step(commands, household)))
                .fault();
    }

    private void step(CommandService commands, String household) {
        commands.readForPlan(
                        from("binh"),
                        CommandCatalogue.product()
                                .find("record-household-contact")
                                .orElseThrow(),
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("household", household)
                                .put("headName", "Trần Văn Ba"),
                        id(),
                        id())
                .close();
    }

    /** The roles that an account has somewhere today. */
    @Nested
    final class RolesOfAnAccount {

        private Set<Role> roles(String account, Role... asserted) {
            return side.accountRoles().of(account, Set.of(asserted));
        }

        @Test
        void areThoseOfSignInUntilTheFirstGrant() {
            assertThat(roles("binh", Role.OFFICER)).containsExactly(Role.OFFICER);
            firstAdministrator();
            assertThat(roles("binh", Role.OFFICER)).isEmpty();
            assertThat(roles("an")).containsExactly(Role.ADMINISTRATOR);
        }

        @Test
        void followMembershipAndAppointment() {
            firstAdministrator();
            send(new LinkAccount(new AccountId("hung"), new MemberId("m-2"), null, DAY, REASON));
            send(new LinkAccount(new AccountId("lan"), new MemberId("m-1"), null, DAY, REASON));
            send(new LinkAccount(new AccountId("sen"), new MemberId("m-9"), null, DAY, REASON));

            assertThat(roles("hung")).containsExactly(Role.MEMBER);
            assertThat(roles("lan")).containsExactlyInAnyOrder(Role.MEMBER, Role.LEADER);
            assertThat(roles("sen")).isEmpty();
            send(new EnrolMember(TEAM, new MemberId("m-9"), MemberOrigin.WOMENS_UNION, TODAY));
            // The help of somebody who left lately may still be proposed.
            send(new EndMembership(TEAM, new MemberId("m-2"), EndReason.OTHER, TODAY.minusDays(31)));
            send(new EndMembership(TEAM, new MemberId("m-1"), EndReason.OTHER, TODAY.minusDays(1)));
            assertThat(roles("sen")).containsExactly(Role.MEMBER);
            assertThat(roles("hung")).isEmpty();
            assertThat(roles("lan")).containsExactly(Role.MEMBER);
        }
    }
}
