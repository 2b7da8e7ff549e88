package vn.soto.query.report;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.MissingPart;
import vn.soto.contracts.report.ReportConsolidation;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.report.ReportPart;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.report.UnitReportId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Documents;
import vn.soto.query.period.Periods;
import vn.soto.query.report.Report.Judgment;
import vn.soto.query.report.UnitReportsView.Acceptance;
import vn.soto.query.report.UnitReportsView.Latest;
import vn.soto.query.report.UnitReportsView.UnitReportLine;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.UnitOnDay;

/** The states of the reports of units. */
@Component
record UnitReportLines(Documents documents, Periods periods) {

    private Report report(TeamId team, Quarter quarter, long asOf) {
        return Report.find(new ReportId(team, quarter).toString(), documents, asOf);
    }

    ConsolidatedReport report(String unit, Quarter quarter, long asOf) {
        String id = new UnitReportId(new UnitId(unit), quarter).toString();
        return ConsolidatedReport.find(id, documents, asOf);
    }

    UnitReportLine of(UnitOnDay unit, ReportProgress.ProgressQuery asked) {
        ConsolidatedReport report = report(unit.id(), asked.quarter(), asked.asOf());
        Optional<ConsolidatedReport.Version> version = report.latest();
        ConsolidatedReport.@Nullable Version latest = version.isPresent() ? version.get() : null;
        Optional<Judgment> accepted = report.acceptance();
        return new UnitReportLine(
                UnitLine.of(unit),
                report.state(),
                latest != null && latest.late(),
                latest == null ? dueOn(unit, asked) : latest.dueOn(),
                latest == null
                        ? null
                        : new Latest(latest.version(), latest.commit(), latest.at(), latest.submittedBy()),
                latest == null ? null : latest.hash(),
                latest == null ? null : latest.recipient(),
                report.waiting(asked.today()),
                Acceptance.of(accepted, report::hash),
                latest == null
                        ? null
                        : (Integer) changed(
                                        accepted.flatMap(judgment -> report.version(judgment.version()))
                                                .orElse(latest),
                                        asked.quarter(),
                                        asked.asOf())
                                .size());
    }

    private LocalDate dueOn(UnitOnDay unit, ReportProgress.ProgressQuery asked) {
        return ReportConsolidation.dueOn(unit.kind(), asked.dueOn(), periods.workingDays(asked.dueOn(), asked.asOf()));
    }

    /**
     * The reports below whose accepted version now differs from the one, or none, in a version. Reports below the
     * included reports of units count too, because their gaps do not reach the sum either.
     */
    Set<Reporter> changed(ConsolidatedReport.Version version, Quarter quarter, long asOf) {
        List<Reporter> all = Stream.concat(
                        version.content().parts().stream().map(ReportPart::reporter),
                        version.content().missing().stream().map(MissingPart::reporter))
                .toList();
        Set<Reporter> same = version.content().parts().stream()
                .filter(part -> accepted(part.reporter(), quarter, asOf).equals(Optional.of(part.version())))
                .map(ReportPart::reporter)
                .collect(Collectors.toSet());
        version.content().missing().stream()
                .map(MissingPart::reporter)
                .filter(reporter -> accepted(reporter, quarter, asOf).isEmpty())
                .forEach(same::add);
        Set<Reporter> changed = new HashSet<>(all);
        changed.removeAll(same);
        version.content().parts().stream()
                .filter(part -> same.contains(part.reporter()))
                .map(part -> changed(part, quarter, asOf))
                .forEach(changed::addAll);
        return changed;
    }

    /** The same below a report that a version adds up; none below that of a team. */
    Set<Reporter> changed(ReportPart part, Quarter quarter, long asOf) {
        return part.reporter().unit().stream()
                .flatMap(unit -> report(unit.value(), quarter, asOf).version(part.version()).stream())
                .flatMap(version -> changed(version, quarter, asOf).stream())
                .collect(Collectors.toSet());
    }

    /** How many reports below one that a version adds up, at every level, are in it in no version. */
    int lacking(ReportPart part, Quarter quarter, long asOf) {
        return part.reporter().unit().stream()
                .flatMap(unit -> report(unit.value(), quarter, asOf).version(part.version()).stream())
                .mapToInt(version -> version.content().missing().size()
                        + version.content().parts().stream()
                                .mapToInt(below -> lacking(below, quarter, asOf))
                                .sum())
                .sum();
    }

    /** Whether a report stays with another unit, which it was submitted to and which has it in its own report. */
    boolean isWithAnother(Reporter reporter, String unit, Quarter quarter, long asOf) {
        return named(reporter, quarter, asOf)
                .filter(other -> !other.equals(unit))
                .distinct()
                .anyMatch(other -> has(other, reporter, quarter, asOf));
    }

    /** Whether a report stays with a unit to which it was submitted. */
    boolean isWithOne(Reporter reporter, Quarter quarter, long asOf) {
        return named(reporter, quarter, asOf).distinct().anyMatch(unit -> has(unit, reporter, quarter, asOf));
    }

    /** Whether a version of a unit's report has the report in it. */
    boolean has(String unit, Reporter reporter, Quarter quarter, long asOf) {
        return report(unit, quarter, asOf).versions().stream()
                .flatMap(version -> version.content().parts().stream())
                .anyMatch(part -> part.reporter().equals(reporter));
    }

    private Stream<String> named(Reporter reporter, Quarter quarter, long asOf) {
        return switch (reporter.level()) {
            case TEAM -> report(reporter.team().orElseThrow(), quarter, asOf).recipients();
            case UNIT ->
                report(reporter.id(), quarter, asOf).versions().stream()
                        .flatMap(version -> Stream.ofNullable(version.recipient()))
                        .map(UnitId::value);
        };
    }

    /** Number of the version accepted last. */
    Optional<Integer> accepted(Reporter reporter, Quarter quarter, long asOf) {
        Optional<Judgment> judgment = switch (reporter.level()) {
            case TEAM -> report(reporter.team().orElseThrow(), quarter, asOf).acceptance();
            case UNIT -> report(reporter.id(), quarter, asOf).acceptance();
        };
        return judgment.map(Judgment::version);
    }
}
