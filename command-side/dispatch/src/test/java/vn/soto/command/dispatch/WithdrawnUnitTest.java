package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;
import vn.soto.domain.unit.UnitRule;
import vn.soto.domain.unit.UnitUses;
import vn.soto.events.EventCodec;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.memory.MemoryLedger;

/** A unit established by mistake goes only when nothing is in it, today or later. */
final class WithdrawnUnitTest {

    private static final LocalDate FOUNDED = LocalDate.of(2026, 7, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);
    private static final Instrument DECREE = new Instrument("1/NQ", FOUNDED);
    private static final UnitId HAMLET = new UnitId("u-hamlet");
    private static final UnitId OLD = new UnitId("u-old");
    private static final UnitId MISTAKEN = new UnitId("u-mistaken");
    private static final HouseholdId HOUSEHOLD = new HouseholdId("h-1");

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-20T02:30:00Z"), ZoneOffset.UTC);
    private final MemoryLedger ledger = new MemoryLedger("test/withdrawn", clock);
    private final CommandSide side = CommandSide.start(
            ledger, ledger, EventCodec.product(), clock, DefaultPolicy.standard(), new SimpleMeterRegistry());
    private int sent;

    WithdrawnUnitTest() {
        establish(new UnitId("u-province"), UnitKind.PROVINCE, "74", null);
        establish(OLD, UnitKind.COMMUNE, "25780", new UnitId("u-province"));
    }

    @AfterEach
    void ledgerIsSound() {
        side.close();
        assertThat(ChainVerifier.verify(ledger)).isEqualTo(ledger.tail());
    }

    private void establish(UnitId unit, UnitKind kind, @Nullable String code, @Nullable UnitId parent) {
        send(new EstablishUnit(unit, kind, "Tên " + unit.value().substring(2), code, parent, DECREE, FOUNDED));
    }

    private void send(Command command) {
        UUID id = new UUID(0x7000L, 0x8000_0000_0000_0000L + sent++);
        side.gateway().submit(new CommandRequest(id, "an", "test"), command);
    }

    private void assertStays() {
        assertThatExceptionOfType(RuleViolatedException.class)
                .isThrownBy(this::withdraw)
                .matches(refusal -> refusal.rule() == UnitRule.UNIT_TO_WITHDRAW_IS_NOT_IN_USE);
    }

    private void withdraw() {
        send(new UndoUnitChange(MISTAKEN, UnitChange.ESTABLISHED, FOUNDED, "Nhập nhầm"));
    }

    @Test
    void aUnitThatLiesInItForSomeDaysToComeKeepsIt() {
        establish(HAMLET, UnitKind.HAMLET, null, OLD);
        establish(MISTAKEN, UnitKind.COMMUNE, "25781", new UnitId("u-province"));
        establish(new UnitId("u-third"), UnitKind.COMMUNE, "25782", new UnitId("u-province"));
        send(new ReparentUnit(HAMLET, new UnitId("u-third"), null, DECREE, TODAY.plusDays(40)));
        send(new ReparentUnit(HAMLET, MISTAKEN, null, DECREE, TODAY.plusDays(10)));

        assertStays();
    }

    @Test
    void aHouseholdThatLivesInItUntilALaterDayKeepsIt() {
        establish(HAMLET, UnitKind.HAMLET, null, OLD);
        establish(MISTAKEN, UnitKind.HAMLET, null, OLD);
        send(new RegisterHousehold(HOUSEHOLD, MISTAKEN, "HO-1"));
        send(new RelocateHousehold(HOUSEHOLD, HAMLET, TODAY.plusDays(40)));

        assertStays();
    }

    @Test
    void aHouseholdThatIsToPassThroughItKeepsIt() {
        establish(HAMLET, UnitKind.HAMLET, null, OLD);
        establish(MISTAKEN, UnitKind.HAMLET, null, OLD);
        establish(new UnitId("u-third"), UnitKind.HAMLET, null, OLD);
        send(new RegisterHousehold(HOUSEHOLD, HAMLET, "HO-1"));
        send(new RelocateHousehold(HOUSEHOLD, new UnitId("u-third"), TODAY.plusDays(40)));
        send(new RelocateHousehold(HOUSEHOLD, MISTAKEN, TODAY.plusDays(10)));

        assertStays();
    }

    /** However long the ledger is: before a unit is there nothing names it, and a decision that is made again reads on. */
    @Test
    void onlyCommitsSinceTheUnitIsThereAreRead() {
        establish(HAMLET, UnitKind.HAMLET, null, OLD);
        send(new RegisterHousehold(HOUSEHOLD, HAMLET, "HO-1"));
        establish(MISTAKEN, UnitKind.HAMLET, null, OLD);
        List<Long> read = new ArrayList<>();
        UnitUses uses = new LedgerUnitUses(side.teams(), noting(read), EventCodec.product());

        assertThat(uses.of(List.of(MISTAKEN), TODAY).isNothing()).isTrue();
        assertThat(read).containsExactly(5L, 6L);

        send(new RelocateHousehold(HOUSEHOLD, MISTAKEN, TODAY));
        assertThat(uses.of(List.of(MISTAKEN), TODAY)).isEqualTo(new UnitUses.Uses(0, 1, 0));
        assertThat(read).containsExactly(5L, 6L, 6L, 7L);
    }

    /** Notes from which commit on pages of the ledger are read. */
    private LedgerReader noting(List<Long> read) {
        return (LedgerReader) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {LedgerReader.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "commits" -> read.add((Long) arguments[0]);
                        case "aggregate", "tail" -> {}
                        default -> throw new AssertionError(method + " reads more than is needed");
                    }
                    return method.invoke(ledger, arguments);
                });
    }

    @Test
    void aHouseholdThatHasLeftItDoesNot() {
        establish(HAMLET, UnitKind.HAMLET, null, OLD);
        establish(MISTAKEN, UnitKind.HAMLET, null, OLD);
        send(new RegisterHousehold(HOUSEHOLD, MISTAKEN, "HO-1"));
        send(new RelocateHousehold(HOUSEHOLD, HAMLET, TODAY));

        withdraw();
    }
}
