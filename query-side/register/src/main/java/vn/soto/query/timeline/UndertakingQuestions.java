package vn.soto.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.plan.PlanId;
import vn.soto.ledger.Commit;
import vn.soto.ledger.RecordedEvent;
import vn.soto.query.http.Asked;
import vn.soto.query.http.ListedPage;
import vn.soto.query.http.Query;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.plan.Plans;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.EventLocations;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;
import vn.soto.web.EndpointRight;

/** Answers what was recorded together: the commands of a correlation, and what a plan, such as an import, made. */
@RestController
record UndertakingQuestions(Undertakings undertakings, Plans plans, CommitReasons reasons) {

    /** Commits whose places are those of an undertaking. */
    private static final int LOOKED_AT = 50;

    /** An undertaking lies where the first of its commits lie. */
    @Bean
    static Subjects undertakingSubjects(Undertakings undertakings, EventLocations events) {
        return Subjects.at(
                IdKind.CORRELATION,
                SubjectLookup.each((id, day, asOf) -> undertakings.page(id, 0, LOOKED_AT, asOf).commits().stream()
                        .map(commit -> events.of(commit, day, asOf))
                        .reduce(Locations::and)));
    }

    /** Vocabularies of plans, and of the counts and claims that are kept beside what they concern. */
    private static final List<String> NOT_MADE =
            List.of("plan.", "plan-part.", "plans.", "waiting-plans.", "caseload.", "unit-name.", "unit-coverage.");

    /** @param next {@code from} of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Correlation(
            @IdOf(IdKind.CORRELATION) String correlation,
            List<RecordedCommand> commands,
            @Nullable Long next) {}

    /** @param next {@code from} of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Made(
            PlanId plan,
            List<RecordedCommand> made,
            @Nullable Long next) {}

    /** The commands recorded under one correlation, oldest first, from the one that holds position {@code from} on. */
    @Query(at = "/api/correlations/{correlation}", right = EndpointRight.RECORDS, of = "correlation")
    Correlation correlation(
            Asked asked,
            @PathVariable String correlation,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        if (!undertakings.exists(correlation, asOf)) {
            throw QueryProblemException.absent("correlation", correlation);
        }
        Undertakings.Page page = page(asked, correlation, from, limit);
        return new Correlation(correlation, commands(page, event -> true, language), page.next());
    }

    /**
     * The result of a plan: the recorded commands of its steps with their events, oldest first; nothing while none is
     * recorded. The plan's own events, and counts kept beside, are left out, so a page may be shorter than its limit.
     */
    @Query(at = "/api/plans/{plan}/made", right = EndpointRight.RECORDS, of = "plan")
    Made made(
            Asked asked,
            @PathVariable String plan,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        if (!plans.isKnown(plan, asOf) && !undertakings.exists(PlanId.CORRELATION + plan, asOf)) {
            throw QueryProblemException.absent("plan", plan);
        }
        Undertakings.Page page = page(asked, PlanId.CORRELATION + plan, from, limit);
        return new Made(new PlanId(plan), commands(page, UndertakingQuestions::isMade, language), page.next());
    }

    private Undertakings.Page page(Asked asked, String correlation, Optional<Long> from, Optional<Long> limit) {
        ListedPage.Bounds part = asked.page(from, limit);
        return undertakings.page(correlation, part.from(), part.limit(), asked.asOf());
    }

    private List<RecordedCommand> commands(Undertakings.Page page, Predicate<RecordedEvent> wanted, Locale language) {
        return page.commits().stream()
                .filter(commit -> commit.events().stream().anyMatch(seen(commit, wanted)))
                .map(commit -> RecordedCommand.of(commit, seen(commit, wanted), reasons.of(commit, language)))
                .toList();
    }

    /** Those of the wanted events of a commit that the reader may see. */
    private static Predicate<RecordedEvent> seen(Commit commit, Predicate<RecordedEvent> wanted) {
        return event -> wanted.test(event) && EventLocations.isSeen(event, commit);
    }

    private static boolean isMade(RecordedEvent event) {
        String name = event.type().name();
        return NOT_MADE.stream().noneMatch(name::startsWith);
    }
}
