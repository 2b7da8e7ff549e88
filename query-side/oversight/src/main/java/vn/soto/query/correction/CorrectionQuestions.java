package vn.soto.query.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.events.EventCodec;
import vn.soto.projection.supposed.Supposition.Supposed;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.http.Refusals;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.EventLocations;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.team.Teams;
import vn.soto.web.EndpointRight;

/** Answers queries about records that have to be corrected. */
@RestController
record CorrectionQuestions(
        RecordsToCorrect records, Teams teams, Impacts impacts, EventCodec codec, Refusals refusals, Clock clock) {

    private static final Range FROM = new Range("from", 0, 1_000_000);

    /**
     * @param total number of records over all pages
     * @param next  {@code from} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            int total,
            List<CorrectionView> records,
            @Nullable Integer next) {}

    /**
     * Lists the records of help, outreach, training and assignment that a later change left behind, unless corrected or
     * voided since; the last left behind first. They are those of one team, or of all that the reader reaches.
     */
    @Query(at = "/api/corrections", right = EndpointRight.RECORDS, of = "team")
    Page corrections(
            Asked asked,
            @RequestParam Optional<String> team,
            @RequestParam Optional<RestingKind> kind,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        int first = FROM.check(from).orElse(0L).intValue();
        int most = asked.limit(limit);
        if (team.isPresent() && teams.find(team.get(), asOf).isEmpty()) {
            throw QueryProblemException.absent("team", team.get());
        }
        List<CorrectionView> all = seen(records.find(team, asOf, language)).stream()
                .filter(view -> kind.isEmpty() || kind.get() == view.kind())
                .toList();
        return new Page(
                all.size(),
                all.stream().skip(first).limit(most).map(CorrectionView::asSeen).toList(),
                first + most < all.size() ? first + most : null);
    }

    private static List<CorrectionView> seen(List<CorrectionView> all) {
        Set<String> teams = Reader.current()
                .reached(
                        EndpointRight.RECORDS,
                        IdKind.TEAM,
                        all.stream().map(view -> view.team().value()).distinct().toList());
        return all.stream().filter(view -> teams.contains(view.team().value())).toList();
    }

    /** As of now; the body is the answer of a command's dry run. */
    @Query(
            at = "/api/corrections/preview",
            method = RequestMethod.POST,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            right = EndpointRight.RECORDS,
            name = "preview-preview")
    ImpactView preview(Asked asked, @RequestBody SupposedEvents dryRun) {
        asked.moment().ifPresent(moment -> {
            throw QueryProblemException.malformed("asOf", moment.toString());
        });
        Instant at = clock.instant();
        List<Supposed> events = dryRun.decoded(codec, at);
        EventLocations.hidden(events.stream().map(Supposed::recorded).toList())
                .ifPresent(outside -> refusals.check(outside, asked.asOf()));
        return impacts.of(events, at, asked.language());
    }
}
