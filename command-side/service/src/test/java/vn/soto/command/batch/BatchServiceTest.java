package vn.soto.command.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.command.batch.BatchFixture.TEAM;
import static vn.soto.command.batch.BatchFixture.enrol;
import static vn.soto.command.batch.BatchFixture.founding;
import static vn.soto.command.batch.BatchFixture.household;
import static vn.soto.command.batch.BatchFixture.households;
import static vn.soto.command.batch.BatchFixture.id;
import static vn.soto.command.batch.BatchFixture.line;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.axon.UuidV7;
import vn.soto.command.batch.LineResult.Done;
import vn.soto.command.batch.LineResult.Failed;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandService;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.binding.NotAllowedException;
import vn.soto.command.binding.RejectingSealer;
import vn.soto.command.dispatch.CommandIdReusedException;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.ConflictException;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.reach.ReachRule;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.events.EventCodec;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Origin;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.web.HeavyWork;

@Tag("threads")
final class BatchServiceTest {

    private static final CommandRequest OFFICER = sender(Role.OFFICER);

    private final Clock clock = Clock.fixed(Instant.parse("2024-11-01T00:00:00Z"), ZoneOffset.UTC);
    private final MemoryLedger ledger = new MemoryLedger("test/batch", clock);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final BatchReader reader = new BatchReader(CommandCatalogue.product());

    /** The drafts that the ledger fails to append; none at first. */
    private volatile Predicate<Draft> broken = draft -> false;

    private volatile RuntimeException failure = new LedgerException.Unavailable("full", Duration.ofSeconds(3), null);

    private CommandSide side;
    private BatchService batches;

    @BeforeEach
    void start() {
        side = CommandSide.start(
                ledger,
                ledger.through(draft -> {
                    if (broken.test(draft)) {
                        throw failure;
                    }
                    return ledger.append(draft);
                }),
                EventCodec.product(),
                clock,
                DefaultPolicy.standard(),
                new SimpleMeterRegistry());
        batches = new BatchService(CommandService.over(side, new RejectingSealer()), new HeavyWork(), executor);
    }

    @AfterEach
    void ledgerIsSound() {
        side.close();
        executor.close();
        assertThat(ChainVerifier.verify(ledger)).isEqualTo(ledger.tail());
    }

    @Test
    void eachLineSeesWhatThoseBeforeItDid() {
        List<LineResult> answers = send(founding());

        assertThat(answers).extracting(LineResult::line).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(commits(answers)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void aWholeBatchSentAgainChangesNothingAndIsToldTheSame() {
        List<String> lines = new ArrayList<>(founding());
        lines.addAll(households(200, 40));
        List<LineResult> first = send(lines);
        long tail = ledger.tail().number();

        List<LineResult> again = send(lines);

        assertThat(ledger.tail().number()).isEqualTo(tail).isEqualTo(47);
        assertThat(commits(again)).isEqualTo(commits(first));
        assertThat(outcomes(first)).noneMatch(CommandOutcome::repeat);
        assertThat(outcomes(again)).allMatch(CommandOutcome::repeat);
    }

    @Test
    void whatFailsStopsNoOther() {
        List<String> lines = new ArrayList<>(founding());
        lines.addAll(List.of(
                enrol(103, "00000000-0000-4000-8000-000000000004"),
                line(id(104), "adopt-policy", "{}"),
                line(
                        id(105),
                        "enrol-member",
                        "{\"team\":\"" + TEAM + "\",\"member\":\"00000000-0000-4000-8000-000000000005\"}"),
                line(id(106), "appoint-leader", """
                        {"team":"t-9","member":"00000000-0000-4000-8000-000000000001","effectiveFrom":"2024-02-01"}"""),
                "{\"id\":",
                line(id(101), "register-household", "{\"unit\":\"kp-1\",\"reference\":\"H-1\"}"),
                household(107)));

        List<LineResult> answers = send(lines);

        assertThat(answers)
                .extracting(LineResult::line)
                .isEqualTo(IntStream.rangeClosed(1, 14).boxed().toList());
        assertThat(causes(answers.subList(7, 13)))
                .containsExactly(
                        RuleViolatedException.class,
                        NotAllowedException.class,
                        InvalidFieldException.class,
                        NotFoundException.class,
                        InvalidFieldException.class,
                        CommandIdReusedException.class);
        assertThat(((Failed) answers.get(7)).id()).isEqualTo(id(103).toString());
        assertThat(((Failed) answers.get(11)).id()).isNull();
        assertThat(answers.getLast()).isInstanceOf(Done.class);
    }

    @Test
    void whereAndWhenACommandWasEnteredStandsWithItsEventsUnderTheHash() {
        send(founding());

        Commit commit = ledger.commit(1).orElseThrow();
        assertThat(commit.events())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.metadata())
                        .isEqualTo(Map.of("device", "phone-1", "entered", "2024-03-01T01:00:00.000000Z")));
        assertThat(commit.at()).as("the ledger's own clock").isEqualTo(clock.instant());
        assertThat(commit.actor()).isEqualTo("an");
        assertThat(commit.correlation()).as("each stands alone").isEqualTo(id(1).toString());
    }

    @Test
    void belongsToOneUndertakingIfItsSenderSaysSo() {
        send(founding(), new CommandRequest(id(999), "an", Set.of(Role.OFFICER), "flush-7"));

        assertThat(ledger.commit(3).orElseThrow().correlation()).isEqualTo("flush-7");
    }

    @Test
    void onceTheLedgerCannotBeWrittenTheRestIsToldToComeAgain() {
        broken = draft -> ledger.tail().number() == 3;

        List<LineResult> answers = send(founding());

        assertThat(commits(answers.subList(0, 3))).containsExactly(1L, 2L, 3L);
        assertThat(causes(answers.subList(3, 7))).containsOnly(LedgerException.Unavailable.class);

        broken = draft -> false;
        assertThat(commits(send(founding()))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void onlyTheLineThatWasTriedIsUncertain() {
        failure = new LedgerException.Uncertain("no answer", new IllegalStateException());
        broken = draft -> ledger.tail().number() == 3;

        assertThat(causes(send(founding()).subList(3, 7)))
                .containsExactly(
                        LedgerException.Uncertain.class,
                        LedgerException.Unavailable.class,
                        LedgerException.Unavailable.class,
                        LedgerException.Unavailable.class);
    }

    /** Handled at once, the dependent line would be refused for good because of a temporary failure. */
    @Test
    void aLineWaitsForOneItNamesThatIsToComeAgain() {
        send(founding());
        failure = new LedgerException.Conflict("somebody", -1);
        broken = draft ->
                draft.origin() instanceof Origin.Command command && command.id().equals(id(111));
        List<String> lines = List.of(
                enrol(111, "00000000-0000-4000-8000-000000000006"),
                household(210),
                line(id(112), "appoint-leader", """
                        {"team":"%s","member":"00000000-0000-4000-8000-000000000006","effectiveFrom":"2024-03-01"}""".formatted(TEAM)));

        List<LineResult> answers = send(lines);

        assertThat(((Failed) answers.get(0)).cause()).isInstanceOf(ConflictException.class);
        assertThat(answers.get(1)).isInstanceOf(Done.class);
        assertThat(((Failed) answers.get(2)).cause()).isInstanceOf(DependsOnFailedLineException.class);

        broken = draft -> false;
        assertThat(send(lines)).allMatch(Done.class::isInstance);
    }

    @Test
    void aLineOutsideTheAreaOfItsSenderIsRefusedAndTheOthersAreRecorded() {
        send(founding());
        assertThat(send(List.of(BatchFixture.unit(5, "kp-2", "HAMLET", "\"parent\":\"c-1\","))))
                .allMatch(Done.class::isInstance);
        new FirstAdministrator(ledger, ledger, EventCodec.product(), UuidV7.system(), clock)
                .record(new AccountId("chi"));
        side.gateway()
                .submit(
                        new CommandRequest(id(301), "chi"),
                        new GrantRole(
                                new AccountId("an"),
                                new GrantId("g-1"),
                                Role.OFFICER,
                                Area.of(new UnitId("kp-1")),
                                LocalDate.of(2024, 1, 1),
                                null,
                                null,
                                "Theo phân công"));

        List<LineResult> answers = send(List.of(
                household(302),
                line(id(303), "register-household", "{\"unit\":\"kp-2\",\"reference\":\"H-303\"}"),
                household(304)));

        assertThat(answers.get(0)).isInstanceOf(Done.class);
        assertThat(((Failed) answers.get(1)).cause())
                .isInstanceOfSatisfying(
                        RuleViolatedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(ReachRule.RIGHT_REACHES_THE_PLACE));
        assertThat(answers.get(2)).isInstanceOf(Done.class);
    }

    @Test
    void whenNobodyWaitsForAnswersNoFurtherLineIsBegunAndTheRestIsDoneLater() {
        List<LineResult> heard = new ArrayList<>();
        batches.run(reader.read(BatchFixture.body(founding())), OFFICER, heard::add, () -> heard.size() >= 3);

        assertThat(ledger.tail().number()).isEqualTo(3);
        assertThat(commits(send(founding()))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    /**
     * Four phones were offline all day and reconnect at the same time; two of them lose the connection and send again.
     */
    @Test
    void fullBatchesAtTheSameTimeAreEachDoneOnce() throws Exception {
        send(founding());
        List<Callable<List<LineResult>>> phones = new ArrayList<>();
        boolean atLength = Boolean.getBoolean("soto.long");
        int different = atLength ? 4 : 2;
        for (int phone = 0; phone < (atLength ? 6 : 3); phone++) {
            List<String> lines = households(1_000 * (1 + phone % different), CommandBatch.MOST_LINES);
            phones.add(() -> send(lines));
        }

        for (Future<List<LineResult>> phone : executor.invokeAll(phones)) {
            assertThat(phone.get()).hasSize(CommandBatch.MOST_LINES).allMatch(Done.class::isInstance);
            assertThat(phone.get()).extracting(LineResult::line).isSorted();
        }
        assertThat(ledger.tail().number()).isEqualTo(7 + different * CommandBatch.MOST_LINES);
    }

    private static CommandRequest sender(Role role) {
        UUID id = id(999);
        return new CommandRequest(id, "an", Set.of(role), id.toString());
    }

    private List<LineResult> send(List<String> lines) {
        return send(lines, OFFICER);
    }

    private List<LineResult> send(List<String> lines, CommandRequest sender) {
        List<LineResult> answers = new ArrayList<>();
        batches.run(reader.read(BatchFixture.body(lines)), sender, answers::add, () -> false);
        return answers;
    }

    private static List<CommandOutcome> outcomes(List<LineResult> answers) {
        assertThat(answers).allMatch(Done.class::isInstance);
        return answers.stream().map(answer -> ((Done) answer).outcome()).toList();
    }

    private static List<Long> commits(List<LineResult> answers) {
        return outcomes(answers).stream().map(CommandOutcome::commit).toList();
    }

    private static List<Class<?>> causes(List<LineResult> answers) {
        return answers.stream()
                .<Class<?>>map(answer -> ((Failed) answer).cause().getClass())
                .toList();
    }
}
