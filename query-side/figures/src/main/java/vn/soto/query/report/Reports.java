package vn.soto.query.report;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.Indicators.Counted;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Chain;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.projection.Documents;
import vn.soto.query.config.QuerySideConfiguration;
import vn.soto.query.period.Periods;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.report.Derivation.Counts;
import vn.soto.query.report.Derivation.Scope;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;

/** Queries about reports as known at a commit: a submitted version, or the draft while there is none. */
@Component
record Reports(
        Documents documents,
        Teams teams,
        Derivation derivation,
        Periods periods,
        @Qualifier(QuerySideConfiguration.SUPPOSABLE) LedgerReader ledger) {

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
     * A report with its derivations, all by the same definitions and of the same days.
     *
     * @param card        the team at the commit of the query
     * @param report      as known then
     * @param version     absent for a draft
     * @param pin         the ledger from which {@code derived} derives: that of the version, or of the draft
     * @param pinnedChain chain hash of its last commit as the version states it
     * @param pinned      how things counted at the version; for a draft as at the query
     * @param derived     the figures there
     * @param now         the ledger as of the query
     * @param current     how things count at the query
     * @param present     the figures there
     */
    record Sight(
            TeamCard card,
            QuarterCalendar calendar,
            Report report,
            Optional<Report.Version> version,
            Cut pin,
            String pinnedChain,
            Scope pinned,
            Counts derived,
            Cut now,
            Scope current,
            Counts present,
            ApplicablePeriods periods) {

        TeamId team() {
            return pinned.team();
        }

        /** The unit whose period it is; empty where the team's area lies in none. */
        String authority() {
            UnitId unit = periods.authority(quarter()).unit();
            return unit == null ? "" : unit.value();
        }

        QuarterDays days() {
            return pinned.days();
        }

        Quarter quarter() {
            return days().quarter();
        }

        /** Version of the definitions. */
        int indicators() {
            return pinned.version();
        }

        /** The figures of the ledger for events in the period. */
        List<Figure> figures() {
            return version.map(Report.Version::figures).orElse(derived.own());
        }

        /** The figures carried into the period. */
        List<Figure> carried() {
            return version.<List<Figure>>map(known -> known.content() == null
                            ? List.of()
                            : known.content().carried())
                    .orElse(derived.carried());
        }

        /** Both together. */
        List<Figure> counted() {
            return new Counts(figures(), carried()).all();
        }

        /**
         * Whether the report was pinned to this ledger, its figures come out the same, and the version's content has
         * the stored hash.
         */
        boolean matches() {
            return pin.chain().equals(pinnedChain)
                    && derived.own().equals(figures())
                    && derived.carried().equals(carried())
                    && version.filter(known -> !known.holdsItsContent(id())).isEmpty();
        }

        /** Whether what was recorded since the version changes a figure. */
        boolean outdated() {
            return !present.all().equals(counted());
        }

        /** In how many lines the ledger gives another value now. */
        int differing() {
            return Reports.differing(counted(), present.all());
        }

        private ReportId id() {
            return new ReportId(team(), quarter());
        }
    }

    private static int differing(List<Figure> counted, List<Figure> present) {
        Map<String, Long> then = ReportLines.byCode(counted);
        Map<String, Long> now = ReportLines.byCode(present);
        Set<String> codes = new HashSet<>(then.keySet());
        codes.addAll(now.keySet());
        return Math.toIntExact(codes.stream()
                .filter(code -> !Objects.equals(FigureStep.value(code, then), FigureStep.value(code, now)))
                .count());
    }

    /** The figures of many teams for a quarter as of a commit; they cost one derivation each. */
    final class PresentCounts {

        private final Quarter quarter;
        private final long before;
        private final Periods.KnownUnits units;

        PresentCounts(Quarter quarter, long asOf) {
            this.quarter = quarter;
            this.before = cut(asOf).before();
            this.units = periods.knownUnits(asOf);
        }

        /** By the present definitions. */
        List<Figure> of(String team, TeamCard card) {
            return of(team, card, Optional.empty());
        }

        /** In how many lines the ledger gives another value than for the version. */
        int differing(String team, TeamCard card, Report.Version version) {
            List<Figure> carried =
                    version.content() == null ? List.of() : version.content().carried();
            return Reports.differing(
                    new Counts(version.figures(), carried).all(), of(team, card, Optional.of(version)));
        }

        private List<Figure> of(String team, TeamCard card, Optional<Report.Version> version) {
            Scope scope = scope(new TeamId(team), card, quarter, version, units.applying(card::areaOn));
            return derivation.of(scope, before).all();
        }
    }

    PresentCounts present(Quarter quarter, long asOf) {
        return new PresentCounts(quarter, asOf);
    }

    /** @param number number of the version; 0 for the latest, or the draft if there is none */
    Sight find(String team, Quarter quarter, long number, long asOf) {
        TeamCard card = teams.requireKnown(team, asOf);
        TeamId id = new TeamId(team);
        Report report = report(new ReportId(id, quarter), asOf);
        ApplicablePeriods applying = applying(team, asOf);
        if (report.versions().isEmpty()) {
            checkThere(team, card, applying.days(quarter));
        }
        Optional<Report.Version> version = number == 0 ? report.latest() : report.version(Math.toIntExact(number));
        if (number > 0 && version.isEmpty()) {
            throw QueryProblemException.absent("version", Long.toString(number));
        }
        Cut now = cut(asOf);
        Cut pin = version.map(known -> cut(known.pinnedTo())).orElse(now);
        Scope current = scope(id, card, quarter, version, applying);
        Scope pinned = version.map(known -> scope(
                        id,
                        teams.find(team, known.commit()).orElse(card),
                        quarter,
                        version,
                        applying(team, known.commit())))
                .orElse(current);
        Counts reported = derivation.of(pinned, pin.before());
        return new Sight(
                card,
                version.map(Report.Version::calendar).orElseGet(() -> applying.calendar(quarter)),
                report,
                version,
                pin,
                version.map(Report.Version::pinnedChain).orElse(pin.chain()),
                pinned,
                reported,
                now,
                current,
                version.isEmpty() ? reported : derivation.of(current, now.before()),
                applying);
    }

    Report report(ReportId id, long asOf) {
        return Report.find(id.toString(), documents, asOf);
    }

    private ApplicablePeriods applying(String team, long asOf) {
        Optional<TeamCard> card = teams.find(team, asOf);
        return periods.applying(day -> card.map(known -> known.areaOn(day)).orElse(List.of()), asOf);
    }

    /** A version is of the days that it states. One from before there were periods is compared as it counted then: nothing was closed. */
    private Scope scope(
            TeamId team, TeamCard card, Quarter quarter, Optional<Report.Version> version, ApplicablePeriods known) {
        LocalDate ended = card.lastDay();
        ApplicablePeriods applying = version.map(submitted -> submitted.content() == null
                        ? ApplicablePeriods.of(ReportingPeriods.NONE, submitted.calendar())
                        : known.stating(submitted.days(quarter)))
                .orElse(known);
        return new Scope(
                version.map(Report.Version::indicators).orElse(Indicators.VERSION),
                team,
                applying.days(quarter),
                periods.segments(applying, ended));
    }

    /** Refuses a quarter that ended before the team's first day or began after its last. */
    private static void checkThere(String team, TeamCard card, QuarterDays days) {
        LocalDate first = card.profile().effectiveFrom();
        String quarter = days.quarter().toString();
        if (first.isAfter(days.lastDay())) {
            throw QueryProblemException.absentQuarter("before-the-team", team, quarter, first);
        }
        LocalDate last = card.lastDay();
        if (last != null && last.isBefore(days.firstDay())) {
            throw QueryProblemException.absentQuarter("after-the-team", team, quarter, last);
        }
    }

    /**
     * Refuses the draft of a coming period, which would say zero of everything; the next one may be prepared.
     *
     * @param reporter team or unit
     */
    static void checkBegins(String reporter, QuarterDays days, LocalDate day) {
        if (!days.mayBeStated(day)) {
            throw QueryProblemException.absentQuarter(
                    "not-begun", reporter, days.quarter().toString(), days.firstDay());
        }
    }

    private Cut cut(long number) {
        if (number == 0) {
            return new Cut(0, Chain.genesis(ledger.origin()).toString(), 0);
        }
        Tail tail = ledger.commit(number).orElseThrow().tail();
        return new Cut(number, tail.chain().toString(), tail.next());
    }

    /** The events behind a figure of the version or draft. */
    List<Counted> evidence(Sight sight, String code) {
        return derivation.evidence(sight.pinned(), code, sight.pin().before());
    }

    /** The changes of the figures by the events between the version and the query. */
    List<FigureStep> steps(Sight sight) {
        return derivation.steps(
                sight.current(), sight.pin().before(), sight.now().before());
    }

    /** In how many lines what was recorded for the period while it was closed makes a difference. */
    int lateLines(Sight sight) {
        return derivation.lateLines(sight.current(), sight.now().before());
    }

    /** The changes by events recorded for the period while it was closed. */
    List<FigureStep> late(Sight sight) {
        return derivation.late(sight.current(), sight.now().before());
    }
}
