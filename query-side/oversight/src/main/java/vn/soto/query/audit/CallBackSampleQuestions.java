package vn.soto.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Documents;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;
import vn.soto.query.unit.EndedUnitLists;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;

/** Answers queries about call-back samples. */
@RestController
record CallBackSampleQuestions(CallBackSamples samples, Units units, EndedUnitLists ended) {

    /** A sample lies in the unit in which it was drawn. */
    @Bean
    static Subjects sampleSubjects(Documents documents) {
        return Subjects.at(
                IdKind.CALL_BACK_SAMPLE,
                SubjectLookup.of(
                        documents,
                        DrawnSample.KIND,
                        (sample, day, asOf) -> sample.commit() <= asOf
                                ? Optional.of(
                                        Locations.inUnit(sample.draw().unit().value()))
                                : Optional.empty()));
    }

    private static final Range FROM = new Range("from", 0, 1_000_000);

    /**
     * @param total number of samples over all pages
     * @param next  {@code from} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            UnitId unit,
            int total,
            List<CallBackSampleView.Line> samples,
            @Nullable Integer next) {}

    /** A sample with what was said about each record, and what all of it says of the records from which it was drawn. */
    @Query(at = "/api/call-back-samples/{callBackSample}", right = EndpointRight.FINDINGS, of = "callBackSample")
    CallBackSampleView sample(Asked asked, @PathVariable String callBackSample) {
        CallBackSampleView found = samples.find(callBackSample, asked.asOf())
                .orElseThrow(() -> QueryProblemException.absent("call-back-sample", callBackSample));
        asked.refusedNow(found.stage().refusals());
        return found;
    }

    /** The samples drawn in a unit and below it, the latest first; without {@code quarter}, of all quarters. */
    @Query(at = "/api/units/{unit}/call-back-samples", right = EndpointRight.FINDINGS, of = "unit", part = true)
    Page samples(
            Asked asked,
            @PathVariable String unit,
            @RequestParam Optional<Quarter> quarter,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        int first = FROM.check(from).orElse(0L).intValue();
        int most = asked.limit(limit);
        LocalDate day = asked.today();
        if (units.find(unit, day, asOf).isEmpty()) {
            throw QueryProblemException.absent("unit", unit);
        }
        List<CallBackSampleView.Line> all = samples.in(unit, quarter.map(Quarter::toString), day, asOf);
        if (all.isEmpty()) {
            ended.lead(unit, day, asOf);
        }
        return new Page(
                new UnitId(unit),
                all.size(),
                all.stream().skip(first).limit(most).toList(),
                first + most < all.size() ? first + most : null);
    }
}
