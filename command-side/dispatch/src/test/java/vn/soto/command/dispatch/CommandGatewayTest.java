package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.events.EventCodec;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Origin;
import vn.soto.ledgerwriter.ObservableAppender;
import vn.soto.ledgerwriter.memory.MemoryLedger;

@Tag("threads")
final class CommandGatewayTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
    private static final UUID ID = UUID.fromString("019376a0-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("019376a0-0000-7000-8000-000000000002");

    private final Clock clock = Clock.fixed(Instant.parse("2024-11-01T00:00:00Z"), ZoneOffset.UTC);
    private final MemoryLedger ledger = new MemoryLedger("test/gateway", clock);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private CommandSide side;
    private CommandGateway gateway;

    @BeforeEach
    void start() {
        side = CommandSide.start(ledger, ledger, EventCodec.product(), clock, DefaultPolicy.standard(), meters);
        gateway = side.gateway();
    }

    @AfterEach
    void ledgerIsSound() {
        side.close();
        assertThat(ChainVerifier.verify(ledger)).isEqualTo(ledger.tail());
    }

    @Test
    void writesWhoWhatAndWhyIntoTheCommit() {
        CommandOutcome outcome = gateway.submit(new CommandRequest(ID, "an", "import-7"), province("bd-1", "74"));

        Commit commit = ledger.commit(outcome.commit()).orElseThrow();
        assertThat(commit.actor()).isEqualTo("an");
        assertThat(commit.correlation()).isEqualTo("import-7");
        assertThat(commit.causation()).isEqualTo(ID.toString());
        assertThat(commit.origin()).isInstanceOfSatisfying(Origin.Command.class, command -> {
            assertThat(command.id()).isEqualTo(ID);
            assertThat(command.name()).isEqualTo("establish-unit");
        });
        assertThat(outcome.created()).containsExactly("bd-1");
        assertThat(outcome.repeat()).isFalse();
    }

    @Test
    void answersARepeatWithTheFirstOutcome() {
        CommandOutcome first = gateway.submit(new CommandRequest(ID, "an"), province("bd-1", "74"));
        gateway.submit(new CommandRequest(OTHER, "an"), province("tn-1", "72"));

        CommandOutcome again = gateway.submit(new CommandRequest(ID, "an"), province("bd-1", "74"));

        assertThat(again).usingRecursiveComparison().ignoringFields("repeat").isEqualTo(first);
        assertThat(again.repeat()).isTrue();
        assertThat(ledger.tail().number()).isEqualTo(2);
    }

    @Test
    void refusesAnIdUsedForOtherContentOrByAnotherActor() {
        gateway.submit(new CommandRequest(ID, "an"), province("bd-1", "74"));

        assertThatThrownBy(() -> gateway.submit(new CommandRequest(ID, "an"), province("tn-1", "72")))
                .isInstanceOf(CommandIdReusedException.class);
        assertThatThrownBy(() -> gateway.submit(new CommandRequest(ID, "bình"), province("bd-1", "74")))
                .isInstanceOf(CommandIdReusedException.class);
    }

    @Test
    void saysWhenWhatIsCreatedExists() {
        gateway.submit(new CommandRequest(ID, "an"), province("bd-1", "74"));

        assertThatThrownBy(() -> gateway.submit(new CommandRequest(OTHER, "an"), province("bd-1", "72")))
                .isInstanceOf(AlreadyExistsException.class);
    }

    /** A second attempt finds what a race with the first one created; a third would end as the second. */
    @Test
    void triesACreationOfWhatExistsTwice() {
        gateway.submit(new CommandRequest(ID, "an"), province("bd-1", "74"));
        AtomicInteger attempts = new AtomicInteger();
        ObservableAppender counting = ledger.through(draft -> {
            attempts.incrementAndGet();
            return ledger.append(draft);
        });

        try (CommandSide counted = CommandSide.start(
                ledger, counting, EventCodec.product(), clock, DefaultPolicy.standard(), new SimpleMeterRegistry())) {
            assertThatThrownBy(() -> counted.gateway().submit(new CommandRequest(OTHER, "an"), province("bd-1", "72")))
                    .isInstanceOf(AlreadyExistsException.class);
        }
        assertThat(attempts).hasValue(2);
    }

    @Test
    void saysWhatIsAbsent() {
        assertThatThrownBy(() -> gateway.submit(
                        new CommandRequest(ID, "an"), new AppointLeader(new TeamId("t-1"), new MemberId("m-1"), DAY)))
                .isInstanceOfSatisfying(NotFoundException.class, absent -> {
                    assertThat(absent.kind()).isEqualTo("team");
                    assertThat(absent.id()).isEqualTo("t-1");
                });
    }

    @Test
    void theIdOfSomethingElseIsTheIdOfNothing() {
        gateway.submit(new CommandRequest(ID, "an"), province("bd-1", "74"));

        assertThatThrownBy(() -> gateway.submit(
                        new CommandRequest(OTHER, "an"),
                        new AppointLeader(new TeamId("bd-1"), new MemberId("m-1"), DAY)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void leavesNoTraceOfARefusalAndTriesItAnewNextTime() {
        Command refused = province("bd-1", "7");

        assertThatThrownBy(() -> gateway.submit(new CommandRequest(ID, "an"), refused))
                .isInstanceOf(RuleViolatedException.class);
        assertThat(ledger.tail().number()).isZero();
        assertThat(gateway.submit(new CommandRequest(ID, "an"), province("bd-1", "74"))
                        .repeat())
                .isFalse();
    }

    @Test
    void countsCommandsByOutcomeAndRefusalsByRule() {
        gateway.submit(new CommandRequest(ID, "an"), province("bd-1", "74"));
        gateway.submit(new CommandRequest(ID, "an"), province("bd-1", "74"));
        assertThatThrownBy(() -> gateway.submit(new CommandRequest(OTHER, "an"), province("tn-1", "7")))
                .isInstanceOf(RuleViolatedException.class);

        assertThat(count("done")).isOne();
        assertThat(count("repeat")).isOne();
        assertThat(count("refused")).isOne();
        assertThat(meters.get("soto.commands.refused").counter().count()).isOne();
    }

    /** 64 callers send one command: the ledger has one commit, and every caller gets the same outcome. */
    @Test
    void recordsACommandOnceHoweverManySendIt() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<CommandOutcome> send = () -> gateway.submit(new CommandRequest(ID, "an"), province("bd-1", "74"));
            List<Future<CommandOutcome>> answers =
                    callers.invokeAll(Stream.generate(() -> send).limit(64).toList());

            for (Future<CommandOutcome> answer : answers) {
                assertThat(answer.get().commit()).isOne();
            }
        }
        assertThat(ledger.tail().number()).isOne();
    }

    /** 64 callers merge four wards into each other: each is recorded or refused by a rule, and nobody is told to try again. */
    @Test
    void decidesEveryCommandHoweverManyWriteTheSameUnits() throws Exception {
        gateway.submit(new CommandRequest(ID, "an"), province("bd-1", "74"));
        for (int ward = 0; ward < 4; ward++) {
            gateway.submit(new CommandRequest(UUID.randomUUID(), "an"), ward(ward));
        }
        long before = ledger.tail().number();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> merging = IntStream.range(0, 64)
                    .<Callable<Boolean>>mapToObj(caller -> () -> recorded(merging(caller % 4, (caller / 4 + 1) % 4)))
                    .toList();
            long recorded = 0;
            for (Future<Boolean> answer : callers.invokeAll(merging)) {
                recorded += answer.get() ? 1 : 0;
            }
            assertThat(recorded).isPositive().isEqualTo(ledger.tail().number() - before);
        }
    }

    private boolean recorded(Command command) {
        try {
            gateway.submit(new CommandRequest(UUID.randomUUID(), "an"), command);
            return true;
        } catch (RuleViolatedException refused) {
            return false;
        }
    }

    private static EstablishUnit ward(int number) {
        return new EstablishUnit(
                new UnitId("w-" + number),
                UnitKind.WARD,
                "Phường " + number,
                "0000" + number,
                new UnitId("bd-1"),
                new Instrument("1/QĐ", DAY),
                DAY);
    }

    private static MergeUnits merging(int into, int other) {
        return new MergeUnits(
                new UnitId("w-" + into),
                List.of(new UnitId("w-" + other)),
                new Instrument("2/QĐ", DAY.plusDays(9)),
                DAY.plusDays(9));
    }

    private long count(String outcome) {
        return meters.get("soto.commands").tag("outcome", outcome).timer().count();
    }

    private static EstablishUnit province(String id, String code) {
        return new EstablishUnit(
                new UnitId(id), UnitKind.PROVINCE, "Tỉnh " + id, code, null, new Instrument("1/QĐ", DAY), DAY);
    }
}
