package vn.soto.query.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.projection.Documents;
import vn.soto.query.http.ListedPage;
import vn.soto.query.period.Periods;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.report.UnitReportsView.AreaLine;
import vn.soto.query.report.UnitReportsView.TeamReport;
import vn.soto.query.report.UnitReportsView.UnitReportLine;
import vn.soto.query.subject.IdKind;
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
record ReportProgress(
        Documents documents,
        TeamsOfQuarter working,
        Teams teams,
        Units units,
        Periods periods,
        Reports reports,
        Recipients recipients,
        UnitReportLines unitReports) {

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
     * The reports of an area.
     *
     * @param teams  of its teams, by name
     * @param units  of the units below it that have teams or a report of their own, from the top down, then by name
     * @param direct the units directly in it that teams report through, by name; none in a commune
     */
    record AreaReports(
            ProgressQuery asked, List<PlacedReport> teams, List<UnitReportLine> units, List<UnitOnDay> direct) {}

    /** Throws the problem of an absent unit, and of one that had ended before the quarter and leads to others. */
    AreaReports there(String unit, Quarter quarter, LocalDate today, long asOf) {
        AreaReports found = area(unit, quarter, today, asOf);
        if (found.teams.isEmpty() && found.units.isEmpty()) {
            working.checkThere(unit, found.asked.days, today, asOf);
        }
        return found;
    }

    /** The same of a unit that had ended, too: it has none. Throws the problem of an absent unit. */
    AreaReports area(String unit, Quarter quarter, LocalDate today, long asOf) {
        UnitOnDay found = units.find(unit, today, asOf).orElseThrow(() -> QueryProblemException.absent("unit", unit));
        ApplicablePeriods applying = periods.applying(List.of(unit), asOf);
        ProgressQuery asked =
                new ProgressQuery(found, applying.days(quarter), periods.dueOn(applying, quarter, asOf), today, asOf);
        List<PlacedReport> teams = placed(asked);
        Map<String, UnitOnDay> direct = new TreeMap<>();
        teams.forEach(each -> each.below(unit).stream().findFirst().ifPresent(area -> direct.put(area.id(), area)));
        return new AreaReports(
                asked,
                teams,
                below(teams, asked),
                VietnameseOrder.sorted(direct.values(), UnitOnDay::name, UnitOnDay::id));
    }

    /** @param shown which of the teams' reports it tells */
    UnitReportsView of(AreaReports area, ListedPage.Bounds shown) {
        ProgressQuery asked = area.asked;
        List<PlacedReport> teams = area.teams;
        ReportAuthorities authorities = new ReportAuthorities(asked.unit, asked.today);
        teams.forEach(authorities::team);
        area.units.forEach(authorities::unit);
        long submitted = teams.stream().filter(PlacedReport::submitted).count();
        ListedPage<TeamReport> page = ListedPage.of(teams, shown)
                .with(reports -> reports.stream()
                        .map(each -> each.view(isUndecided(each, asked)))
                        .toList());
        return new UnitReportsView(
                new UnitId(asked.id()),
                asked.quarter().toString(),
                submitted,
                teams.stream().filter(PlacedReport::late).count(),
                teams.size() - submitted,
                page.items(),
                page.next(),
                asked.dueOn,
                ReportTotals.of(teams, asked.today),
                asked.unit.kind().residential() ? null : unitReports.of(asked.unit, asked),
                area.units,
                ReportTotals.of(area.units, asked.today),
                areas(area),
                text(teams, asked),
                authorities.levels(),
                authorities.authorities(),
                AuthorityText.of(asked.quarter().toString(), asked.unit.name(), authorities.authorities()));
    }

    private List<PlacedReport> placed(ProgressQuery asked) {
        Map<String, String> names = new HashMap<>(working.reporting(asked.unit, asked.days, asked.today, asked.asOf));
        names.keySet().retainAll(Reader.current().rows(EndpointRight.FIGURES, asked.id(), IdKind.TEAM, names.keySet()));
        Map<String, String> ids = names.keySet().stream()
                .collect(Collectors.toMap(
                        team -> team, team -> new ReportId(new TeamId(team), asked.quarter()).toString()));
        Map<String, Report> found = Report.find(ids.values(), documents, asked.asOf);
        Map<String, TeamCard> cards = teams.find(names.keySet(), asked.asOf);
        Reports.PresentCounts present = reports.present(asked.quarter(), asked.asOf);
        Lines above = new Lines(asked);
        List<PlacedReport> placed = names.entrySet().stream()
                .map(team -> {
                    Report report = Optional.ofNullable(found.get(ids.get(team.getKey())))
                            .orElseGet(() -> Report.none(team.getKey()));
                    TeamCard card = Objects.requireNonNull(cards.get(team.getKey()));
                    List<UnitOnDay> line = above.of(report, card);
                    return new PlacedReport(
                            team.getKey(),
                            team.getValue(),
                            card.offices().leader(),
                            report,
                            line,
                            above.earlier(report, line),
                            asked.dueOn,
                            asked.today,
                            () -> differing(team.getKey(), card, report, present));
                })
                .toList();
        return VietnameseOrder.sorted(placed, PlacedReport::name, PlacedReport::team);
    }

    /** Compared with the version accepted last, or the latest; empty for a draft. */
    private static OptionalInt differing(String team, TeamCard card, Report report, Reports.PresentCounts present) {
        return report.acceptance()
                .map(accepted -> report.version(accepted.version()).orElseThrow())
                .or(report::latest)
                .map(version -> OptionalInt.of(present.differing(team, card, version)))
                .orElse(OptionalInt.empty());
    }

    /** The units above reports, each found once. */
    private final class Lines {

        private final ProgressQuery asked;
        private final Map<String, List<UnitOnDay>> known = new HashMap<>();

        Lines(ProgressQuery asked) {
            this.asked = asked;
        }

        /**
         * The units above the recipient in the latest version; for a draft those above the commune of the team's area
         * today, if in the unit. Otherwise, as for a version without a recipient, they are those of the quarter's last
         * day.
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

    /**
     * Whether the accepting commune has ended with several successors, none of which has the team's area yet, and no
     * report of it includes this one.
     */
    boolean isUndecided(PlacedReport report, ProgressQuery asked) {
        return report.recipient()
                        .map(UnitOnDay::id)
                        .filter(commune -> units.find(commune, asked.today, asked.asOf)
                                .filter(unit -> !unit.inForce())
                                .isPresent())
                        .filter(commune -> !units.lineage(List.of(commune), asked.today, asked.asOf)
                                .of(new UnitId(commune))
                                .decided())
                        .isPresent()
                && !isPlaced(report.team(), asked)
                && !unitReports.isWithAnother(
                        Reporter.of(new TeamId(report.team())), asked.id(), asked.quarter(), asked.asOf);
    }

    /**
     * The commune that takes a team's report in. If the recipient has ended and nobody has the report in its own, that
     * is the one in which the team lies today.
     */
    Optional<String> taker(PlacedReport report, ProgressQuery asked) {
        Optional<String> recipient = report.recipient().map(UnitOnDay::id);
        boolean free = report.submitted()
                && recipient
                        .flatMap(unit -> units.find(unit, asked.today, asked.asOf))
                        .filter(UnitOnDay::inForce)
                        .isEmpty()
                && !unitReports.isWithOne(Reporter.of(new TeamId(report.team())), asked.quarter(), asked.asOf);
        return free
                ? teams.find(report.team(), asked.asOf)
                        .flatMap(card -> recipients.of(card, asked.days, asked.today, asked.asOf))
                        .map(to -> to.unit().value())
                : recipient;
    }

    /** Whether the team's area lies in a commune that is in force today. */
    private boolean isPlaced(String team, ProgressQuery asked) {
        return teams.find(team, asked.asOf)
                .flatMap(card -> recipients.of(card, asked.days, asked.today, asked.asOf))
                .flatMap(recipient -> units.find(recipient.unit().value(), asked.today, asked.asOf))
                .filter(UnitOnDay::inForce)
                .isPresent();
    }

    /** The units below that have teams or a report of their own, from the top down. */
    private List<UnitReportLine> below(List<PlacedReport> placed, ProgressQuery asked) {
        Map<String, UnitOnDay> found = new LinkedHashMap<>();
        placed.forEach(each -> each.everBelow(asked.id()).forEach(unit -> found.putIfAbsent(unit.id(), unit)));
        List<UnitReportLine> lines = VietnameseOrder.sorted(
                found.values().stream().map(unit -> unitReports.of(unit, asked)).toList(),
                line -> line.unit().name(),
                line -> line.unit().unit().value());
        return lines.stream()
                .sorted(Comparator.comparing(line -> line.unit().kind(), UnitKind.TOP_DOWN))
                .toList();
    }

    private static List<AreaLine> areas(AreaReports area) {
        String unit = area.asked.id();
        Map<String, List<PlacedReport>> reports = area.teams.stream()
                .filter(each -> !each.below(unit).isEmpty())
                .collect(Collectors.groupingBy(
                        each -> each.below(unit).getFirst().id()));
        return area.direct.stream()
                .map(each -> new AreaLine(
                        UnitLine.of(each),
                        ReportTotals.of(reports.getOrDefault(each.id(), List.of()), area.asked.today)))
                .toList();
    }

    /** Above communes a team's name alone does not tell which it is. */
    private static String text(List<PlacedReport> reports, ProgressQuery asked) {
        ReportTotals totals = ReportTotals.of(reports, asked.today);
        boolean over = asked.today.isAfter(asked.dueOn);
        return new ProgressText(
                        asked.quarter().toString(), asked.unit.name(), asked.dueOn, totals.accepted(), totals.reports())
                .list(over ? "Quá hạn, chưa nộp" : "Chưa nộp", names(reports, ReportState.DRAFT, asked))
                .list("Bị trả lại, cần nộp lại", names(reports, ReportState.RETURNED, asked))
                .list("Đã nộp, chờ tiếp nhận", names(reports, ReportState.WAITING, asked))
                .toString();
    }

    private static List<String> names(List<PlacedReport> reports, ReportState state, ProgressQuery asked) {
        return reports.stream()
                .filter(each -> each.state() == state)
                .map(each -> asked.unit.kind().communal()
                                || asked.unit.kind().residential()
                                || each.line().isEmpty()
                        ? each.name()
                        : each.name() + " (" + each.line().getLast().name() + ")")
                .toList();
    }
}
