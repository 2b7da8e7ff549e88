package vn.soto.query.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.projection.Projection;
import vn.soto.projection.Projections;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.CommitWaits;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;
import vn.soto.web.FoldedText;

/** Answers searches. */
@RestController
record SearchQuestions(Search search, Projections projections, CommitWaits waits) {

    private static final int LONGEST = 100;

    /** The indexed kinds, those found by id, and people as far as the reader knows them. */
    private static final Set<IdKind> KINDS = Set.copyOf(EnumSet.of(
            IdKind.UNIT,
            IdKind.TEAM,
            IdKind.ORGANISATION,
            IdKind.HOUSEHOLD,
            IdKind.BUSINESS,
            IdKind.ASSISTANCE,
            IdKind.REQUEST,
            IdKind.SESSION,
            IdKind.TRAINING,
            IdKind.PLAN,
            IdKind.COMMIT,
            IdKind.MEMBER,
            IdKind.ACCOUNT));

    /**
     * Finds units, teams, organisations, households and businesses by names, codes, references and ids, and records by
     * their ids, best first. Names match with or without accents, by the beginnings of their words, former ones with
     * their days. Commits are found by
     * number, chain hash and command, people by account or pseudonym, and by name in the reader's own teams. {@code kinds} are those of the ids in links, separated by commas.
     */
    @Query(at = "/api/search", right = EndpointRight.REFERENCE, effort = Query.Effort.ANEW)
    SearchAnswer search(
            Asked asked,
            @RequestParam String q,
            @RequestParam Optional<String> kinds,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Optional<Long> limit) {
        Set<IdKind> wanted = kinds.map(SearchQuestions::kinds).orElse(KINDS);
        LocalDate day = asked.on(on);
        long indexed = indexed(asked.atLeast());
        Search.Found found = search.find(checked(q), wanted, day, asked.limit(limit), asked.asOf());
        return new SearchAnswer(q, day, found.hits(), found.more(), indexed);
    }

    /** Waits for the commit that the query names; says how far the index is, in any case. */
    private long indexed(long atLeast) {
        Projection index = projections.named(SearchProjector.NAME).orElseThrow();
        waits.await(atLeast, index::folded, (wanted, limit) -> {
            index.await(wanted, limit);
            return true;
        });
        return index.folded().number();
    }

    private static String checked(String q) {
        if (q.length() > LONGEST || FoldedText.of(q).words().isEmpty()) {
            throw QueryProblemException.malformed("q", q);
        }
        return q;
    }

    private static Set<IdKind> kinds(String text) {
        try {
            Set<IdKind> kinds = EnumSet.noneOf(IdKind.class);
            Arrays.stream(text.split(",", -1)).map(IdKind::parse).forEach(kinds::add);
            if (KINDS.containsAll(kinds)) {
                return kinds;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw QueryProblemException.malformed(
                "kinds", text, KINDS.stream().sorted().toList());
    }
}
