package vn.soto.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.axon.AxonFixture.LAN;
import static vn.soto.axon.AxonFixture.MINH;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.axonframework.commandhandling.DuplicateCommandHandlerSubscriptionException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.axon.WardCommand.GoOffDuty;
import vn.soto.axon.WardCommand.GoOnDuty;
import vn.soto.axon.WardCommand.Hire;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledgerwriter.memory.MemoryLedger;

/**
 * The caller's knowledge when a commit is not made, or perhaps was. Trying again is possible where the answer says so.
 */
@Tag("threads")
final class FailureTest {

    private final MemoryLedger ledger = new MemoryLedger("test/failures", Clock.systemUTC());

    static Stream<LedgerException> consequences() {
        return Stream.of(
                new LedgerException.Repeated(new UUID(0, 1)),
                new LedgerException.TooLarge("too large"),
                new LedgerException.Unavailable("full", Duration.ofSeconds(1), null),
                new LedgerException.Uncertain("lost", new IOException()),
                new LedgerException.Damaged("damaged", null));
    }

    @ParameterizedTest
    @MethodSource("consequences")
    void whatTheLedgerSaysReachesTheCallerAsItIs(LedgerException consequence) {
        AxonFixture ward = AxonFixture.over(ledger, draft -> {
            throw consequence;
        });
        CommandContext context = AxonFixture.context();

        assertThatThrownBy(() -> ward.dispatch(new Hire(LAN), context)).isSameAs(consequence);
        assertThat(ledger.tail().number()).isZero();
    }

    @Test
    void aRepeatIsToldFromAConflict() {
        AxonFixture ward = AxonFixture.over(ledger, ledger);
        UUID id = UuidV7.system().get();
        ward.dispatch(new Hire(LAN), AxonFixture.context(id));

        assertThatThrownBy(() -> ward.dispatch(new Hire(LAN), AxonFixture.context(id)))
                .isInstanceOf(LedgerException.Repeated.class);
        assertThat(ledger.tail().number()).isEqualTo(1);
    }

    @Test
    void anIdIsTakenOnce() {
        AxonFixture ward = AxonFixture.over(ledger, ledger).hiring(LAN);

        assertThatThrownBy(() -> ward.send(new Hire(LAN))).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(ledger.tail().number()).isEqualTo(1);
    }

    @Test
    void aLostRaceCanBeRunAgainAndSeesWhatHappened() {
        AxonFixture other = AxonFixture.over(ledger, ledger).hiring(LAN, MINH);
        AtomicBoolean first = new AtomicBoolean(true);
        AxonFixture ward = AxonFixture.over(ledger, draft -> {
            if (first.getAndSet(false)) {
                Colleagues.elsewhere(() -> other.send(new GoOffDuty(LAN, MINH)));
            }
            return ledger.append(draft);
        });

        assertThatThrownBy(() -> ward.send(new GoOffDuty(LAN, MINH)))
                .isExactlyInstanceOf(ConcurrencyException.class)
                .hasCauseInstanceOf(LedgerException.Conflict.class);
        assertThat(ledger.tail().number()).as("only the other's").isEqualTo(3);
        Commit won = ward.send(new GoOnDuty(LAN));

        assertThat(won).isNotNull();
        assertThat(won.events()).hasSize(1);
        assertThat(ledger.tail().number()).isEqualTo(4);
    }

    @Test
    void anUncertainCommitThatLandedIsFoundByItsCommand() {
        AxonFixture ward = AxonFixture.over(ledger, draft -> {
            ledger.append(draft);
            throw new LedgerException.Uncertain("no answer", new IOException());
        });
        UUID id = UuidV7.system().get();

        assertThatThrownBy(() -> ward.dispatch(new Hire(LAN), AxonFixture.context(id)))
                .isInstanceOf(LedgerException.Uncertain.class);

        assertThat(ledger.commitOfCommand(id)).isPresent();
        assertThatThrownBy(() -> AxonFixture.over(ledger, ledger).dispatch(new Hire(LAN), AxonFixture.context(id)))
                .isInstanceOf(LedgerException.Repeated.class);
    }

    @Test
    void twoHandlersOfOneCommandAreRefusedAtTheStart() {
        assertThatThrownBy(() -> AxonCommandSide.start(
                        ledger,
                        ledger,
                        WardEvent.codec(),
                        List.of(),
                        (locking, consulted) ->
                                List.of(new Colleagues(consulted), new Swaps(locking), new Swaps(locking))))
                .isInstanceOf(DuplicateCommandHandlerSubscriptionException.class);
    }

    @Test
    void aCommandSentFromAHandlerIsRefusedForItWouldHaveNoCommitOfItsOwn() {
        AxonFixture ward = AxonFixture.over(ledger, ledger);

        assertThatThrownBy(() -> AxonFixture.over(ledger, draft -> {
                            ward.send(new Hire(MINH));
                            return ledger.append(draft);
                        })
                        .send(new Hire(LAN)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside any unit of work");
        assertThat(ledger.tail().number()).isZero();
    }
}
