package vn.soto.query.activity;

import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.activity.Dashboards.Sight;
import vn.soto.query.catalogue.Catalogues;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.unit.Boundaries;
import vn.soto.web.EndpointRight;

/** Answers of which events a figure of a dashboard is made. */
@RestController
record UnitFigureQuestions(Dashboards dashboards, UnitEvidence evidence, Catalogues catalogues, UnitPeriods periods) {

    private static final Range FROM = new Range("from", 0, 10_000_000);

    /** The events behind the total of a unit's dashboard; {@code quarter}, {@code boundaries} and {@code days} as of the dashboard. */
    @Query(at = "/api/dashboards/{unit}/figures/{code}", right = EndpointRight.RECORDS, of = "unit")
    UnitFigureView figure(
            Asked asked,
            @PathVariable String unit,
            @PathVariable String code,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Boundaries> boundaries,
            @RequestParam Optional<DaysOfQuarter> days,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        int first = FROM.check(from).orElse(0L).intValue();
        return answer(asked, new FigureQuestion(unit, code, quarter, boundaries, days, first, asked.limit(limit)));
    }

    private record FigureQuestion(
            String unit,
            String code,
            Optional<Quarter> quarter,
            Optional<Boundaries> boundaries,
            Optional<DaysOfQuarter> days,
            int from,
            int most) {}

    private UnitFigureView answer(Asked asked, FigureQuestion of) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        UnitQuarter quarter = periods.of(of.unit, of.quarter, of.days, asked.today(), asOf);
        Sight sight = dashboards
                .sight(of.unit, quarter, of.boundaries.orElse(Boundaries.AS_WAS), asOf, asked.today())
                .orElseThrow(() -> QueryProblemException.absent("unit", of.unit));
        if (!isKnown(of.code, sight.dashboard(), asOf)) {
            throw QueryProblemException.absent("figure", of.code);
        }
        UnitEvidence.Question question = new UnitEvidence.Question(sight, of.code, asOf, of.from, of.most, language);
        return view(sight, of.code, evidence.page(question), of.from, language);
    }

    private boolean isKnown(String code, Dashboard dashboard, long asOf) {
        String service = Indicators.service(code).orElse("");
        return service.isEmpty()
                ? UnitFigures.codes().contains(code)
                : dashboard.total().activity().byCode().containsKey(service)
                        || catalogues.on(dashboard.lastDay(), asOf).services().stream()
                                .anyMatch(known -> known.code().value().equals(service));
    }

    private static UnitFigureView view(Sight sight, String code, UnitEvidence.Page page, int from, Locale language) {
        Dashboard dashboard = sight.dashboard();
        int end = from + page.entries().size();
        return new UnitFigureView(
                dashboard.unit(),
                dashboard.quarter(),
                dashboard.firstDay(),
                dashboard.lastDay(),
                dashboard.boundaries(),
                dashboard.staffOn(),
                code,
                UnitFigures.of(code, dashboard.total()),
                page.counted(),
                page.entries(),
                !page.entries().isEmpty() && end < page.counted() ? end : null,
                IndicatorTexts.name(code, language),
                IndicatorTexts.unit(code, language),
                IndicatorTexts.definition(code, Indicators.VERSION, language));
    }
}
