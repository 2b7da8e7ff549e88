package vn.soto.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.soto.axon.UuidV7;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandService;
import vn.soto.command.binding.NotAllowedException;
import vn.soto.command.binding.Permissions;
import vn.soto.command.binding.RejectingSealer;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.events.EventCodec;
import vn.soto.ledgerwriter.memory.MemoryKeptTexts;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.plans.AcceptancePlanner;
import vn.soto.plans.AlreadyRecorded;
import vn.soto.plans.DryRun;
import vn.soto.plans.HandOverPlanner;
import vn.soto.plans.PlanReader;
import vn.soto.plans.PlanService;
import vn.soto.plans.RetentionPlanner;
import vn.soto.plans.StepCodec;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.ImportService;
import vn.soto.plans.imports.LeftOutRows;
import vn.soto.plans.imports.ReorganisationAssessment;
import vn.soto.plans.imports.ReorganisationImport;
import vn.soto.plans.imports.lookup.TerritoryIndex;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.plans.imports.table.InvalidFileException;
import vn.soto.privacy.MasterKey;
import vn.soto.testkit.RecordedLog;
import vn.soto.web.HeavyWork;
import vn.soto.web.ProblemException;

/** The right comes before the file, and a dry run leaves a line that holds nothing of the file. */
@Tag("threads")
@Isolated("listens to the log of everybody")
final class ImportEndpointTest {

    private static final String MEMBERS = """
            Tổ,Mã thành viên,Tổ chức,Ngày vào tổ,Họ và tên,Số điện thoại
            team-1,m-sen,Hội phụ nữ,01/04/2026,Nguyễn Thị Sen,0912345678
            """;

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-20T02:30:00Z"), ZoneOffset.UTC);
    private final EventCodec codec = EventCodec.product();
    private final MemoryLedger ledger = new MemoryLedger("test/imports", clock);
    private final CommandSide side =
            CommandSide.start(ledger, ledger, codec, clock, DefaultPolicy.standard(), new SimpleMeterRegistry());
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final RecordedLog log = RecordedLog.from(Level.INFO);
    private final AtomicBoolean received = new AtomicBoolean();
    private final HeavyWork heavy = new HeavyWork();
    private final PlanService plans = PlanService.over(side, new StepCodec());
    private final ImportEndpoint endpoint = endpoint();
    private final RetentionEndpoint retention = new RetentionEndpoint(
            new RetentionPlanner(plans, ledger, codec, actor -> DryRun.over(side, actor)),
            CommandService.over(side, new RejectingSealer()),
            heavy,
            executor);

    private Keyring keyring() {
        MemorySubjectKeys keys = new MemorySubjectKeys(clock);
        return Keyring.open(keys, keys, MasterKey.parse(MasterKey.freshText(), "test"), "test");
    }

    private ImportEndpoint endpoint() {
        StepCodec steps = new StepCodec();
        UnitAndTeamIndex register = new UnitAndTeamIndex(ledger, codec);
        ReorganisationAssessment assessment = new ReorganisationAssessment(
                ledger,
                register,
                new TerritoryIndex(side.teams()),
                side.policy().calendar());
        return new ImportEndpoint(
                new ImportService(
                        plans, steps, new AlreadyRecorded(new PlanReader(ledger, codec), steps), register, side),
                new LeftOutRows(new MemoryKeptTexts(), keyring(), UuidV7.system(), clock),
                new ReorganisationImport(plans, register, assessment, actor -> DryRun.over(side, actor)),
                CommandService.over(side, new RejectingSealer()),
                Problems.texts(),
                heavy,
                executor);
    }

    @AfterEach
    void close() {
        log.close();
        executor.close();
        side.close();
    }

    private static CommandRequest request(Role... roles) {
        return new CommandRequest(new UUID(0x7000L, 0x8000_0000_0000_0000L), "lan\nby root", Set.of(roles), "c");
    }

    private MockServerWebExchange exchange(String file) {
        Flux<DataBuffer> body = Flux.defer(() -> {
            received.set(true);
            return Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(file.getBytes(StandardCharsets.UTF_8)));
        });
        return MockServerWebExchange.from(MockServerHttpRequest.post("/api/imports")
                .contentType(MediaType.parseMediaType("text/csv"))
                .body(body));
    }

    private Object answer(CommandRequest request, String kind, String file) {
        ResponseEntity<Object> answer = endpoint.take(request, kind, true, false, false, Set.of(), exchange(file))
                .block();
        return Objects.requireNonNull(Objects.requireNonNull(answer).getBody());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"MEMBER", "LEADER", "AUDITOR"})
    void nothingOfAFileIsReceivedFromSomebodyWithoutTheRight(Role role) {
        List<ImportKind> refused = Stream.of(ImportKind.values())
                .filter(kind -> !kind.commands().stream().allMatch(command -> Permissions.may(Set.of(role), command)))
                .toList();
        assertThat(refused).contains(ImportKind.UNITS, ImportKind.TEAMS, ImportKind.REORGANISATIONS);
        for (ImportKind kind : refused) {
            assertThatThrownBy(() -> endpoint.take(
                            request(role), ImportReport.name(kind), true, false, false, Set.of(), exchange("")))
                    .isInstanceOf(NotAllowedException.class);
        }
        LocalDate day = LocalDate.of(2026, 7, 1);
        assertThatThrownBy(() -> endpoint.takeReorganisation(request(role), "1/NQ", day, day, false, exchange("")))
                .isInstanceOf(NotAllowedException.class);
        if (role != Role.AUDITOR) {
            assertThatThrownBy(() -> endpoint.takeReorganisation(request(role), "1/NQ", day, day, true, exchange("")))
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThat(received).isFalse();
    }

    @Test
    void aDryRunIsLoggedWithoutItsContent() {
        Object report = answer(request(Role.OFFICER), "members", MEMBERS);

        assertThat(report)
                .isInstanceOfSatisfying(
                        ImportReport.class, read -> assertThat(read.rows()).isEqualTo(1));
        assertThat(log.messages("vn.soto.access"))
                .containsExactly("dry run of members: 1 rows, as officer by lan?by root");
        assertThat(log.events())
                .noneMatch(event -> event.getFormattedMessage().contains("Sen")
                        || event.getFormattedMessage().contains("0912345678"));
    }

    @Test
    void aDryRunOfAFileThatIsRefusedIsLoggedToo() {
        assertThatThrownBy(() -> answer(request(Role.ADMINISTRATOR), "members", "a,b\n\"1\n"))
                .isInstanceOf(InvalidFileException.class);
        assertThat(log.messages("vn.soto.access"))
                .isEqualTo(
                        List.of(
                                "dry run of members: refused as file-column-missing-or-unknown, as administrator by lan?by root"));
    }

    /** Both places are taken while the requests come. */
    private static void whileOthersWork(HeavyWork heavy, CountDownLatch end, Runnable requests) {
        CountDownLatch begun = new CountDownLatch(2);
        List<CompletableFuture<String>> others = Stream.of("mai", "hoa")
                .map(account -> CompletableFuture.supplyAsync(
                        () -> heavy.run(account, () -> {
                            begun.countDown();
                            await(end);
                            return account;
                        }),
                        work -> Thread.ofVirtual().start(work)))
                .toList();
        await(begun);
        try {
            requests.run();
        } finally {
            end.countDown();
            others.forEach(CompletableFuture::join);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatDecidesManyRowsWaitsForAPlaceWhetherItRecordsOrNot() {
        CommandRequest officer = request(Role.OFFICER);
        CommandRequest administrator = request(Role.ADMINISTRATOR);
        LocalDate day = LocalDate.of(2026, 7, 1);
        CountDownLatch end = new CountDownLatch(1);
        List<CompletableFuture<?>> answers = new ArrayList<>();
        whileOthersWork(heavy, end, () -> {
            answers.add(endpoint.take(officer, "members", false, false, false, Set.of(), exchange(MEMBERS))
                    .toFuture());
            answers.add(endpoint.takeReorganisation(administrator, "1/NQ", day, day, false, exchange("a,b\n"))
                    .toFuture());
            answers.add(retention.erase(administrator, true, exchange("")).toFuture());
            while (heavy.waiting() < answers.size()) {
                assertThat(answers).noneMatch(CompletableFuture::isDone);
                Thread.onSpinWait();
            }
        });
        assertThat(answers)
                .extracting(answer -> answer.handle((done, failed) -> failed).join())
                .noneMatch(ProblemException.class::isInstance);
    }

    private Mono<ResponseEntity<PlanAccepted>> plan(int steps) {
        String line =
                "{\"name\":\"unassign-household\",\"payload\":{\"household\":\"h\",\"effectiveFrom\":\"2026-07-01\"}}\n";
        CommandService commands = CommandService.over(side, new RejectingSealer());
        return new PlanEndpoint(plans, CommandCatalogue.product(), commands, heavy, executor)
                .submit(
                        new CommandRequest(
                                new UUID(0x7000L, Long.MIN_VALUE | steps), "lan\nby root", Set.of(Role.OFFICER), "c"),
                        "hand-over",
                        line.repeat(steps).getBytes(StandardCharsets.UTF_8),
                        exchange(""));
    }

    @Test
    void plansOfManyStepsWaitForAPlaceAndThoseOfFewDoNot() {
        CommandService commands = CommandService.over(side, new RejectingSealer());
        HandOverEndpoint handOvers = new HandOverEndpoint(
                new HandOverPlanner(
                        plans, side.caseloads(), new UnitAndTeamIndex(ledger, codec), new TerritoryIndex(side.teams())),
                commands,
                heavy,
                executor);
        AcceptanceEndpoint acceptances =
                new AcceptanceEndpoint(new AcceptancePlanner(plans, ledger, codec), commands, heavy, executor);
        HandOverRequest all = new HandOverRequest(
                List.of(new HandOverRequest.To(null, new MemberId("m-sen"), null)), LocalDate.of(2026, 7, 1));
        CommandRequest officer = request(Role.OFFICER);
        CountDownLatch end = new CountDownLatch(1);
        List<CompletableFuture<?>> answers = new ArrayList<>();
        whileOthersWork(heavy, end, () -> {
            answers.add(plan(21).toFuture());
            answers.add(handOvers
                    .submit(officer, "team-1", "m-lan", all, exchange(""))
                    .toFuture());
            answers.add(acceptances.submit(officer, "sample-1", exchange("")).toFuture());
            assertThat(plan(20).toFuture().handle((done, failed) -> failed).join())
                    .as("it needs no place")
                    .isNull();
            while (heavy.waiting() < answers.size()) {
                assertThat(answers).noneMatch(CompletableFuture::isDone);
                Thread.onSpinWait();
            }
        });
        assertThat(answers)
                .extracting(answer -> answer.handle((done, failed) -> failed).join())
                .noneMatch(ProblemException.class::isInstance);
    }

    @Test
    void nothingOfAFurtherFileIsReceivedWhileAnAccountHasManyUnderWay() {
        CommandRequest officer = request(Role.OFFICER);
        try (HeavyWork.Announced _ = heavy.announce(officer.actor(), 0);
                HeavyWork.Announced _ = heavy.announce(officer.actor(), 0);
                HeavyWork.Announced _ = heavy.announce(officer.actor(), 0)) {
            assertThatThrownBy(() -> answer(officer, "members", MEMBERS)).isInstanceOf(ProblemException.class);
            assertThat(received).isFalse();
        }
        assertThat(answer(officer, "members", MEMBERS)).isInstanceOf(ImportReport.class);
    }
}
