package vn.soto.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import vn.soto.benchmarks.ClosedLoop.Operation;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;

/**
 * Row 10: what a quarter's end asks of a province: drafts, the events behind a figure, reports handed in, the dashboard. Beside
 * the figures as their definition has them, from every event since the founding.
 */
final class FiguresBenchmark implements Benchmark {

    private static final Quarter QUARTER = new Quarter(2026, 3);
    private static final Quarter FIRST_QUARTER = new Quarter(2025, 4);
    private static final int COLD_TEAMS = 100;
    private static final int MOST_TEAMS = 840;
    private static final int EVENTS_OF_A_TEAM = 100;
    private static final int CALLERS = 16;
    private static final double MOST_MILLIS = 30;

    /** The threads that answer; the client asks on threads of its own and on the main one. */
    private static final CpuMeter SERVER = CpuMeter.threadsWithout("HttpClient", "main");

    private static final double MOST_MADE = 10;
    private static final double MOST_AGAIN = 1.5;
    private static final String DASHBOARD = "/api/dashboards/province?quarter=" + QUARTER;
    private static final Duration FOLDING = Duration.ofMinutes(40);
    private static final double SUBMISSIONS = 60;
    private static final int WARM_UP_SLICES = 60;
    private static final int SLICES = 20;
    private static final int ANSWERS_OF_A_SLICE = 20;
    private static final int SMALL_ANSWERS = 4_000;
    private static final double MOST_OF_LINKS = 15.5;

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        int events = session.sizes.figureEvents();
        int teams = Math.min(MOST_TEAMS, events / EVENTS_OF_A_TEAM);
        session.report.heading("Row 10: figures of %s teams in a ledger of %s events, six quarters interleaved"
                .formatted(Spread.number(teams), Spread.number(events)));
        session.report.line("Measured on a machine shared with other work.");
        session.report.line("");
        try (SqliteStore store =
                new SqliteStore(session.folder("figures"), session.codec, session.clock, session.ids)) {
            ProvinceLedger province = new ProvinceLedger(store.ledger().appender(), session.codec, session.ids);
            double written = seconds(() -> province.write(teams, events));
            session.report.columns("what", "median (least..most)", "unit");
            session.report.row("writing the ledger", Spread.number(events / written, 0), "events/s");
            answers(session, store, province);
            index(session, store, province.teams());
            before(session, store, province.teams());
            submissions(session, store, province.teams());
        }
    }

    private static double seconds(Operation work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Each of some operations in turn, after as many to warm up. */
    private static Spread millis(int count, ThrowingIndex operation) throws Exception {
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < 2 * count; i++) {
            int number = i;
            double seconds = seconds(() -> operation.run(number));
            if (i >= count) {
                each.add(seconds * 1e3);
            }
        }
        return Spread.of(each, millis -> millis);
    }

    @FunctionalInterface
    private interface ThrowingIndex {
        void run(int number) throws Exception;
    }

    private static void answers(BenchmarkRun session, SqliteStore store, ProvinceLedger province) throws Exception {
        List<TeamId> teams = province.teams();
        try (ReadModels models = ReadModels.over(store.ledger(), session.codec, session.clock)) {
            long tail = store.ledger().reader().tail().number();
            double folded = seconds(() -> models.upTo(tail, FOLDING));
            session.report.row("folding of all projections", Spread.number(folded, 0), "s");
            System.gc();
            try (Answers answers = models.answers()) {
                Spread draft = millis(300, number -> answers.get(report(teams, number)));
                Spread figure = millis(300, number -> answers.get(report(teams, number) + "/figures/H05?limit=100"));
                found(session, "draft over HTTP", draft);
                found(session, "events behind a figure over HTTP, 100 records", figure);
                Operation commit = () -> {
                    province.goOn();
                    models.upTo(store.ledger().reader().tail().number(), FOLDING);
                };
                links(session, answers, teams.size(), commit);
                dashboard(session, answers, commit);
            }
        }
    }

    /** The part of links in a small answer, made for each unit after a commit; asked is half of what it was. */
    private static void links(BenchmarkRun session, Answers answers, int units, Operation commit) throws Exception {
        Operation asking = () -> {
            for (int i = 0; i < SMALL_ANSWERS; i++) {
                if (i % units == 0) {
                    commit.run();
                }
                answers.get("/api/units/unit-" + i % units);
            }
        };
        asking.run();
        SampledShare links = SampledShare.of("vn.soto.query.link.", "HttpClient", asking);
        session.report.row(
                "links of a small answer, of %s samples".formatted(Spread.number(links.samples())),
                Spread.number(links.percent(), 1),
                "% of CPU");
        session.report.bar("row 10: links of a small answer", links.percent(), MOST_OF_LINKS, false, "%");
    }

    private static String report(List<TeamId> teams, int number) {
        return "/api/teams/" + teams.get(number % teams.size()) + "/reports/" + QUARTER;
    }

    private static void found(BenchmarkRun session, String what, Spread millis) {
        session.report.row(what, millis.text(1), "ms");
        session.report.bar("row 10: " + what + ", median", millis.median(), MOST_MILLIS, false, "ms");
    }

    /**
     * Processor time of the threads that answer, over some answers that are made, each after a commit, and over the same asked again.
     */
    private static void dashboard(BenchmarkRun session, Answers answers, Operation commit) throws Exception {
        List<Double> made = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        for (int slice = 0; slice < WARM_UP_SLICES + SLICES; slice++) {
            long making = 0;
            long asking = 0;
            for (int i = 0; i < ANSWERS_OF_A_SLICE; i++) {
                commit.run();
                making += cpu(() -> answers.get(DASHBOARD));
                asking += cpu(() -> answers.get(DASHBOARD));
            }
            if (slice >= WARM_UP_SLICES) {
                made.add(making / 1e6 / ANSWERS_OF_A_SLICE);
                again.add(asking / 1e6 / ANSWERS_OF_A_SLICE);
            }
        }
        found(session, "dashboard of the province over HTTP, made", made, MOST_MADE);
        found(session, "dashboard of the province over HTTP, asked again", again, MOST_AGAIN);
    }

    private static void found(BenchmarkRun session, String what, List<Double> each, double most) {
        Spread millis = Spread.of(each, value -> value);
        session.report.row(what, millis.text(1), "ms of CPU");
        session.report.bar("row 10: " + what + ", median", millis.median(), most, false, "ms of CPU");
    }

    private static long cpu(Operation work) throws Exception {
        long before = SERVER.nanos();
        work.run();
        return SERVER.nanos() - before;
    }

    /** The wait of the first report after a start; nothing of the command side's index is there yet. */
    private static void index(BenchmarkRun session, SqliteStore store, List<TeamId> teams) throws Exception {
        double first = seconds(() -> submit(session, store, teams.getFirst(), FIRST_QUARTER));
        session.report.row("command side after a start: the first report handed in", Spread.number(first, 1), "s");
        List<Double> others = new ArrayList<>();
        for (TeamId team : teams.subList(1, Math.min(teams.size(), COLD_TEAMS))) {
            others.add(1e3 * seconds(() -> submit(session, store, team, FIRST_QUARTER)));
        }
        session.report.row(
                "command side after a start: the first report of each other team",
                Spread.of(others, millis -> millis).text(1),
                "ms");
        double seconds = seconds(() -> store.commands().teams().catchUp());
        session.report.row(
                "command side after a start: the other teams read in the background", Spread.number(seconds, 1), "s");
        session.report.row(
                "command side: kept in memory, without the objects around it",
                Spread.number(store.commands().teams().bytes() / 1e6, 1),
                "MB");
    }

    private static void before(BenchmarkRun session, SqliteStore store, List<TeamId> teams) throws Exception {
        FoundingFold fold = new FoundingFold(store.ledger().reader(), session.codec);
        List<Indicators> made = new ArrayList<>();
        Spread before = millis(
                10,
                number -> made.add(fold.figures(teams.get(number % teams.size()), QUARTER, QuarterCalendar.CALENDAR)));
        session.report.row(
                "figures of a team from its founding, " + Spread.number(fold.commits(teams.getFirst()))
                        + " commits one by one",
                before.text(1),
                "ms");
        session.found("figures from the founding", before.median());
    }

    private static void submissions(BenchmarkRun session, SqliteStore store, List<TeamId> teams) throws Exception {
        Spread alone =
                millis(teams.size() / 3, number -> submit(session, store, teams.get(number % teams.size()), QUARTER));
        found(session, "report handed in, one caller", alone);
        session.found("figures from the founding")
                .ifPresent(before -> session.report.row(
                        "figures from the founding, to a whole report handed in",
                        Spread.number(before / alone.median(), 1),
                        "x"));
        List<Double> rates = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            Quarter quarter = new Quarter(2026, number);
            AtomicInteger next = new AtomicInteger();
            Slice slice = new ClosedLoop(
                            store.name(),
                            store.cpu(),
                            () -> submit(session, store, teams.get(next.getAndIncrement()), quarter))
                    .run(CALLERS, new Budget(teams.size(), Duration.ofMinutes(10)));
            rates.add(slice.perSecond());
        }
        Spread rate = Spread.of(rates, value -> value);
        session.report.row("reports of all teams handed in by " + CALLERS + " callers", rate.text(0), "reports/s");
        session.report.bar("row 10: reports handed in", rate.median(), SUBMISSIONS, true, "a second");
    }

    private static void submit(BenchmarkRun session, SqliteStore store, TeamId team, Quarter quarter) {
        store.handle(new Submission(
                new CommandRequest(session.ids.get(), "officer"), new SubmitQuarterlyReport(team, quarter, null)));
    }
}
