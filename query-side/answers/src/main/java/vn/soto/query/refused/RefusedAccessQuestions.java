package vn.soto.query.refused;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.privacy.refused.RefusedAccess;
import vn.soto.privacy.refused.RefusedAccessStore;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.web.EndpointRight;

/** Answers auditors and administrators whom access was refused to. The register is no part of the ledger. */
@RestController
record RefusedAccessQuestions(RefusedAccessStore register) {

    private static final Range BEFORE = new Range("before", 1, Long.MAX_VALUE);

    /** @param next {@code before} of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<RefusedView> refused, @Nullable Long next) {}

    /**
     * Refusals of one kind within an hour.
     *
     * @param operation method and address with the names of its variables
     * @param lacking   code of the problem that was answered, and the right that was lacking if it is known
     * @param first     the first of them
     * @param last      the latest of them
     * @param times     how many there were
     */
    record RefusedView(
            @IdOf(IdKind.ACCOUNT) String account,
            String operation,
            String lacking,
            Instant first,
            Instant last,
            long times) {

        static RefusedView of(RefusedAccess entry) {
            return new RefusedView(
                    entry.account(), entry.operation(), entry.lacking(), entry.first(), entry.last(), entry.times());
        }
    }

    /**
     * Lists refusals for want of a right, latest first, of the accounts that the reader reaches. The latest ten
     * thousand kinds and hours are kept.
     */
    @Query(at = "/api/refused-access", right = EndpointRight.REFUSALS, effort = Query.Effort.ANEW)
    Page refused(Asked asked, @RequestParam Optional<Long> before, @RequestParam Optional<Long> limit) {
        return page(BEFORE.check(before).orElse(Long.MAX_VALUE), asked.limit(limit));
    }

    /** A page may be shorter than its limit and still have a next one. */
    private Page page(long before, int limit) {
        List<RefusedAccessStore.Numbered> found = register.latest(before, limit + 1);
        List<RefusedAccessStore.Numbered> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                shown.stream()
                        .map(RefusedAccessStore.Numbered::entry)
                        .filter(entry ->
                                Reader.current().reaches(EndpointRight.REFUSALS, IdKind.ACCOUNT, entry.account()))
                        .map(RefusedView::of)
                        .toList(),
                found.size() > limit ? Long.valueOf(shown.getLast().number()) : null);
    }
}
