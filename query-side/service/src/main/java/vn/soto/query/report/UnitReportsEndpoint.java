package vn.soto.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Today;
import vn.soto.query.http.VietnameseOrder;
import vn.soto.query.link.IdKind;
import vn.soto.query.reading.Reader;
import vn.soto.query.team.TeamsOfQuarter;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers which teams of a unit have submitted their reports of a quarter. */
@RestController
final class UnitReportsEndpoint {

    private final QueryExecutor queries;
    private final Documents documents;
    private final TeamsOfQuarter teams;
    private final QuarterCalendar calendar;
    private final Today today;

    UnitReportsEndpoint(
            QueryExecutor queries, Documents documents, TeamsOfQuarter teams, QuarterCalendar calendar, Today today) {
        this.queries = queries;
        this.documents = documents;
        this.teams = teams;
        this.calendar = calendar;
        this.today = today;
    }

    /**
     * @param submitted number of teams with a submitted report
     * @param late      number of those whose first version was late
     * @param missing   number of teams without one
     * @param reports   a line for each team that worked in the unit in the quarter, by name
     */
    record UnitReports(
            String unit, String quarter, long submitted, long late, long missing, List<TeamReport> reports) {}

    /** The latest submission of a report; the report itself has its reason. */
    record Latest(int version, long commit, Instant at, String by) {}

    /**
     * @param latest latest version; absent, like {@code figures}, for a team without one
     * @param late   whether the first version was late
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TeamReport(
            String team,
            String name,
            ReportView.Status status,
            boolean late,
            @Nullable Latest latest,
            @Nullable List<Figure> figures) {

        static TeamReport of(String team, String name, List<Report.Version> versions) {
            if (versions.isEmpty()) {
                return new TeamReport(team, name, ReportView.Status.DRAFT, false, null, null);
            }
            Report.Version latest = versions.getLast();
            return new TeamReport(
                    team,
                    name,
                    ReportView.Status.SUBMITTED,
                    versions.getFirst().late(),
                    new Latest(latest.version(), latest.commit(), latest.at(), latest.submittedBy()),
                    latest.figures());
        }
    }

    /** Without {@code quarter}, the current quarter. */
    @Requires(value = EndpointRight.FIGURES, of = "unit", part = true)
    @GetMapping("/api/units/{unit}/reports")
    Mono<QueryAnswer<UnitReports>> reports(
            QueryContext context, @PathVariable String unit, @RequestParam Optional<Quarter> quarter) {
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            Quarter asked = quarter.orElseGet(() -> calendar.of(day));
            TeamsOfQuarter.Work work = teams.of(unit, asked, day, asOf);
            Set<String> seen = Reader.current()
                    .rows(EndpointRight.FIGURES, unit, IdKind.TEAM, work.teams().keySet());
            List<TeamReport> lines = lines(work, asked, asOf).stream()
                    .filter(line -> seen.contains(line.team()))
                    .toList();
            long submitted = lines.stream().filter(line -> line.latest != null).count();
            return new UnitReports(
                    unit,
                    asked.toString(),
                    submitted,
                    lines.stream().filter(TeamReport::late).count(),
                    lines.size() - submitted,
                    lines);
        });
    }

    private List<TeamReport> lines(TeamsOfQuarter.Work work, Quarter quarter, long asOf) {
        Map<String, String> ids = work.teams().keySet().stream()
                .collect(Collectors.toMap(team -> team, team -> new ReportId(new TeamId(team), quarter).toString()));
        Map<String, Report> found = documents.find(Report.KIND, ids.values());
        List<TeamReport> lines = work.teams().entrySet().stream()
                .map(team -> TeamReport.of(
                        team.getKey(),
                        team.getValue(),
                        Optional.ofNullable(found.get(ids.getOrDefault(team.getKey(), "")))
                                .map(report -> report.asOf(asOf).versions())
                                .orElse(List.of())))
                .toList();
        return VietnameseOrder.sorted(lines, TeamReport::name, TeamReport::team);
    }
}
