package vn.soto.query.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.Indicators.Counted;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.ledger.Chain;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.projection.Documents;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.team.Dissolution;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;

/** Queries about reports as known at a commit: a submitted version, or the draft while there is none. */
@Component
final class Reports {

    private final Documents documents;
    private final Teams teams;
    private final Derivation derivation;
    private final LedgerReader ledger;
    private final QuarterCalendar calendar;

    Reports(Documents documents, Teams teams, Derivation derivation, LedgerReader ledger, QuarterCalendar calendar) {
        this.documents = documents;
        this.teams = teams;
        this.derivation = derivation;
        this.ledger = ledger;
        this.calendar = calendar;
    }

    /**
     * The ledger up to a commit.
     *
     * @param before position after its last event
     */
    record Cut(long commit, String chain, long before) {

        ReportView.Pin pin() {
            return new ReportView.Pin(commit, chain);
        }
    }

    /**
     * A report with its derivations, all by the same definitions and the same calendar.
     *
     * @param indicators  version of the definitions
     * @param version     absent for a draft
     * @param pin         the ledger from which {@code derived} derives: that of the version, or of the draft
     * @param pinnedChain chain hash of its last commit as the version states it
     * @param derived     what the figures count there
     * @param now         the ledger as of the query
     * @param present     the figures there
     */
    record Sight(
            TeamId team,
            Quarter quarter,
            QuarterCalendar calendar,
            int indicators,
            List<Report.Version> versions,
            Optional<Report.Version> version,
            Cut pin,
            String pinnedChain,
            SequencedMap<String, List<Counted>> derived,
            Cut now,
            List<Figure> present) {

        List<Figure> figures() {
            return version.map(Report.Version::figures).orElseGet(() -> Indicators.figures(derived));
        }

        /** Whether the ledger is the one the report was pinned to and gives the same figures again. */
        boolean matches() {
            return pin.chain().equals(pinnedChain)
                    && Indicators.figures(derived).equals(figures());
        }

        /** Whether what was recorded since the version changes a figure. */
        boolean outdated() {
            return !present.equals(figures());
        }
    }

    /** @param number number of the version; 0 for the latest, or the draft if there is none */
    Sight find(String team, Quarter quarter, long number, long asOf) {
        TeamCard card = teams.find(team, asOf).orElseThrow(() -> QueryProblemException.absent("team", team));
        TeamId id = new TeamId(team);
        List<Report.Version> versions = documents
                .find(Report.KIND, new ReportId(id, quarter).toString())
                .map(report -> report.asOf(asOf).versions())
                .orElse(List.of());
        if (versions.isEmpty()) {
            checkThere(team, card, quarter);
        }
        Optional<Report.Version> version = number == 0
                ? versions.stream().reduce((first, second) -> second)
                : versions.stream().filter(v -> v.version() == number).findFirst();
        if (number > 0 && version.isEmpty()) {
            throw QueryProblemException.absent("version", Long.toString(number));
        }
        QuarterCalendar days = version.map(Report.Version::calendar).orElse(calendar);
        int indicators = version.map(Report.Version::indicators).orElse(Indicators.VERSION);
        Cut now = cut(asOf);
        Cut pin = version.map(known -> cut(known.pinnedTo())).orElse(now);
        return new Sight(
                id,
                quarter,
                days,
                indicators,
                versions,
                version,
                pin,
                version.map(Report.Version::pinnedChain).orElse(pin.chain()),
                derivation.of(indicators, id, quarter, days, pin.before()).evidence(),
                now,
                derivation.of(indicators, id, quarter, days, now.before()).figures());
    }

    /** Refuses a quarter that ended before the team's first day or began after its last. */
    private void checkThere(String team, TeamCard card, Quarter quarter) {
        LocalDate first = card.profile().effectiveFrom();
        if (first.isAfter(calendar.lastDay(quarter))) {
            throw QueryProblemException.absentQuarter("before-the-team", team, quarter.toString(), first);
        }
        Dissolution end = card.dissolution();
        if (end != null && end.lastDay().isBefore(calendar.firstDay(quarter))) {
            throw QueryProblemException.absentQuarter("after-the-team", team, quarter.toString(), end.lastDay());
        }
    }

    private Cut cut(long number) {
        if (number == 0) {
            return new Cut(0, Chain.genesis(ledger.origin()).toString(), 0);
        }
        Tail tail = ledger.commit(number).orElseThrow().tail();
        return new Cut(number, tail.chain().toString(), tail.next());
    }

    /** The changes of the figures by the events between the version and the query. */
    List<FigureStep> steps(Sight sight) {
        return derivation.steps(
                sight.indicators(),
                sight.team(),
                sight.quarter(),
                sight.calendar(),
                sight.pin().before(),
                sight.now().before());
    }
}
