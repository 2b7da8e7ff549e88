package vn.soto.query.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.report.ConsolidatedLine;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.MissingPart;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.ReportConsolidation;
import vn.soto.contracts.report.ReportPart;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.report.UnitReportEvent.Consolidated;
import vn.soto.contracts.report.UnitReportEvent.UnitReportAnnotated;
import vn.soto.contracts.report.UnitReportId;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.query.event.Histories;
import vn.soto.query.http.Asked;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.period.Periods;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.report.ConsolidationView.LackingLine;
import vn.soto.query.report.ConsolidationView.Line;
import vn.soto.query.report.ConsolidationView.PartLine;
import vn.soto.query.report.Consolidations.Frame;
import vn.soto.query.report.ReportView.Judged;
import vn.soto.query.report.ReportView.Pin;
import vn.soto.query.report.ReportView.Submission;
import vn.soto.query.report.ReportView.Texts;
import vn.soto.query.report.UnitReportsView.Acceptance;
import vn.soto.query.report.UnitReportsView.UnitReportLine;
import vn.soto.query.team.Teams;
import vn.soto.query.team.TeamsByUnit;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;

/** Makes views of units' reports. */
@Component
record ConsolidationViews(
        Consolidations consolidations,
        ReportProgress progress,
        UnitReportLines units,
        ReportLines names,
        Units known,
        Teams teams,
        TeamsByUnit working,
        Periods periods,
        Histories histories,
        EventCodec codec,
        LedgerReader ledger,
        CommitReasons reasons) {

    /**
     * A residential unit has nothing to add up: it has no report, and its teams have.
     *
     * @param number number of the version; empty for the latest, or the draft if there is none
     */
    ConsolidationView view(Frame frame, Optional<Integer> number, Asked asked) {
        UnitOnDay unit = known.find(frame.unit().value(), asked.today(), frame.asOf())
                .orElseThrow(
                        () -> QueryProblemException.absent("unit", frame.unit().value()));
        ConsolidatedReport report = units.report(frame.unit().value(), frame.quarter(), frame.asOf());
        Optional<ConsolidatedReport.Version> version =
                number.isEmpty() ? report.latest() : report.version(number.get());
        if (number.isPresent() && version.isEmpty()) {
            throw QueryProblemException.absent("version", number.get().toString());
        }
        if (version.isEmpty() && unit.kind().residential()) {
            known.lead(unit, asked.today(), frame.asOf());
            throw ofTeams(unit, frame);
        }
        return version.isPresent() ? submitted(report, version.get(), frame, asked) : draft(unit, report, frame, asked);
    }

    private QueryProblemException ofTeams(UnitOnDay unit, Frame frame) {
        String id = frame.unit().value();
        LocalDate day = periods.applying(List.of(id), frame.asOf()).lastDay(frame.quarter());
        List<QueryProblemException.TeamPlace> there =
                teams.on(working.of(id, day, frame.asOf()), day, frame.asOf()).entrySet().stream()
                        .map(team -> new QueryProblemException.TeamPlace(
                                team.getKey(), team.getValue().card().name()))
                        .toList();
        return QueryProblemException.absentUnitReport(
                unit.name(), frame.quarter().toString(), there);
    }

    private ConsolidationView submitted(
            ConsolidatedReport report, ConsolidatedReport.Version version, Frame frame, Asked asked) {
        Consolidated content = version.content();
        return new ConsolidationView(
                frame.unit(),
                frame.quarter().toString(),
                content.calendar(),
                content.firstDay(),
                content.lastDay(),
                version.dueOn(),
                content.indicators(),
                report.state(version),
                version.version(),
                version.hash(),
                version.recipient(),
                Acceptance.of(report.acceptance(), report::hash),
                report.acceptance().map(Report.Judgment::instrument).orElse(null),
                report.waiting(asked.today()),
                new Pin(version.pinnedTo(), version.pinnedChain()),
                consolidations.matches(version, frame),
                units.changed(version, frame.quarter(), frame.asOf()).size(),
                lines(content.lines(), content.lastDay(), frame, asked.language()),
                content.parts().stream().map(part -> part(part, frame, asked)).toList(),
                content.missing().stream()
                        .map(part -> lacking(part, frame, asked))
                        .toList(),
                Texts.of(content.narrative()),
                submissions(report, asked));
    }

    private ConsolidationView draft(UnitOnDay unit, ConsolidatedReport report, Frame frame, Asked asked) {
        ApplicablePeriods applying = periods.applying(List.of(frame.unit().value()), frame.asOf());
        QuarterDays days = applying.days(frame.quarter());
        Reports.checkBegins(frame.unit().value(), days, asked.today());
        LocalDate ofTeams = periods.dueOn(applying, frame.quarter(), frame.asOf());
        Below below = below(unit, frame, asked.today());
        List<ConsolidatedLine> lines =
                consolidations.lines(Indicators.VERSION, below.parts, frame).orElse(List.of());
        return new ConsolidationView(
                frame.unit(),
                frame.quarter().toString(),
                applying.calendar(frame.quarter()),
                days.firstDay(),
                days.lastDay(),
                ReportConsolidation.dueOn(unit.kind(), ofTeams, periods.workingDays(ofTeams, frame.asOf())),
                Indicators.VERSION,
                ReportState.DRAFT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                0,
                lines(lines, days.lastDay(), frame, asked.language()),
                below.parts.stream().map(part -> part(part, frame, asked)).toList(),
                below.missing.stream().map(part -> lacking(part, frame, asked)).toList(),
                Texts.of(narrative(frame)),
                submissions(report, asked));
    }

    private record Below(List<ReportPart> parts, List<MissingPart> missing) {

        void add(Reporter reporter, ReportState state, UnitReportsView.@Nullable Acceptance accepted, long pinnedTo) {
            if (accepted == null || accepted.content() == null) {
                missing.add(new MissingPart(reporter, why(state)));
            } else {
                parts.add(new ReportPart(reporter, accepted.version(), accepted.content(), pinnedTo));
            }
        }

        private static MissingPart.Why why(ReportState state) {
            return switch (state) {
                case DRAFT -> MissingPart.Why.NOT_SUBMITTED;
                case WAITING, ACCEPTED, NOTED -> MissingPart.Why.WAITING;
                case RETURNED -> MissingPart.Why.RETURNED;
                case SUBMITTED_BEFORE_ACCEPTANCE -> MissingPart.Why.BEFORE_ACCEPTANCE;
            };
        }
    }

    private Below below(UnitOnDay unit, Frame frame, LocalDate today) {
        Below below = new Below(new ArrayList<>(), new ArrayList<>());
        ReportProgress.AreaReports area = progress.there(frame.unit().value(), frame.quarter(), today, frame.asOf());
        if (unit.kind().communal()) {
            for (PlacedReport team : area.teams()) {
                Reporter reporter = Reporter.of(new TeamId(team.team()));
                boolean here = unit.inForce()
                        && progress.taker(team, area.asked())
                                .filter(frame.unit().value()::equals)
                                .isPresent();
                if ((here || has(reporter, frame)) && !isWithAnother(reporter, frame)) {
                    below.add(reporter, team.state(), team.accepted(), pin(reporter, team.accepted(), frame));
                }
            }
        } else {
            List<String> direct = area.direct().stream().map(UnitOnDay::id).toList();
            for (UnitReportLine line : area.units()) {
                Reporter reporter = Reporter.of(line.unit().unit());
                boolean here = unit.inForce()
                        && (isInForce(line.recipient(), today, frame)
                                ? frame.unit().equals(line.recipient())
                                : direct.contains(line.unit().unit().value()));
                if ((here || has(reporter, frame)) && !isWithAnother(reporter, frame)) {
                    below.add(reporter, line.state(), line.accepted(), pin(reporter, line.accepted(), frame));
                }
            }
        }
        return below;
    }

    private boolean isInForce(@Nullable UnitId recipient, LocalDate today, Frame frame) {
        return recipient != null
                && known.find(recipient.value(), today, frame.asOf())
                        .filter(UnitOnDay::inForce)
                        .isPresent();
    }

    private boolean has(Reporter reporter, Frame frame) {
        return units.has(frame.unit().value(), reporter, frame.quarter(), frame.asOf());
    }

    private boolean isWithAnother(Reporter reporter, Frame frame) {
        return units.isWithAnother(reporter, frame.unit().value(), frame.quarter(), frame.asOf());
    }

    private long pin(Reporter reporter, UnitReportsView.@Nullable Acceptance accepted, Frame frame) {
        return accepted == null ? 0 : consolidations.pin(reporter, accepted.version(), frame);
    }

    private Narrative narrative(Frame frame) {
        String id = new UnitReportId(frame.unit(), frame.quarter()).toString();
        return histories.of(id, frame.asOf()).stream()
                .flatMap(body ->
                        codec.decode(body.event().type(), body.event().payload()) instanceof UnitReportAnnotated written
                                ? Stream.of(written.narrative())
                                : Stream.<Narrative>empty())
                .reduce(Narrative.NONE, (earlier, later) -> later);
    }

    private List<Line> lines(List<ConsolidatedLine> lines, LocalDate lastDay, Frame frame, Locale language) {
        Map<String, String> called =
                names.names(lines.stream().map(ConsolidatedLine::code).toList(), lastDay, frame.asOf(), language);
        return lines.stream()
                .map(line -> new Line(
                        line.code(),
                        called.getOrDefault(line.code(), line.code()),
                        IndicatorTexts.unit(line.code(), language),
                        line.value(),
                        line.sumOfParts(),
                        line.again() == 0 ? null : IndicatorTexts.countedOnce(line.again(), language),
                        line.lacking()))
                .toList();
    }

    private PartLine part(ReportPart part, Frame frame, Asked asked) {
        Optional<Integer> now = units.accepted(part.reporter(), frame.quarter(), frame.asOf());
        return new PartLine(
                team(part.reporter()),
                through(part.reporter()),
                name(part.reporter(), frame, asked.today()),
                part.version(),
                part.content(),
                part.pinnedTo(),
                now.isEmpty() || now.get() == part.version() ? null : now.get(),
                units.changed(part, frame.quarter(), frame.asOf()).size(),
                units.lacking(part, frame.quarter(), frame.asOf()));
    }

    private LackingLine lacking(MissingPart part, Frame frame, Asked asked) {
        Optional<Integer> now = units.accepted(part.reporter(), frame.quarter(), frame.asOf());
        return new LackingLine(
                team(part.reporter()),
                through(part.reporter()),
                name(part.reporter(), frame, asked.today()),
                part.why(),
                now.isPresent() ? now.get() : null);
    }

    private static @Nullable TeamId team(Reporter reporter) {
        return reporter.level() == Reporter.Level.TEAM ? new TeamId(reporter.id()) : null;
    }

    private static @Nullable UnitId through(Reporter reporter) {
        return reporter.level() == Reporter.Level.UNIT ? new UnitId(reporter.id()) : null;
    }

    private String name(Reporter reporter, Frame frame, LocalDate today) {
        Optional<String> name = switch (reporter.level()) {
            case TEAM ->
                teams.on(reporter.id(), today, frame.asOf())
                        .map(team -> team.card().name());
            case UNIT -> known.find(reporter.id(), today, frame.asOf()).map(UnitOnDay::name);
        };
        return name.orElse(reporter.id());
    }

    private List<Submission> submissions(ConsolidatedReport report, Asked asked) {
        return report.versions().stream()
                .map(version -> {
                    CommitReasons.Shown reason = reason(version.commit(), asked);
                    return new Submission(
                            version.version(),
                            version.commit(),
                            version.at(),
                            version.submittedBy(),
                            version.late(),
                            reason,
                            report.state(version),
                            version.hash(),
                            version.content().amends(),
                            report.judgments(version.version())
                                    .map(judgment -> Judged.of(judgment, reason(judgment.commit(), asked)))
                                    .toList());
                })
                .toList();
    }

    private CommitReasons.Shown reason(long commit, Asked asked) {
        return ledger.commit(commit).map(of -> reasons.of(of, asked.language())).orElse(CommitReasons.Shown.NONE);
    }
}
