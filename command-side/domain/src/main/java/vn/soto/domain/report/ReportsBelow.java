package vn.soto.domain.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.report.MissingPart;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.report.ReportConsolidation;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.report.ReportPart;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.report.UnitReportId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.period.Authorities;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.ReportFigures;

/**
 * The reports of a quarter that go to a unit. Each goes to one unit, also after a reorganisation:
 * <ul>
 * <li>to the recipient that has it in its own report, which is amended in its name even if that unit has ended;
 * <li>else to the recipient that its latest version names, while that unit is in force;
 * <li>else, and if nothing is submitted yet, to the unit in which the team or unit below lies today.
 * </ul>
 *
 * <p>So no report is added up twice, and none is left without a recipient. All reports are read in the unit of work:
 * the commit is guarded by their versions.
 */
final class ReportsBelow {

    private final UnitFrame frame;
    private final ReadOnlyAggregates consulted;
    private final ReportFigures figures;
    private final Policies policies;
    private final List<ReportPart> parts = new ArrayList<>();
    private final List<MissingPart> missing = new ArrayList<>();
    private final List<ReportConsolidation.Part> contents = new ArrayList<>();

    ReportsBelow(UnitFrame frame, ReadOnlyAggregates consulted, ReportFigures figures, Policies policies) {
        this.frame = frame;
        this.consulted = consulted;
        this.figures = figures;
        this.policies = policies;
        if (frame.kind().communal()) {
            new TreeSet<>(figures.teamsEverIn(frame.unit())).forEach(this::team);
        } else {
            new TreeSet<>(figures.unitsEverIn(frame.unit())).forEach(this::unit);
        }
    }

    List<ReportPart> parts() {
        return parts;
    }

    List<MissingPart> missing() {
        return missing;
    }

    List<ReportConsolidation.Part> contents() {
        return contents;
    }

    private void team(TeamId team) {
        Optional<Frame> ofTeam = Frame.find(team, frame.quarter(), consulted, policies);
        if (ofTeam.isEmpty()) {
            return;
        }
        Optional<ReportVersions<QuarterlyReportSubmitted>> known = versions(team);
        List<UnitId> named = known.map(ReportVersions::all).orElse(List.of()).stream()
                .flatMap(version -> Stream.ofNullable(version.recipient()))
                .map(Recipient::unit)
                .toList();
        if (goesHere(
                Reporter.of(team),
                named,
                () -> ofTeam.map(of -> of.recipient(frame.today(), consulted)).map(Recipient::unit))) {
            known.flatMap(ReportVersions::lastAccepted)
                    .ifPresentOrElse(
                            version -> add(team, version),
                            () -> missing.add(new MissingPart(
                                    Reporter.of(team),
                                    known.map(ReportVersions::missing).orElse(MissingPart.Why.NOT_SUBMITTED))));
        }
    }

    private void add(TeamId team, QuarterlyReportSubmitted version) {
        parts.add(new ReportPart(Reporter.of(team), version.version(), version.contentHash(), version.pinnedTo()));
        contents.add(ReportConsolidation.Part.of(version.reported(), distinct(version, frame.periods())));
    }

    private void unit(UnitId unit) {
        Optional<ReportVersions<UnitReportSubmitted>> known = versions(unit);
        if (known.isEmpty() && !reports(unit)) {
            return;
        }
        List<UnitId> named = known.map(ReportVersions::all).orElse(List.of()).stream()
                .flatMap(version -> Stream.ofNullable(version.recipient()))
                .toList();
        if (goesHere(Reporter.of(unit), named, () -> UnitFrame.above(unit, frame.today(), consulted))) {
            known.flatMap(ReportVersions::lastAccepted)
                    .ifPresentOrElse(
                            version -> add(unit, version),
                            () -> missing.add(new MissingPart(
                                    Reporter.of(unit),
                                    known.map(ReportVersions::missing).orElse(MissingPart.Why.NOT_SUBMITTED))));
        }
    }

    private void add(UnitId unit, UnitReportSubmitted version) {
        parts.add(new ReportPart(Reporter.of(unit), version.version(), version.hash(), version.pinnedTo()));
        List<ReportConsolidation.Part> teams = teams(unit, version);
        contents.add(new ReportConsolidation.Part(
                teams.size(), version.content().lines(), ReportConsolidation.together(teams)));
    }

    /** The teams in a version of a unit's report, with who is behind their distinct lines. */
    private List<ReportConsolidation.Part> teams(UnitId unit, UnitReportSubmitted version) {
        ApplicablePeriods periods = Authorities.periods(unit, consulted, policies.calendar());
        return version.content().parts().stream()
                .flatMap(part -> Stream.concat(
                        part.reporter().team().stream()
                                .map(team -> new ReportConsolidation.Part(
                                        1,
                                        List.of(),
                                        distinct(versions(team).orElseThrow().get(part.version()), periods))),
                        part.reporter().unit().stream()
                                .flatMap(below -> teams(below, pinned(below, part.version())).stream())))
                .toList();
    }

    private UnitReportSubmitted pinned(UnitId unit, int version) {
        return versions(unit).orElseThrow().get(version);
    }

    /** On the days that the version states, which are not the unit's in a quarter in which the team's authority changed. */
    private Map<String, Set<String>> distinct(QuarterlyReportSubmitted version, ApplicablePeriods periods) {
        return figures.distinct(version.team(), version.quarter(), periods.stating(version.days()), version.pinnedTo());
    }

    /** Whether a unit that has submitted nothing has something to report: it is in force and has teams. */
    private boolean reports(UnitId unit) {
        return UnitFrame.isInForce(unit, frame.today(), consulted)
                && !figures.teamsEverIn(unit).isEmpty();
    }

    /**
     * @param named recipients that the versions name, oldest first; empty if there is none
     * @param lies  the unit to which it would go if it were submitted today
     */
    private boolean goesHere(Reporter reporter, List<UnitId> named, Supplier<Optional<UnitId>> lies) {
        return named.stream()
                .filter(unit -> hasReported(unit, reporter))
                .findFirst()
                .or(() -> named.stream()
                        .reduce((earlier, later) -> later)
                        .filter(unit -> UnitFrame.isInForce(unit, frame.today(), consulted)))
                .or(lies)
                .equals(Optional.of(frame.unit()));
    }

    /** Whether a version of a unit's report has the report of that reporter in it. */
    private boolean hasReported(UnitId unit, Reporter reporter) {
        return versions(unit).map(ReportVersions::all).orElse(List.of()).stream()
                .flatMap(version -> version.content().parts().stream())
                .anyMatch(part -> part.reporter().equals(reporter));
    }

    private Optional<ReportVersions<QuarterlyReportSubmitted>> versions(TeamId team) {
        return consulted
                .find(QuarterlyReport.class, new ReportId(team, frame.quarter()).toString(), QuarterlyReport::versions)
                .filter(known -> known.latest() > 0);
    }

    private Optional<ReportVersions<UnitReportSubmitted>> versions(UnitId unit) {
        return consulted
                .find(UnitReport.class, new UnitReportId(unit, frame.quarter()).toString(), UnitReport::versions)
                .filter(known -> known.latest() > 0);
    }
}
