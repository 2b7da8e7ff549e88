package vn.soto.query.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.report.ConsolidatedLine;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.ReportConsolidation;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.report.ReportPart;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.query.config.QuerySideConfiguration;
import vn.soto.query.period.Periods;
import vn.soto.query.report.Derivation.Scope;
import vn.soto.web.MemoryShare;
import vn.soto.web.SharedResults;

/** Adds up the pinned versions of reports again, by the same definition as the command side. */
@Component
final class Consolidations {

    private final Reports reports;
    private final UnitReportLines units;
    private final Derivation derivation;
    private final Periods periods;
    private final LedgerReader ledger;

    /** Days of versions by the hash of what they state, of about 500 bytes each. */
    private final SharedResults<String, QuarterDays> stated =
            new SharedResults<>(MemoryShare.CONSOLIDATIONS.bytes(), days -> OptionalLong.of(1));

    Consolidations(
            Reports reports,
            UnitReportLines units,
            Derivation derivation,
            Periods periods,
            @Qualifier(QuerySideConfiguration.SUPPOSABLE) LedgerReader ledger) {
        this.reports = reports;
        this.units = units;
        this.derivation = derivation;
        this.periods = periods;
        this.ledger = ledger;
    }

    /** A unit's consolidation of a quarter as known at a commit. */
    record Frame(UnitId unit, Quarter quarter, long asOf) {

        Frame of(String below) {
            return new Frame(new UnitId(below), quarter, asOf);
        }
    }

    /**
     * The lines that parts give; empty if one of them is not known with that content.
     *
     * @param indicators version of the definitions
     */
    Optional<List<ConsolidatedLine>> lines(int indicators, List<ReportPart> parts, Frame frame) {
        Counting counting = counting(frame);
        List<Optional<ReportConsolidation.Part>> found =
                parts.stream().map(part -> content(part, counting)).toList();
        return found.stream().allMatch(Optional::isPresent)
                ? Optional.of(ReportConsolidation.of(
                        indicators, found.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    private Optional<ReportConsolidation.Part> content(ReportPart part, Counting counting) {
        Frame frame = counting.frame;
        return switch (part.reporter().level()) {
            case TEAM ->
                reports.report(new ReportId(new TeamId(part.reporter().id()), frame.quarter), frame.asOf)
                        .version(part.version())
                        .filter(version -> part.content().equals(version.hash()))
                        .map(version -> ReportConsolidation.Part.of(version.reported(), distinct(part, counting)));
            case UNIT ->
                units.report(part.reporter().id(), frame.quarter, frame.asOf)
                        .version(part.version())
                        .filter(version -> part.content().equals(version.hash()))
                        .map(version -> {
                            List<ReportConsolidation.Part> teams = teams(
                                            version, frame.of(part.reporter().id()))
                                    .toList();
                            return new ReportConsolidation.Part(
                                    teams.size(), version.content().lines(), ReportConsolidation.together(teams));
                        });
        };
    }

    /** Number of the last commit that a version below read. */
    long pin(Reporter reporter, int version, Frame frame) {
        return switch (reporter.level()) {
            case TEAM ->
                reports.report(new ReportId(new TeamId(reporter.id()), frame.quarter), frame.asOf)
                        .version(version)
                        .map(Report.Version::pinnedTo)
                        .orElseThrow();
            case UNIT ->
                units.report(reporter.id(), frame.quarter, frame.asOf)
                        .version(version)
                        .map(ConsolidatedReport.Version::pinnedTo)
                        .orElseThrow();
        };
    }

    /** The teams in a version of a unit's report, with who is behind their distinct lines. */
    private Stream<ReportConsolidation.Part> teams(ConsolidatedReport.Version version, Frame frame) {
        Counting counting = counting(frame);
        return version.content().parts().stream().flatMap(part -> switch (part.reporter()
                .level()) {
            case TEAM -> Stream.of(new ReportConsolidation.Part(1, List.of(), distinct(part, counting)));
            case UNIT ->
                units.report(part.reporter().id(), frame.quarter, frame.asOf).version(part.version()).stream()
                        .flatMap(below -> teams(below, frame.of(part.reporter().id())));
        });
    }

    /** How things count in a unit: by the periods of the unit that consolidates the teams. */
    private record Counting(Frame frame, ApplicablePeriods periods) {}

    private Counting counting(Frame frame) {
        return new Counting(frame, periods.applying(List.of(frame.unit.value()), frame.asOf));
    }

    /** On the days that the part states, which are not the unit's in a quarter in which the team's authority changed. */
    private Map<String, Set<String>> distinct(ReportPart part, Counting counting) {
        TeamId team = new TeamId(part.reporter().id());
        QuarterDays days = days(team, part, counting.frame);
        return derivation.distinct(
                new Scope(Indicators.VERSION, team, days, periods.segments(counting.periods.stating(days), null)),
                before(part.pinnedTo()));
    }

    private QuarterDays days(TeamId team, ReportPart part, Frame frame) {
        return stated.find(part.content()).orElseGet(() -> {
            QuarterDays days = reports.report(new ReportId(team, frame.quarter), frame.asOf)
                    .version(part.version())
                    .orElseThrow()
                    .days(frame.quarter);
            stated.put(part.content(), days);
            return days;
        });
    }

    private long before(long commit) {
        return ledger.commit(commit).map(Commit::tail).orElseThrow().next();
    }

    /** Whether a version is pinned to this ledger, holds the content of its hash, and gives the lines that its parts give. */
    boolean matches(ConsolidatedReport.Version version, Frame frame) {
        return ledger.commit(version.pinnedTo())
                        .filter(commit -> commit.tail().chain().toString().equals(version.pinnedChain()))
                        .isPresent()
                && version.holdsItsContent(frame.unit, frame.quarter)
                && lines(version.content().indicators(), version.content().parts(), frame)
                        .equals(Optional.of(version.content().lines()));
    }
}
