package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.soto.command.dispatch.FirstAdministrator.Outcome;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.HolderId;
import vn.soto.contracts.access.Role;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.access.AccessRule;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.events.EventCodec;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.Origin;
import vn.soto.ledgerwriter.memory.MemoryLedger;

final class FirstAdministratorTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);
    private static final AccountId AN = new AccountId("an");
    private static final AccountId BINH = new AccountId("binh@xa-a.example");
    private static final String REASON = "Theo phân công của Ủy ban";

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-20T02:00:00Z"), ZoneOffset.UTC);
    private final AtomicLong ids = new AtomicLong();
    private final MemoryLedger ledger = new MemoryLedger("test/first-administrator", clock);
    private final EventCodec codec = EventCodec.product();
    private final CommandSide side =
            CommandSide.start(ledger, ledger, codec, clock, DefaultPolicy.standard(), new SimpleMeterRegistry());

    @AfterEach
    void ledgerIsSound() {
        side.close();
        assertThat(ChainVerifier.verify(ledger)).isEqualTo(ledger.tail());
    }

    private UUID id() {
        return new UUID(0x7000L, ids.incrementAndGet());
    }

    private FirstAdministrator appendingTo(LedgerAppender appender) {
        return new FirstAdministrator(ledger, appender, codec, this::id, clock);
    }

    private void send(String actor, Command command) {
        side.gateway().submit(new CommandRequest(id(), actor), command);
    }

    private static GrantRole grant(AccountId account, Role role) {
        return new GrantRole(
                account,
                new GrantId("g-" + account.value().length() + "-" + role.name().length()),
                role,
                null,
                TODAY,
                null,
                null,
                REASON);
    }

    private boolean othersThan(String actor) {
        return side.rightHolders().anyBeside(actor, List.of(AdoptPolicy.class));
    }

    @Test
    void theFirstAdministratorIsRecordedOnceAndByTheSystem() {
        assertThat(FirstAdministrator.isRecorded(ledger)).isFalse();
        assertThat(appendingTo(ledger).record(AN)).isEqualTo(Outcome.RECORDED);
        assertThat(appendingTo(ledger).record(AN)).isEqualTo(Outcome.RECORDED_BEFORE);
        assertThat(appendingTo(ledger).record(BINH)).isEqualTo(Outcome.ANOTHER_IS);

        assertThat(FirstAdministrator.isRecorded(ledger)).isTrue();
        assertThat(ledger.tail().number()).isEqualTo(1);
        assertThat(ledger.commit(1).orElseThrow().origin()).isEqualTo(new Origin.SystemTask(FirstAdministrator.TASK));
    }

    @Test
    void ofTwoStartsAtATimeOneRecordsItsAdministrator() {
        FirstAdministrator slow = appendingTo(draft -> {
            assertThat(appendingTo(ledger).record(BINH)).isEqualTo(Outcome.RECORDED);
            return ledger.append(draft);
        });

        assertThat(slow.record(AN)).isEqualTo(Outcome.ANOTHER_IS);
        assertThat(ledger.tail().number()).isEqualTo(1);
    }

    @Test
    void anAccountThatIsLinkedAtTheSameTimeBecomesAdministratorNonetheless() {
        AtomicLong tries = new AtomicLong();
        FirstAdministrator first = appendingTo(draft -> {
            if (tries.incrementAndGet() == 1) {
                send("chi", new LinkAccount(AN, null, new HolderId("h-1"), TODAY, REASON));
            }
            return ledger.append(draft);
        });

        assertThat(first.record(AN)).isEqualTo(Outcome.RECORDED);
        assertThat(tries).hasValue(2);
    }

    @Test
    void theFirstAdministratorGrantsFurtherRoles() {
        assertThatThrownBy(() -> send("an", grant(BINH, Role.AUDITOR)))
                .isInstanceOfSatisfying(
                        RuleViolatedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(AccessRule.FIRST_ADMINISTRATOR_IS_RECORDED));

        appendingTo(ledger).record(AN);
        send("an", grant(BINH, Role.AUDITOR));

        assertThat(ledger.tail().number()).isEqualTo(2);
    }

    /** The command side caches the events of aggregates that it read. */
    @Test
    void theCommandSideSeesTheAdministratorOfAnAccountThatItReadBefore() {
        send("chi", new LinkAccount(AN, null, new HolderId("h-1"), TODAY, REASON));
        appendingTo(ledger).record(AN);
        send("an", new GrantRole(BINH, new GrantId("g-1"), Role.ADMINISTRATOR, Area.WHOLE, TODAY, null, null, REASON));

        Commit last = ledger.commit(ledger.tail().number()).orElseThrow();
        assertThat(last.events())
                .extracting(event -> event.type().name())
                .containsExactly("account.role-granted", "role-holders.listed");
    }

    @Test
    void whoElseHoldsARightFollowsTheGrantsOnceThereAreSome() {
        appendingTo(ledger).record(AN);
        assertThat(othersThan("an")).isFalse();
        assertThat(othersThan("binh@xa-a.example")).isTrue();

        send("an", grant(BINH, Role.OFFICER));
        assertThat(othersThan("an")).as("an officer adopts no policy").isFalse();
        assertThat(side.rightHolders().anyBeside("an", List.of(ApprovePlan.class)))
                .isTrue();

        send("an", grant(BINH, Role.ADMINISTRATOR));
        assertThat(othersThan("an")).isTrue();
    }

    @Test
    void aSecondAccountThatIsSurelyOfTheSamePersonIsNobodyElse() {
        appendingTo(ledger).record(AN);
        HolderId person = new HolderId("h-1");
        send("an", new LinkAccount(BINH, null, person, TODAY, REASON));
        send("an", grant(BINH, Role.ADMINISTRATOR));
        UUID link = id();
        side.gateway()
                .submit(
                        new CommandRequest(link, BINH.value(), Set.of(), "test", "test", CaptureMetadata.none(), true),
                        new LinkAccount(AN, null, person, TODAY, REASON));

        assertThat(othersThan("an")).as("by a link that one person alone made").isTrue();
        new MachineCommands(ledger, ledger, codec, this::id, clock).confirm(BINH);
        assertThat(othersThan("an")).isFalse();
        assertThat(othersThan("chi")).isTrue();
    }
}
