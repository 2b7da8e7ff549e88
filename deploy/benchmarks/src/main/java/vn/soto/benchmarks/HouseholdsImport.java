package vn.soto.benchmarks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.plan.OpenPlans;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.events.EventCodec;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;
import vn.soto.plans.AlreadyRecorded;
import vn.soto.plans.PlanReader;
import vn.soto.plans.PlanRunner;
import vn.soto.plans.PlanService;
import vn.soto.plans.StepCodec;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.ImportService;
import vn.soto.plans.imports.Upload;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.RowListener;

/** Imports a file of households into a new embedded ledger in this process and prints how long it took. */
final class HouseholdsImport {

    static final String MARK = "imported";

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", DAY);
    private static final int MEMBERS = 500;
    private static final int STEPS_AT_ONCE = 64;

    /** Of each further file, into the unit that the first one has filled. */
    private static final int MORE = 2_000;

    private HouseholdsImport() {}

    @SuppressWarnings("try") // the runner works in the background
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int households = Integer.parseInt(arguments[1]);
        boolean assign = Boolean.parseBoolean(arguments[2]);
        Files.createDirectories(folder);
        EventCodec codec = EventCodec.product();
        Clock clock = Clock.systemUTC();
        StepCodec steps = new StepCodec();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (SqliteLedger ledger = SqliteLedger.open(
                        folder.resolve("ledger.db"), "measure/import", clock, WriterSettings.standard(), meters);
                CommandSide side = CommandSide.start(
                        ledger.reader(), ledger.appender(), codec, clock, DefaultPolicy.standard(), meters);
                PlanRunner runner = PlanRunner.start(side, steps, () -> true, STEPS_AT_ONCE)) {
            prepare(side);
            PlanReader reader = new PlanReader(ledger.reader(), codec);
            ImportService imports = new ImportService(
                    PlanService.over(side, steps),
                    steps,
                    new AlreadyRecorded(reader, steps),
                    new UnitAndTeamIndex(ledger.reader(), codec),
                    side);
            Upload upload = new Upload(ImportKind.HOUSEHOLDS, Format.CSV, file(0, households, assign), "an");
            double dryRun = seconds(() -> imports.dryRun(upload, RowListener.NONE));
            double whole = carriedOut(side, imports, upload);
            // The first further file reads what the large one recorded, once.
            carriedOut(side, imports, further(households, assign));
            Upload more = further(households + MORE, assign);
            CpuMeter cpu = CpuMeter.thisProcess();
            long before = cpu.nanos();
            double further = carriedOut(side, imports, more);
            System.out.println(MARK + " " + dryRun + " " + whole + " " + Child.peakMegabytes("self") + " "
                    + 1e3 * further / MORE + " " + (cpu.nanos() - before) / 1e6 / MORE);
        }
    }

    private static Upload further(int first, boolean assign) {
        return new Upload(ImportKind.HOUSEHOLDS, Format.CSV, file(first, MORE, assign), "an");
    }

    /** Seconds until its plan is completed. */
    private static double carriedOut(CommandSide side, ImportService imports, Upload upload) {
        CompletableFuture<Boolean> completed = planCompleted(side);
        return seconds(() -> {
            imports.carryOut(upload, false);
            completed.join();
        });
    }

    /** Completes with the first commit after which no plan is open. */
    private static CompletableFuture<Boolean> planCompleted(CommandSide side) {
        CompletableFuture<Boolean> completed = new CompletableFuture<>();
        side.addCommitListener(commits -> {
            boolean closed = commits.stream()
                    .flatMap(commit -> commit.events().stream())
                    .anyMatch(event -> event.aggregate() != null
                            && event.aggregate().id().equals(OpenPlans.ID)
                            && new String(event.payload().bytes(), StandardCharsets.UTF_8).contains("[]"));
            if (closed) {
                completed.complete(true);
            }
        });
        return completed;
    }

    private static double seconds(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / 1e9;
    }

    private static void prepare(CommandSide side) {
        List.of(
                        new EstablishUnit(
                                new UnitId("u-province"), UnitKind.PROVINCE, "Bình Dương", "74", null, DECISION, DAY),
                        new EstablishUnit(
                                new UnitId("u-commune"),
                                UnitKind.COMMUNE,
                                "Minh Thạnh",
                                "25780",
                                new UnitId("u-province"),
                                DECISION,
                                DAY),
                        new EstablishUnit(
                                new UnitId("u-hamlet"),
                                UnitKind.HAMLET,
                                "Đồng Tâm",
                                null,
                                new UnitId("u-commune"),
                                DECISION,
                                DAY),
                        new FormTeam(
                                new TeamId("team-1"),
                                "Tổ ấp Đồng Tâm",
                                DECISION,
                                List.of(new UnitId("u-hamlet")),
                                IntStream.range(0, MEMBERS)
                                        .mapToObj(i ->
                                                new FoundingMember(new MemberId("m-" + i), MemberOrigin.YOUTH_UNION))
                                        .toList(),
                                new MemberId("m-0"),
                                DAY))
                .forEach(command -> side.gateway()
                        .submit(
                                new CommandRequest(
                                        UUID.nameUUIDFromBytes(
                                                command.toString().getBytes(StandardCharsets.UTF_8)),
                                        "an"),
                                command));
    }

    /** A CSV file of households in the order of their members, as lists usually are. */
    private static byte[] file(int first, int households, boolean assign) {
        StringBuilder text = new StringBuilder("Địa bàn;Mã hộ;Tổ;Người phụ trách;Phân công từ ngày\n");
        for (int i = 0; i < households; i++) {
            text.append("Ấp Đồng Tâm;HO-").append(first + i);
            text.append(assign ? ";team-1;m-" + (long) i * MEMBERS / households + ";02/03/2026\n" : ";;;\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
