package vn.soto.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.contracts.household.ConsentPurpose.CONTACT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.Test;
import vn.soto.axon.AxonCommandSide;
import vn.soto.axon.CommandContext;
import vn.soto.contracts.household.ConsentEvent.ConsentFlaggedMissing;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.domain.DomainModel;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.household.ConsentCommand.RecordConsent;
import vn.soto.domain.household.ConsentCommand.WithdrawConsent;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.unit.UnitUses;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Hash;
import vn.soto.ledgerwriter.memory.MemoryLedger;

/** An action that needs a consent, here a call, is flagged without one in the commit that records it. */
final class NeededConsentTest extends SampleCommune {

    private final EventCodec codec = EventCodec.product();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final MemoryLedger ledger = new MemoryLedger("test", clock);
    private final AxonCommandSide side = AxonCommandSide.start(
            ledger,
            ledger,
            codec,
            DomainModel.aggregates(),
            (written, consulted) -> Stream.concat(
                            DomainModel.resources(
                                    written,
                                    consulted,
                                    clock,
                                    Scenario.FIGURES,
                                    DefaultPolicy.standard(),
                                    (actor, commands) -> false,
                                    UnitUses.NONE,
                                    (aggregate, events) -> List.of(),
                                    member -> Set.of(),
                                    (plan, parts) -> Stream.of(),
                                    (team, since, until) -> List.of(),
                                    team -> List.of(),
                                    (help, team) -> Set.of())
                                    .stream(),
                            Stream.of(new Calls()))
                    .toList());
    private int ids;

    NeededConsentTest() {
        Stream.of(units()).forEach(this::send);
        send(formTeam());
        send(register(HOUSEHOLD, HAMLET));
    }

    record Call(LocalDate day) {}

    static final class Calls {

        @CommandHandler
        void handle(Call call, ReadOnlyAggregates consulted, CoWrittenAggregates alsoWritten) {
            Consents.need(HOUSEHOLD, CONTACT, call.day(), consulted, alsoWritten);
        }
    }

    @Test
    void isFlaggedWhereNothingWasEverAgreed() {
        assertThat(send(new Call(TODAY))).containsExactly(new ConsentFlaggedMissing(HOUSEHOLD, CONTACT, TODAY));
    }

    @Test
    void isFlaggedTheDayBeforeItWasGivenAndNotOnTheDay() {
        send(new RecordConsent(HOUSEHOLD, CONTACT, 1, ConsentMethod.SPOKEN, TEAM, LAN, TODAY));

        assertThat(send(new Call(TODAY))).isEmpty();
        assertThat(send(new Call(TODAY.minusDays(1)))).hasSize(1);
    }

    @Test
    void isFlaggedFromTheDayItWasWithdrawn() {
        send(new RecordConsent(HOUSEHOLD, CONTACT, 1, ConsentMethod.SPOKEN, TEAM, LAN, TODAY.minusDays(9)));
        send(new WithdrawConsent(HOUSEHOLD, CONTACT, TODAY));

        assertThat(send(new Call(TODAY.minusDays(1)))).isEmpty();
        assertThat(send(new Call(TODAY))).hasSize(1);
    }

    private List<DomainEvent> send(Object command) {
        CommandContext context =
                new CommandContext(new UUID(0, ++ids), "test", Hash.of(new byte[32]), "tester", null, "test", "test");
        return side.dispatch(command, context).events();
    }
}
