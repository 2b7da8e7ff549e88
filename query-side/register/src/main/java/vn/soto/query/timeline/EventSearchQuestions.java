package vn.soto.query.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.query.http.Asked;
import vn.soto.query.http.BooleanParameter;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.search.EventCondition;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;
import vn.soto.web.FoldedText;

/** Answers who recorded or corrected what, where, when and why. */
@RestController
record EventSearchQuestions(EventSearch search, Units units) {

    private static final Range BEFORE = new Range("before", 0, Long.MAX_VALUE);
    private static final int LONGEST = 100;

    /** @param next {@code before} of the next page; absent on the last */
    record MadeCorrections(
            List<FoundEvent> corrections, @Nullable Long next) {}

    /**
     * The corrections that the reader may see, the last first: about what lies in a unit, recorded between two days, by an account. A
     * page may be shorter than its limit although there are more.
     */
    @Query(at = "/api/made-corrections", right = EndpointRight.RECORDS)
    MadeCorrections made(
            Asked asked,
            @RequestParam Optional<String> unit,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam Optional<String> who,
            @RequestParam Optional<Long> before,
            @RequestParam Optional<Long> limit) {
        EventCondition indexed = new EventCondition(who, Optional.empty(), Optional.empty(), from, to, true);
        EventSearch.Found found = find(asked, indexed, unit, Optional.empty(), before, limit);
        return new MadeCorrections(found.events(), found.next());
    }

    /**
     * The events that the reader may see, the last first. {@code who} is an account, {@code what} an event or its vocabulary,
     * {@code about} a subject such as {@code household:<id>}, {@code unit} where it lies today. {@code why} are words of
     * the reason, with or without accents. {@code corrections=true} asks for corrections alone. A page may be shorter
     * than its limit although there are more.
     */
    @Query(at = "/api/events", right = EndpointRight.RECORDS)
    EventSearch.Found events(
            Asked asked,
            @RequestParam Optional<String> who,
            @RequestParam Optional<String> what,
            @RequestParam Optional<String> about,
            @RequestParam Optional<String> unit,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam Optional<String> why,
            @RequestParam Optional<BooleanParameter> corrections,
            @RequestParam Optional<Long> before,
            @RequestParam Optional<Long> limit) {
        boolean correcting = corrections.equals(Optional.of(BooleanParameter.TRUE));
        why.filter(words -> words.length() > LONGEST).ifPresent(words -> {
            throw QueryProblemException.malformed("why", words);
        });
        return find(
                asked,
                new EventCondition(who, what, about, from, to, correcting),
                unit,
                why.map(FoldedText::of),
                before,
                limit);
    }

    private EventSearch.Found find(
            Asked asked,
            EventCondition indexed,
            Optional<String> unit,
            Optional<FoldedText> why,
            Optional<Long> before,
            Optional<Long> limit) {
        long end = BEFORE.check(before).orElse(Long.MAX_VALUE);
        unit.filter(id -> units.find(id, asked.asOf()).isEmpty()).ifPresent(id -> {
            throw QueryProblemException.absent("unit", id);
        });
        return search.find(
                new EventSearch.Wanted(indexed, unit, why, asked.today()),
                end,
                asked.limit(limit),
                asked.asOf(),
                asked.language());
    }
}
