package vn.soto.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import vn.soto.benchmarks.ClosedLoop.Operation;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.ledger.LedgerReader;

/**
 * Row 15: a province's year as {@link YearLedger} copies it. It measures making it, a start, memory, questions of
 * readers, and help recorded by officers with rights. All projections; nothing is left out.
 */
final class YearBenchmark implements Benchmark {

    private static final double MOST_SECONDS = 120;
    private static final double MOST_COMMAND_MICROS = 150;
    private static final Duration FOLDING = Duration.ofMinutes(40);
    private static final int CALLERS = 64;
    private static final double VISIBLE_RATE = 1_000;
    private static final double MOST_VISIBLE_MILLIS = 30;
    private static final int MOST_TEAMS_OF_A_ROUND = 400;
    private static final int WARM_UP = 40;
    private static final int LOOKS = 15;
    private static final int AGAIN = 10;

    /** Records of the household whose file is asked for, beside those of its year. */
    private static final int EVENTS_OF_A_FILE = 300;

    private static final CpuMeter PROCESS = CpuMeter.thisProcess();

    /** The threads that answer; the client asks on threads of its own and on the main one. */
    private static final CpuMeter SERVER = CpuMeter.threadsWithout("HttpClient", "main");

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        Making original = Making.begun();
        LedgerReader year = YearLedger.original(session);
        original.ends();
        for (int events : session.sizes.yearEvents()) {
            int copies =
                    Math.max(1, (int) Math.round((double) events / year.tail().next()));
            measure(session, year, copies, original);
        }
    }

    private static void measure(BenchmarkRun session, LedgerReader year, int copies, Making original) throws Exception {
        YearWork work = YearWork.of(session, year, copies);
        Path folder = session.folder("year-" + copies);
        Making copied = Making.begun();
        YearLedger.write(year, folder, copies, SqliteStore.ORIGIN);
        copied.ends();
        double held = heap();
        CpuMeter cpu = CpuMeter.thisProcess();
        long begin = System.nanoTime();
        long before = cpu.nanos();
        try (SqliteStore store = new SqliteStore(folder, session.codec, session.clock, session.ids)) {
            long events = store.ledger().reader().tail().next();
            title(session, work, copies, events);
            session.report.row("the demo's year, by its commands", original.text(), "s, of CPU");
            session.report.row("the copies, straight to the appender", copied.text(), "s, of CPU");
            session.report.bar(
                    "row 15: making %s events".formatted(Spread.number(events)),
                    original.seconds + copied.seconds,
                    MOST_SECONDS,
                    false,
                    "s");
            Path file = folder.resolve("read-models.sqlite");
            try (ReadModels models = ReadModels.inFile(store.ledger(), session.codec, session.clock, file)) {
                models.upTo(store.ledger().reader().tail().number(), FOLDING);
                started(session, seconds(begin), (cpu.nanos() - before) / 1e3 / events, heap() - held);
            }
            session.report.row(
                    "file of the read models", Spread.number((double) Files.size(file) / events, 0), "bytes an event");
            again(session, store, file, work, held);
            rarely(session, store, work);
            writing(session, store, work);
        }
    }

    /** A start that finds the read models in their file. */
    private static void again(BenchmarkRun session, SqliteStore store, Path file, YearWork work, double held)
            throws Exception {
        long begin = System.nanoTime();
        try (ReadModels models = ReadModels.inFile(store.ledger(), session.codec, session.clock, file)) {
            models.upTo(store.ledger().reader().tail().number(), FOLDING);
            session.report.row(
                    "start with the models there: until answers are up to date", Spread.number(seconds(begin), 2), "s");
            questions(session, store, models, work);
            visible(session, store, models, work);
            session.report.row("heap then", Spread.number(heap() - held, 0), "MB");
        }
    }

    private static void started(BenchmarkRun session, double seconds, double microsAnEvent, double heap) {
        session.report.row("start: until everything is folded", Spread.number(seconds, 1), "s");
        session.report.row("start: all projections", Spread.number(microsAnEvent, 0), "us of CPU an event");
        session.report.row("heap in use after a collection, beside what was copied", Spread.number(heap, 0), "MB");
    }

    private static void title(BenchmarkRun session, YearWork work, int copies, long events) {
        session.report.heading(
                "Row 15: a year of a province: %d copies of the demo's, %s events, %s teams, %s households"
                        .formatted(
                                copies,
                                Spread.number(events),
                                Spread.number(work.teams()),
                                Spread.number(work.households())));
        session.report.line("Measured on a machine shared with other work: load "
                + Spread.number(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), 1) + ".");
        session.report.line("");
        session.report.columns("what", "found", "unit");
    }

    /** The cost of a part of the making. */
    private static final class Making {

        private final CpuMeter cpu = CpuMeter.thisProcess();
        private final long begin = System.nanoTime();
        private final long before = cpu.nanos();
        private double seconds;
        private double cpuSeconds;

        static Making begun() {
            return new Making();
        }

        void ends() {
            seconds = YearBenchmark.seconds(begin);
            cpuSeconds = (cpu.nanos() - before) / 1e9;
        }

        String text() {
            return Spread.number(seconds, 0) + ", " + Spread.number(cpuSeconds, 0);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }

    private static void visible(BenchmarkRun session, SqliteStore store, ReadModels models, YearWork work)
            throws Exception {
        LongAdder refused = new LongAdder();
        // Commands before these came one by one.
        VisibilityBenchmark.run(VISIBLE_RATE, store, work::help, models::folded, session.sizes.warmUp(), refused);
        Histogram found = VisibilityBenchmark.run(
                VISIBLE_RATE, store, work::help, models::folded, session.sizes.openLoop(), refused);
        session.report.bar(
                "row 15: command to visible at 1,000/s, p99",
                found.getValueAtPercentile(99) / 1e6,
                MOST_VISIBLE_MILLIS,
                false,
                "ms");
    }

    /** Processor time of answers to one question. */
    private record Looks(double first, List<Double> made, List<Double> again) {}

    /** Each is asked once after a commit, so that it is made, and once again at the same one. */
    private static void questions(BenchmarkRun session, SqliteStore store, ReadModels models, YearWork work)
            throws Exception {
        Map<String, Looks> found = new LinkedHashMap<>();
        List<String> asked = work.questions(provinceRound(session, store, work));
        for (int i = 0; i < EVENTS_OF_A_FILE; i++) {
            store.handle(work.helpOfOne());
        }
        try (Answers answers = models.answers()) {
            for (int round = 0; round < WARM_UP + LOOKS; round++) {
                store.handle(work.help());
                models.upTo(store.ledger().reader().tail().number(), FOLDING);
                for (String question : asked) {
                    double made = cpuMillis(SERVER, 1, () -> answers.get(question));
                    double again = cpuMillis(SERVER, AGAIN, () -> answers.get(question));
                    Looks looks = found.computeIfAbsent(
                            question, first -> new Looks(made, new ArrayList<>(), new ArrayList<>()));
                    if (round >= WARM_UP) {
                        looks.made.add(made);
                        looks.again.add(again);
                    }
                }
            }
        }
        found.forEach((question, looks) -> session.report.row(
                "`" + question + "`",
                Spread.of(looks.made, millis -> millis).text(1) + ", again "
                        + Spread.of(looks.again, millis -> millis).text(2) + ", first after the start "
                        + Spread.number(looks.first, 0),
                "ms of CPU"));
    }

    /** A round of all teams, scored: its first look below is one that nobody has had before. */
    private static Optional<RoundId> provinceRound(BenchmarkRun session, SqliteStore store, YearWork work)
            throws Exception {
        if (work.teams() > MOST_TEAMS_OF_A_ROUND) {
            return Optional.empty();
        }
        RoundId round = new RoundId(session.ids.get().toString());
        store.handle(work.provinceRound(round));
        double millis = cpuMillis(PROCESS, 1, () -> store.handle(work.scoring(round)));
        session.report.row(
                "a round of %s teams is scored".formatted(Spread.number(work.teams())),
                Spread.number(millis, 0),
                "ms of CPU");
        return Optional.of(round);
    }

    /** Some systems count the time of a process in hundredths of a second. */
    private static double cpuMillis(CpuMeter cpu, int times, Operation asked) throws Exception {
        long before = cpu.nanos();
        for (int i = 0; i < times; i++) {
            asked.run();
        }
        return (cpu.nanos() - before) / 1e6 / times;
    }

    /** Acts of few people, each once in some communes. */
    private static void rarely(BenchmarkRun session, SqliteStore store, YearWork work) throws Exception {
        List<Double> scorings = new ArrayList<>();
        List<Double> samples = new ArrayList<>();
        for (int commune = 0; commune < Math.min(work.communes(), LOOKS); commune++) {
            int of = commune;
            RoundId round = new RoundId(session.ids.get().toString());
            store.handle(work.round(of, round));
            scorings.add(cpuMillis(PROCESS, 1, () -> store.handle(work.scoring(round))));
            samples.add(cpuMillis(PROCESS, 1, () -> store.handle(work.sample(of))));
        }
        session.report.row(
                "a round of a commune is scored",
                Spread.of(scorings, millis -> millis).text(0),
                "ms of CPU");
        session.report.row(
                "a call-back sample is drawn",
                Spread.of(samples, millis -> millis).text(0),
                "ms of CPU");
    }

    /** The command path alone: the read models are closed. */
    private static void writing(BenchmarkRun session, SqliteStore store, YearWork work) throws Exception {
        Contestant officers = new ClosedLoop("officers", store.cpu(), () -> store.handle(work.help()));
        officers.run(CALLERS, Budget.of(session.sizes.warmUp()));
        List<Slice> slices = new ArrayList<>();
        for (int round = 0; round < session.sizes.rounds(); round++) {
            slices.add(officers.run(CALLERS, Budget.of(session.sizes.slice())));
        }
        Spread micros = Spread.of(slices, Slice::cpuMicrosEach);
        session.report.row(
                "help recorded by 64 officers",
                Spread.of(slices, Slice::perSecond).text(0),
                "a second");
        session.report.row(
                "help recorded by 64 officers, p50",
                Spread.of(slices, slice -> slice.millis(50)).text(1),
                "ms");
        session.report.row(
                "help recorded by 64 officers, p99",
                Spread.of(slices, slice -> slice.millis(99)).text(1),
                "ms");
        session.report.row("help recorded by 64 officers", micros.text(0), "us of CPU");
        session.report.bar(
                "row 15: help recorded, 64 callers", micros.median(), MOST_COMMAND_MICROS, false, "us of CPU");
    }
}
