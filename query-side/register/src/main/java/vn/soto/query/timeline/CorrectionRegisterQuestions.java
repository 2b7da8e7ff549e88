package vn.soto.query.timeline;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.query.http.AnswerTable;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;

/** Answers what was corrected, by whom and why. */
@RestController
record CorrectionRegisterQuestions(CorrectionRegister register, Units units) {

    private static final int MOST_IN_A_TABLE = 5_000;
    private static final Range BEFORE = new Range("before", 0, Long.MAX_VALUE);

    /**
     * The corrections that the reader may see, the last first: about what lies in a unit, recorded between two days, by an account. A
     * page may be shorter than its limit although there are more.
     */
    @Query(at = "/api/made-corrections", right = EndpointRight.RECORDS)
    CorrectionRegister.Page made(
            Asked asked,
            @RequestParam Optional<String> unit,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam Optional<String> who,
            @RequestParam Optional<Long> before,
            @RequestParam Optional<Long> limit) {
        return page(
                asked, new CorrectionRegister.Wanted(unit, from, to, who, asked.today()), before, asked.limit(limit));
    }

    /** The same as a table of at most 5,000 lines. */
    @Query(at = "/api/made-corrections/table.csv", produces = "text/csv", right = EndpointRight.RECORDS)
    ResponseEntity<byte[]> table(
            Asked asked,
            @RequestParam Optional<String> unit,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam Optional<String> who,
            @RequestParam Optional<Long> before) {
        AnswerTable table =
                AnswerTable.of(asked).heads("commit", "at", "account", "event", "what", "reason", "corrects");
        CorrectionRegister.Wanted wanted = new CorrectionRegister.Wanted(unit, from, to, who, asked.today());
        page(asked, wanted, before, MOST_IN_A_TABLE).corrections().forEach(made -> {
            CorrectedBy corrected = made.corrects();
            table.row(
                    made.commit(),
                    made.recorded(),
                    made.who(),
                    made.name(),
                    made.sentence(),
                    made.why(),
                    corrected == null ? null : corrected.commit());
        });
        return table.file("corrections");
    }

    private CorrectionRegister.Page page(
            Asked asked, CorrectionRegister.Wanted wanted, Optional<Long> before, int most) {
        long end = BEFORE.check(before).orElse(Long.MAX_VALUE);
        wanted.unit().ifPresent(unit -> {
            if (units.find(unit, asked.asOf()).isEmpty()) {
                throw QueryProblemException.absent("unit", unit);
            }
        });
        return register.page(wanted, end, most, asked.asOf(), asked.language());
    }
}
