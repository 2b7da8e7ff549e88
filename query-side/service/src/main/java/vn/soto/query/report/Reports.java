package vn.soto.query.report;

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
     * A report with its derivation.
     *
     * @param version    absent for a draft
     * @param pinnedTo   commit up to which {@code derived} was derived
     * @param derived    what the figures derived now count
     */
    record Sight(
            TeamId team,
            Quarter quarter,
            QuarterCalendar calendar,
            List<Report.Version> versions,
            Optional<Report.Version> version,
            long pinnedTo,
            String pinnedChain,
            SequencedMap<String, List<Counted>> derived,
            List<Figure> derivedFigures,
            boolean sameLedger) {

        /** Version of the definitions. */
        int indicators() {
            return version.map(Report.Version::indicators).orElse(Indicators.VERSION);
        }

        List<Figure> figures() {
            return version.map(Report.Version::figures).orElse(derivedFigures);
        }

        /** Whether the ledger is the one the report was pinned to and gives the same figures again. */
        boolean matches() {
            return sameLedger && derivedFigures.equals(figures());
        }
    }

    /** @param number number of the version; 0 for the latest, or the draft if there is none */
    Sight find(String team, Quarter quarter, long number, long asOf) {
        if (teams.find(team, asOf).isEmpty()) {
            throw QueryProblemException.absent("team", team);
        }
        TeamId id = new TeamId(team);
        List<Report.Version> versions = documents
                .find(Report.KIND, new ReportId(id, quarter).toString())
                .map(report -> report.allAsOf(asOf))
                .orElse(List.of());
        Optional<Report.Version> version = number == 0
                ? Report.latest(versions)
                : versions.stream().filter(v -> v.version() == number).findFirst();
        if (number > 0 && version.isEmpty()) {
            throw QueryProblemException.absent("version", Long.toString(number));
        }
        QuarterCalendar days = version.map(Report.Version::calendar).orElse(calendar);
        int indicators = version.map(Report.Version::indicators).orElse(Indicators.VERSION);
        long pinnedTo = version.map(Report.Version::pinnedTo).orElse(asOf);
        Optional<Tail> pin = pinnedTo == 0 ? Optional.empty() : Optional.of(tail(pinnedTo));
        String chain = pin.map(Tail::chain)
                .orElseGet(() -> Chain.genesis(ledger.origin()))
                .toString();
        SequencedMap<String, List<Counted>> derived = derivation
                .of(indicators, id, quarter, days, pin.map(Tail::next).orElse(0L))
                .evidence();
        String pinned = version.map(Report.Version::pinnedChain).orElse(chain);
        return new Sight(
                id,
                quarter,
                days,
                versions,
                version,
                pinnedTo,
                pinned,
                derived,
                Indicators.figures(derived),
                pinned.equals(chain));
    }

    private Tail tail(long number) {
        return ledger.commit(number).orElseThrow().tail();
    }
}
