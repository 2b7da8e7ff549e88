package vn.soto.query.indicator;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.report.Indicators;
import vn.soto.query.event.IndicatorNames;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.web.EndpointRight;

@RestController
record IndicatorQuestions() {

    private static final Range VERSION = new Range("version", 1, Indicators.VERSION);

    /** Sentences about events have the names of indicators. */
    @Bean
    static IndicatorNames indicatorNames() {
        return IndicatorTexts::find;
    }

    /** The indicators by their present definitions, or by those of a version; no ledger changes them. */
    @Query(at = "/api/indicators", right = EndpointRight.REFERENCE)
    IndicatorView indicators(Asked asked, @RequestParam Optional<Long> version) {
        int wanted = VERSION.check(version).orElse((long) Indicators.VERSION).intValue();
        return IndicatorView.of(wanted);
    }
}
