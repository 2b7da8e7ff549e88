package vn.soto.query.detection;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;
import vn.soto.web.EndpointRight;

/** Answers what detectors look for, and what they point to. */
@RestController
record DetectionQuestions(Findings findings, UnitPeriods periods) {

    /** A finding lies where its team lies. */
    @Bean
    static Subjects findingSubjects() {
        return Subjects.at(
                IdKind.FINDING,
                SubjectLookup.each(
                        (id, day, asOf) -> FindingId.parse(id).map(finding -> Locations.ofTeam(finding.team()))));
    }

    private static final Range FROM = new Range("from", 0, 1_000_000);

    /** The detectors by their present versions; no ledger changes them. */
    @Query(at = "/api/detectors", right = EndpointRight.REFERENCE)
    List<DetectorView> detectors(Asked asked) {
        Locale language = asked.language();
        return DetectorView.all(language);
    }

    /**
     * The findings of detectors in a quarter of a unit: records to look at, all of which may be right. Without
     * {@code quarter}, the current quarter; without {@code detector}, of all detectors.
     */
    @Query(at = "/api/units/{unit}/findings", right = EndpointRight.FINDINGS, of = "unit", part = true)
    FindingsView findings(
            Asked asked,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<DetectorCode> detector,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        int first = FROM.check(from).orElse(0L).intValue();
        int most = asked.limit(limit);
        LocalDate day = asked.today();
        QuarterDays days = findings.daysIn(
                unit, periods.of(unit, quarter, Optional.empty(), day, asOf).quarter(), asOf);
        return FindingsView.of(unit, days, findings.in(unit, days, detector, day, asOf), first, most, language);
    }

    /** One finding with its evidence. It is absent as of a commit at which the records did not show the pattern. */
    @Query(at = "/api/findings/{finding}", right = EndpointRight.FINDINGS, of = "finding")
    FindingView finding(
            Asked asked,
            @PathVariable String finding,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        int first = FROM.check(from).orElse(0L).intValue();
        int most = asked.limit(limit);
        return FindingId.parse(finding)
                .flatMap(id -> findings.daysOf(id, asOf)
                        .flatMap(days -> findings.find(id, days, asOf)
                                .map(found -> FindingView.of(found, days, first, most, language))))
                .orElseThrow(() -> QueryProblemException.absent("finding", finding));
    }
}
