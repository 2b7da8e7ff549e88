package vn.soto.query.report;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.person.AccountPersons;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.report.Consolidations.Frame;
import vn.soto.web.EndpointRight;

/** Answers where the reports of a unit for a quarter stand: of its teams, and of the units below it. */
@RestController
record UnitReportsQuestions(
        ReportProgress progress,
        UnitPeriods periods,
        Reorganisations reorganisations,
        ConsolidationViews views,
        AccountPersons persons) {

    /**
     * Without {@code quarter}, the current quarter.
     *
     * @param from number of the first team's report on the page, counted from 0
     */
    @Query(at = "/api/units/{unit}/reports", right = EndpointRight.FIGURES, of = "unit", part = true)
    UnitReportsView reports(
            Asked asked,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        LocalDate day = asked.today();
        Quarter of =
                periods.of(unit, quarter, Optional.empty(), day, asked.asOf()).quarter();
        return progress.of(progress.there(unit, of, day, asked.asOf()), asked.page(from, limit));
    }

    /**
     * The open tasks of the reorganisations of a unit and of those below it. They are rights on ended units,
     * recipients, open reports, reports awaiting a decision on boundaries, teams to consolidate, and households to
     * decide. Reports are those open at an ended unit, whenever they were made, and those of the present quarter and
     * the one before.
     */
    @Query(
            at = "/api/units/{unit}/reorganisation",
            right = EndpointRight.FIGURES,
            of = "unit",
            name = "reorganisation-left")
    ReorganisationView left(Asked asked, @PathVariable String unit) {
        return reorganisations.left(unit, asked.today(), asked.asOf());
    }

    private static final Range VERSION = new Range("version", 1, 1_000_000);

    /** The latest version or a given one; while none is submitted, what a consolidation would have now. */
    @Query(
            at = "/api/units/{unit}/reports/{quarter}",
            right = EndpointRight.FIGURES,
            of = "unit",
            name = "consolidation-report")
    ConsolidationView report(
            Asked asked,
            @PathVariable String unit,
            @PathVariable Quarter quarter,
            @RequestParam Optional<Long> version) {
        if (!Id.isWellFormed(unit)) {
            throw QueryProblemException.absent("unit", unit);
        }
        ConsolidationView view = views.view(
                new Frame(new UnitId(unit), quarter, asked.asOf()),
                VERSION.check(version).map(Math::toIntExact),
                asked);
        asked.refusedNow(view.refusals(
                asked.today(),
                Reader.current().rights().granted(),
                latest -> persons.isReaderAnotherThan(latest.by(), latest.at(), asked.asOf())));
        return view;
    }
}
