package vn.soto.query.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Documents;
import vn.soto.query.access.AccountRights;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.report.ReorganisationView.EndedRight;
import vn.soto.query.report.ReorganisationView.OpenReport;
import vn.soto.query.report.ReorganisationView.OutdatedTeam;
import vn.soto.query.report.ReportProgress.AreaReports;
import vn.soto.query.report.UnitReportsView.UnitReportLine;
import vn.soto.query.subject.IdKind;
import vn.soto.query.team.TeamOnDay;
import vn.soto.query.team.Teams;
import vn.soto.query.unit.Undecided;
import vn.soto.query.unit.UndecidedView;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;
import vn.soto.web.VietnameseOrder;

/** Finds what is left to do of reorganisations. */
@Component
record Reorganisations(
        Documents documents,
        Units units,
        Undecided undecided,
        Teams teams,
        AccountRights accounts,
        ReportProgress progress,
        UnitPeriods periods) {

    private static final Set<ReportState> OPEN = Set.of(ReportState.WAITING, ReportState.RETURNED);

    ReorganisationView left(String unit, LocalDate day, long asOf) {
        UnitOnDay asked = units.find(unit, day, asOf).orElseThrow(() -> QueryProblemException.absent("unit", unit));
        Map<String, UnitOnDay> ended =
                units.ended(unit, day, asOf).stream().collect(Collectors.toMap(UnitOnDay::id, Function.identity()));
        Set<OpenReport> boundaries = new HashSet<>();
        List<OpenReport> open = quarters(unit, ended.keySet(), day, asOf).stream()
                .flatMap(quarter -> reports(unit, quarter, ended.keySet(), boundaries, day, asOf))
                .toList();
        List<EndedRight> rights = rights(ended, day, asOf);
        List<UnitLine> recipients = recipients(ended.values(), day, asOf);
        List<OutdatedTeam> outdated = teams(unit, ended.keySet(), day, asOf);
        List<UndecidedView.Entry> households =
                undecided.find(unit, day, asOf).map(UndecidedView::entries).orElse(List.of());
        return new ReorganisationView(
                UnitLine.of(asked),
                day,
                rights.size()
                        + recipients.size()
                        + open.size()
                        + boundaries.size()
                        + outdated.size()
                        + households.size(),
                rights,
                recipients,
                open,
                sorted(boundaries),
                outdated,
                households);
    }

    private static List<OpenReport> sorted(Collection<OpenReport> reports) {
        return VietnameseOrder.sorted(reports, OpenReport::name, OpenReport::quarter);
    }

    private List<EndedRight> rights(Map<String, UnitOnDay> ended, LocalDate day, long asOf) {
        return accounts.grantedOn(ended.keySet(), day, asOf)
                .filter(granted -> Reader.current().reaches(EndpointRight.ACCOUNTS, IdKind.ACCOUNT, granted.account()))
                .flatMap(granted -> Stream.ofNullable(ended.get(granted.unit()))
                        .map(unit -> new EndedRight(
                                granted.account(),
                                granted.role(),
                                granted.grant(),
                                UnitLine.of(unit),
                                unit.lastDayBy(day).plusDays(1))))
                .sorted(Comparator.comparing(EndedRight::account).thenComparing(EndedRight::grant))
                .toList();
    }

    /** Those of communes and what is above: hamlets accept no reports. */
    private List<UnitLine> recipients(Collection<UnitOnDay> ended, LocalDate day, long asOf) {
        if (accounts.isAnyOfficerEverywhere(day, asOf)) {
            return List.of();
        }
        List<String> successors = ended.stream()
                .filter(unit -> !unit.kind().residential())
                .flatMap(unit -> unit.successors().stream())
                .distinct()
                .toList();
        return VietnameseOrder.sorted(
                units.find(successors, day, asOf).values().stream()
                        .filter(UnitOnDay::inForce)
                        .filter(unit -> !accounts.isAnyToApproveIn(Set.of(unit.id()), day, asOf))
                        .map(UnitLine::of)
                        .toList(),
                UnitLine::name,
                unit -> unit.unit().value());
    }

    /**
     * The quarters of reports that are open at an ended unit, and of reports due now: the quarter of the day and the
     * one before.
     */
    private Set<Quarter> quarters(String unit, Set<String> ended, LocalDate day, long asOf) {
        Set<Quarter> quarters = OpenReports.ROWS.find(ended, documents).values().stream()
                .flatMap(reports -> OpenReports.quarters(reports, asOf))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!ended.isEmpty()) {
            Quarter now = periods.of(unit, Optional.empty(), Optional.empty(), day, asOf)
                    .quarter();
            quarters.addAll(List.of(now.previous(), now));
        }
        return quarters;
    }

    private Stream<OpenReport> reports(
            String unit, Quarter quarter, Set<String> ended, Set<OpenReport> boundaries, LocalDate day, long asOf) {
        AreaReports area = progress.area(unit, quarter, day, asOf);
        Map<Boolean, List<PlacedReport>> undecidedReports = area.teams().stream()
                .filter(report ->
                        report.recipient().filter(to -> ended.contains(to.id())).isPresent())
                .collect(Collectors.partitioningBy(report -> progress.isUndecided(report, area.asked())));
        undecidedReports.getOrDefault(true, List.of()).stream()
                .map(report -> of(report, quarter))
                .forEach(boundaries::add);
        Stream<OpenReport> ofTeams = undecidedReports.getOrDefault(false, List.of()).stream()
                .filter(report -> OPEN.contains(report.state()))
                .map(report -> of(report, quarter));
        Stream<OpenReport> ofUnits = area.units().stream()
                .filter(line -> isOpen(line, ended))
                .map(line -> new OpenReport(
                        quarter.toString(),
                        null,
                        line.unit().unit(),
                        line.unit().name(),
                        line.state(),
                        line.recipient()));
        return Stream.concat(ofTeams, ofUnits);
    }

    /** A unit that has ended submits nothing for the first time. */
    private static boolean isOpen(UnitReportLine line, Set<String> ended) {
        return OPEN.contains(line.state())
                && (ended.contains(line.unit().unit().value())
                        || (line.recipient() != null
                                && ended.contains(line.recipient().value())));
    }

    private static OpenReport of(PlacedReport report, Quarter quarter) {
        return new OpenReport(
                quarter.toString(),
                new TeamId(report.team()),
                null,
                report.name(),
                report.state(),
                report.recipient().map(to -> new UnitId(to.id())).orElse(null));
    }

    private List<OutdatedTeam> teams(String unit, Set<String> ended, LocalDate day, long asOf) {
        Set<String> working = teams.covering(units.within(unit, day, asOf), asOf, day).values().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        return VietnameseOrder.sorted(
                teams.on(working, day, asOf).entrySet().stream()
                        .filter(team -> team.getValue().status() == TeamOnDay.Status.ACTIVE
                                && team.getValue().coverage().stream()
                                        .map(UnitId::value)
                                        .anyMatch(ended::contains))
                        .map(team -> new OutdatedTeam(
                                new TeamId(team.getKey()),
                                team.getValue().card().name(),
                                team.getValue().coverage()))
                        .toList(),
                OutdatedTeam::name,
                team -> team.team().value());
    }
}
