package vn.soto.query.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.period.SubjectPeriods;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.report.Reports.Sight;
import vn.soto.query.subject.IdKind;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;

/** The figures of a team in each of its quarters as of a commit, and where its reports stand. */
@Component
public record TeamQuarters(Teams teams, Reports reports, ReportLines lines, SubjectPeriods periods) {

    /** Six years: what a report says is not corrected after that. */
    private static final int MOST = 24;

    /**
     * @param figures  as they derive, by code; without those that are 0
     * @param standing of the latest version of the report; absent for a draft
     */
    public record TeamQuarter(
            Map<String, Long> figures, @Nullable ReportStanding standing) {

        /** A figure; absent if people state it and nobody did. */
        public @Nullable Long figure(String code) {
            return FigureStep.value(code, figures);
        }
    }

    /**
     * The state of a report.
     *
     * @param matches   as in {@link ReportView}
     * @param outdated  as there
     * @param differing as there
     */
    public record ReportStanding(int version, ReportState state, boolean matches, boolean outdated, int differing) {

        private static ReportStanding of(Report.Version version, Sight sight) {
            return new ReportStanding(
                    version.version(),
                    sight.report().state(version),
                    sight.matches(),
                    sight.outdated(),
                    sight.differing());
        }
    }

    /** Up to the quarter of a day; empty for a team that is not known. */
    public SortedMap<Quarter, TeamQuarter> of(String team, LocalDate today, long asOf) {
        SortedMap<Quarter, TeamQuarter> found = new TreeMap<>();
        Optional<TeamCard> card = teams.find(team, asOf);
        if (card.isEmpty()) {
            return found;
        }
        Quarter first = quarter(team, card.get().profile().effectiveFrom(), asOf);
        Quarter quarter = quarter(team, today, asOf);
        for (int number = 0; number < MOST && quarter.compareTo(first) >= 0; number++) {
            Quarter asked = quarter;
            find(team, asked, asOf).ifPresent(known -> found.put(asked, known));
            quarter = quarter.previous();
        }
        return found;
    }

    private Quarter quarter(String team, LocalDate day, long asOf) {
        return periods.quarterOf(IdKind.TEAM, team, day, asOf);
    }

    /** The state of a version; empty if there is none. */
    public Optional<ReportStanding> standing(String team, Quarter quarter, int version, long asOf) {
        try {
            Sight sight = reports.find(team, quarter, version, asOf);
            return sight.version().map(known -> ReportStanding.of(known, sight));
        } catch (QueryProblemException notThere) {
            return Optional.empty();
        }
    }

    private Optional<TeamQuarter> find(String team, Quarter quarter, long asOf) {
        try {
            Sight sight = reports.find(team, quarter, 0, asOf);
            return Optional.of(new TeamQuarter(
                    lines.present(sight),
                    sight.version()
                            .map(version -> ReportStanding.of(version, sight))
                            .orElse(null)));
        } catch (QueryProblemException notThere) {
            return Optional.empty();
        }
    }
}
