package vn.soto.query.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.projection.Documents;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.link.IdKind;
import vn.soto.query.period.Periods;
import vn.soto.query.reading.Reader;
import vn.soto.query.report.UnitReportsView.Acceptance;
import vn.soto.query.report.UnitReportsView.AreaLine;
import vn.soto.query.report.UnitReportsView.Latest;
import vn.soto.query.report.UnitReportsView.TeamReport;
import vn.soto.query.report.UnitReportsView.UnitReportLine;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;
import vn.soto.query.team.TeamsOfQuarter;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;
import vn.soto.web.VietnameseOrder;

/** Makes overviews of where the reports of a unit stand. */
@Component
final class ReportProgress {

    private final Documents documents;
    private final TeamsOfQuarter working;
    private final Teams teams;
    private final Units units;
    private final Periods periods;
    private final Reports reports;
    private final Recipients recipients;
    private final UnitReportLines unitReports;

    ReportProgress(
            Documents documents,
            TeamsOfQuarter working,
            Teams teams,
            Units units,
            Periods periods,
            Reports reports,
            Recipients recipients,
            UnitReportLines unitReports) {
        this.documents = documents;
        this.working = working;
        this.teams = teams;
        this.units = units;
        this.periods = periods;
        this.reports = reports;
        this.recipients = recipients;
        this.unitReports = unitReports;
    }

    /**
     * A question about a unit.
     *
     * @param days  of the quarter, by the periods of the unit's authority
     * @param dueOn last day on which a team's report is in time
     */
    record ProgressQuery(UnitOnDay unit, QuarterDays days, LocalDate dueOn, LocalDate today, long asOf) {

        Quarter quarter() {
            return days.quarter();
        }

        String id() {
            return unit.id();
        }
    }

    /**
     * @param line    units above the team's report, the topmost first; its last is the commune that accepts it
     * @param earlier the same of each commune to which an earlier version was submitted and that has reported since
     */
    private record Placed(TeamReport report, List<UnitOnDay> line, List<List<UnitOnDay>> earlier) {

        /** The units of the line below a unit. */
        List<UnitOnDay> below(String unit) {
            return below(unit, line);
        }

        /** The same with those that the report was submitted to before. */
        Stream<UnitOnDay> everBelow(String unit) {
            return Stream.concat(Stream.of(line), earlier.stream()).flatMap(each -> below(unit, each).stream());
        }

        private static List<UnitOnDay> below(String unit, List<UnitOnDay> line) {
            List<String> ids = line.stream().map(UnitOnDay::id).toList();
            return ids.contains(unit) ? line.subList(ids.indexOf(unit) + 1, line.size()) : List.of();
        }
    }

    UnitReportsView of(String unit, Quarter quarter, LocalDate today, long asOf) {
        UnitOnDay found = units.find(unit, today, asOf).orElseThrow(() -> QueryProblemException.absent("unit", unit));
        Periods.Authority authority = periods.authority(List.of(unit), quarter, asOf);
        ProgressQuery asked = new ProgressQuery(
                found,
                authority.periods().days(quarter, periods.initial()),
                periods.dueOn(authority.periods(), quarter, today, asOf),
                today,
                asOf);
        List<Placed> placed = placed(asked);
        List<TeamReport> lines = placed.stream().map(Placed::report).toList();
        List<UnitReportLine> below = below(placed, asked);
        ReportAuthorities authorities = new ReportAuthorities(found, today);
        placed.forEach(each -> authorities.team(each.report, each.line));
        below.forEach(authorities::unit);
        long submitted = lines.stream().filter(line -> line.latest() != null).count();
        return new UnitReportsView(
                unit,
                quarter.toString(),
                submitted,
                lines.stream().filter(TeamReport::late).count(),
                lines.size() - submitted,
                lines,
                asked.dueOn,
                ReportTotals.of(lines, today),
                found.kind().residential() ? null : unitReports.of(found, asked),
                below,
                ReportTotals.of(below, today),
                areas(placed, asked),
                text(placed, asked),
                authorities.levels(),
                authorities.authorities(),
                AuthorityText.of(quarter.toString(), found.name(), authorities.authorities()));
    }

    private List<Placed> placed(ProgressQuery asked) {
        Map<String, String> names = new HashMap<>(working.reporting(asked.unit, asked.days, asked.today, asked.asOf));
        names.keySet().retainAll(Reader.current().rows(EndpointRight.FIGURES, asked.id(), IdKind.TEAM, names.keySet()));
        Map<String, String> ids = names.keySet().stream()
                .collect(Collectors.toMap(
                        team -> team, team -> new ReportId(new TeamId(team), asked.quarter()).toString()));
        Map<String, Report> found = documents.find(Report.KIND, ids.values());
        Map<String, TeamCard> cards = teams.find(names.keySet(), asked.asOf);
        Reports.PresentCounts present = reports.present(asked.quarter(), asked.asOf);
        Lines above = new Lines(asked);
        List<Placed> placed = names.entrySet().stream()
                .map(team -> {
                    Report report = Optional.ofNullable(found.get(ids.get(team.getKey())))
                            .orElseGet(() -> Report.none(team.getKey()))
                            .asOf(asked.asOf);
                    TeamCard card = Objects.requireNonNull(cards.get(team.getKey()));
                    List<UnitOnDay> line = above.of(report, card);
                    return new Placed(
                            line(team.getKey(), card, team.getValue(), report, line, present, asked),
                            line,
                            above.earlier(report, line));
                })
                .toList();
        return VietnameseOrder.sorted(placed, each -> each.report.name(), each -> each.report.team());
    }

    /** The units above reports, each found once. */
    private final class Lines {

        private final ProgressQuery asked;
        private final Map<String, List<UnitOnDay>> known = new HashMap<>();

        Lines(ProgressQuery asked) {
            this.asked = asked;
        }

        /**
         * Above the recipient that the latest version names; for a draft above the commune in which the team's area lies today, if that
         * is in the unit, and else, as for a version from before there were recipients, on the quarter's last day.
         */
        List<UnitOnDay> of(Report report, TeamCard card) {
            Optional<List<UnitOnDay>> named = report.latest()
                    .map(Report.Version::recipient)
                    .map(Recipient::unit)
                    .map(unit -> above(unit.value()));
            Optional<List<UnitOnDay>> today = report.versions().isEmpty() ? on(asked.today, card) : Optional.empty();
            return Stream.of(named, today, on(asked.days.lastDay(), card))
                    .flatMap(Optional::stream)
                    .filter(line -> line.stream().anyMatch(unit -> unit.id().equals(asked.id())))
                    .findFirst()
                    .or(() -> named)
                    .orElse(List.of());
        }

        /** Above the communes that have reported what an earlier version says, and may amend that though they are there no more. */
        List<List<UnitOnDay>> earlier(Report report, List<UnitOnDay> line) {
            return report.recipients()
                    .distinct()
                    .filter(unit -> line.stream().noneMatch(each -> each.id().equals(unit)))
                    .filter(unit -> !unitReports
                            .report(unit, asked.quarter(), asked.asOf)
                            .versions()
                            .isEmpty())
                    .map(this::above)
                    .toList();
        }

        private Optional<List<UnitOnDay>> on(LocalDate day, TeamCard card) {
            return recipients
                    .of(card, asked.days, day, asked.asOf)
                    .map(recipient -> above(recipient.unit().value()));
        }

        /** The unit and those above it, today or on its last day. */
        private List<UnitOnDay> above(String commune) {
            return known.computeIfAbsent(commune, id -> {
                LocalDate day = units.find(id, asked.today, asked.asOf)
                        .map(unit -> unit.lastDayBy(asked.today))
                        .orElse(asked.today);
                return units.find(id, day, asked.asOf).stream()
                        .flatMap(
                                unit -> Stream.concat(units.ancestors(unit, day, asked.asOf).stream(), Stream.of(unit)))
                        .toList();
            });
        }
    }

    private TeamReport line(
            String team,
            TeamCard card,
            String name,
            Report report,
            List<UnitOnDay> line,
            Reports.PresentCounts present,
            ProgressQuery asked) {
        Optional<Report.Version> version = report.latest();
        Report.@Nullable Version latest = version.isPresent() ? version.get() : null;
        Acceptance accepted = Acceptance.of(report.acceptance(), report::hash);
        return new TeamReport(
                team,
                name,
                latest == null ? ReportView.Status.DRAFT : ReportView.Status.SUBMITTED,
                latest != null && report.versions().getFirst().late(),
                latest == null
                        ? null
                        : new Latest(latest.version(), latest.commit(), latest.at(), latest.submittedBy()),
                latest == null ? null : latest.figures(),
                report.state(),
                latest == null || latest.dueOn() == null ? asked.dueOn : latest.dueOn(),
                latest == null ? null : latest.hash(),
                line.isEmpty() ? null : line.getLast().id(),
                isUndecided(team, line, asked) ? true : null,
                report.waiting(asked.today),
                accepted,
                latest == null
                        ? null
                        : (Integer) present.differing(
                                team,
                                card,
                                accepted == null
                                        ? latest
                                        : report.version(accepted.version()).orElseThrow()));
    }

    /** Whether the commune that accepts it has ended and its parts went to several units, and no report of it has this one. */
    private boolean isUndecided(String team, List<UnitOnDay> line, ProgressQuery asked) {
        if (line.isEmpty()) {
            return false;
        }
        String commune = line.getLast().id();
        return units.find(commune, asked.today, asked.asOf)
                        .filter(unit -> !unit.inForce())
                        .isPresent()
                && !units.lineage(List.of(commune), asked.today, asked.asOf)
                        .of(new UnitId(commune))
                        .decided()
                && !unitReports.isWithAnother(Reporter.of(new TeamId(team)), asked.id(), asked.quarter(), asked.asOf);
    }

    /** The units below that have teams or a report of their own, from the top down. */
    private List<UnitReportLine> below(List<Placed> placed, ProgressQuery asked) {
        Map<String, UnitOnDay> found = new LinkedHashMap<>();
        placed.forEach(each -> each.everBelow(asked.id()).forEach(unit -> found.putIfAbsent(unit.id(), unit)));
        List<UnitReportLine> lines = VietnameseOrder.sorted(
                found.values().stream().map(unit -> unitReports.of(unit, asked)).toList(),
                line -> line.unit().name(),
                line -> line.unit().unit());
        return lines.stream()
                .sorted(Comparator.comparing(line -> line.unit().kind(), UnitKind.TOP_DOWN))
                .toList();
    }

    private static List<AreaLine> areas(List<Placed> placed, ProgressQuery asked) {
        Map<String, UnitOnDay> areas = new TreeMap<>();
        Map<String, List<TeamReport>> reports = new HashMap<>();
        for (Placed each : placed) {
            each.below(asked.id()).stream().findFirst().ifPresent(area -> {
                areas.put(area.id(), area);
                reports.computeIfAbsent(area.id(), id -> new ArrayList<>()).add(each.report);
            });
        }
        List<AreaLine> lines = areas.values().stream()
                .map(area -> new AreaLine(
                        UnitLine.of(area), ReportTotals.of(reports.getOrDefault(area.id(), List.of()), asked.today)))
                .toList();
        return VietnameseOrder.sorted(
                lines, line -> line.unit().name(), line -> line.unit().unit());
    }

    /** Above communes a team's name alone does not tell which it is. */
    private static String text(List<Placed> placed, ProgressQuery asked) {
        Collection<TeamReport> reports = placed.stream().map(Placed::report).toList();
        ReportTotals totals = ReportTotals.of(reports, asked.today);
        boolean over = asked.today.isAfter(asked.dueOn);
        return new ProgressText(
                        asked.quarter().toString(), asked.unit.name(), asked.dueOn, totals.accepted(), totals.reports())
                .list(over ? "Quá hạn, chưa nộp" : "Chưa nộp", names(placed, ReportState.DRAFT, asked))
                .list("Bị trả lại, cần nộp lại", names(placed, ReportState.RETURNED, asked))
                .list("Đã nộp, chờ tiếp nhận", names(placed, ReportState.WAITING, asked))
                .toString();
    }

    private static List<String> names(List<Placed> placed, ReportState state, ProgressQuery asked) {
        return placed.stream()
                .filter(each -> each.report.state() == state)
                .map(each -> asked.unit.kind().communal() || asked.unit.kind().residential() || each.line.isEmpty()
                        ? each.report.name()
                        : each.report.name() + " (" + each.line.getLast().name() + ")")
                .toList();
    }
}
