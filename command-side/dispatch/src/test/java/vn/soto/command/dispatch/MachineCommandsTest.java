package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.soto.command.dispatch.MachineCommands.Outcome;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Origin;
import vn.soto.ledgerwriter.memory.MemoryLedger;

final class MachineCommandsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-20T02:30:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);
    private static final AccountId AN = new AccountId("an");
    private static final AccountId BINH = new AccountId("binh");

    private final MemoryLedger ledger = new MemoryLedger("test/machine", CLOCK);
    private final EventCodec codec = EventCodec.product();
    private final AtomicLong ids = new AtomicLong();

    @AutoClose
    private final CommandSide side =
            CommandSide.start(ledger, ledger, codec, CLOCK, DefaultPolicy.standard(), new SimpleMeterRegistry());

    private final MachineCommands machine = new MachineCommands(ledger, ledger, codec, this::id, CLOCK);
    private final LedgerAccounts accounts = new LedgerAccounts(ledger, codec);

    private UUID id() {
        return new UUID(0x7000L, 0x8000_0000_0000_0000L + ids.getAndIncrement());
    }

    @BeforeEach
    void oneAdministratorMadeAnother() {
        new FirstAdministrator(ledger, ledger, codec, this::id, CLOCK).record(AN);
        grant("g-1");
    }

    private void grant(String grant) {
        UUID id = id();
        side.gateway()
                .submit(
                        new CommandRequest(id, "an"),
                        new GrantRole(
                                BINH,
                                new GrantId(grant),
                                Role.ADMINISTRATOR,
                                null,
                                TODAY,
                                null,
                                null,
                                "Theo phân công"));
    }

    private boolean areTwo() {
        return accounts.twoPersons(CLOCK.instant()).are("an", "binh");
    }

    private boolean isAnySecondPersonKnown() {
        assertThat(side.rightHolders().anyBeside("an", List.of(ApprovePlan.class)))
                .isTrue();
        return side.rightHolders().anySecondPerson("an", List.of(ApprovePlan.class));
    }

    @Test
    void confirmingAnAccountMakesTwoPersonsOfOne() {
        assertThat(areTwo()).isFalse();
        assertThat(isAnySecondPersonKnown()).isFalse();

        assertThat(machine.confirm(BINH)).isEqualTo(Outcome.RECORDED);

        assertThat(areTwo()).isTrue();
        assertThat(isAnySecondPersonKnown()).isTrue();
        long tail = ledger.tail().number();
        assertThat(ledger.commit(tail).orElseThrow().origin()).isEqualTo(new Origin.SystemTask(MachineCommands.TASK));
        assertThat(machine.confirm(BINH)).isEqualTo(Outcome.RECORDED_BEFORE);
        assertThat(ledger.tail().number()).isEqualTo(tail);
        assertThat(machine.confirm(new AccountId("chi"))).isEqualTo(Outcome.NOT_KNOWN);
    }

    @Test
    void endingTheRightsOfAnAccountLeavesAnAdministrator() {
        assertThat(machine.endRightsToApprove(BINH)).isEqualTo(Outcome.RECORDED);
        assertThat(accounts.of(BINH).mayApproveFrom(TODAY)).isFalse();
        assertThat(machine.endRightsToApprove(BINH)).isEqualTo(Outcome.RECORDED_BEFORE);
        assertThat(machine.endRightsToApprove(AN)).isEqualTo(Outcome.LAST_ADMINISTRATOR);
        assertThat(accounts.of(AN).holdsEverywhere(Role.ADMINISTRATOR, TODAY)).isTrue();
    }

    /** A death: the operator ends the rights, the one who is left grants others, and the operator confirms them. */
    @Test
    void isTheWayOutWhereOneIsLeft() {
        machine.endRightsToApprove(BINH);
        grant("g-2");

        assertThat(areTwo()).isFalse();
        machine.confirm(BINH);
        assertThat(areTwo()).isTrue();
    }

    @Test
    void aResetIsFromNobody() {
        machine.confirm(BINH);

        assertThat(machine.noteReset(BINH)).isEqualTo(Outcome.RECORDED);
        assertThat(areTwo()).isTrue();
        assertThat(machine.noteReset(new AccountId("chi"))).isEqualTo(Outcome.NOT_KNOWN);
    }

    /** Something is recorded of the account between the look and the commit. */
    @Test
    void decidesAnewIfTheAccountChangesMeanwhile() {
        boolean[] done = {false};
        MachineCommands slow = new MachineCommands(
                ledger,
                draft -> {
                    if (!done[0]) {
                        done[0] = true;
                        machine.noteReset(BINH);
                    }
                    return ledger.append(draft);
                },
                codec,
                this::id,
                CLOCK);

        assertThat(slow.confirm(BINH)).isEqualTo(Outcome.RECORDED);
        assertThat(accounts.acts(BINH)).hasSize(4);
    }
}
