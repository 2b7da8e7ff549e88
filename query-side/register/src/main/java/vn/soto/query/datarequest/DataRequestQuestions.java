package vn.soto.query.datarequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.KnownSubjects;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;
import vn.soto.web.EndpointRight;

/** Answers those who deal with requests of persons about their own data, and auditors: which are open, and which are late. */
@RestController
record DataRequestQuestions(DataRequests requests) {

    /** A request lies where the person lies. */
    @Bean
    static Subjects dataRequestSubjects(DataRequests requests, KnownSubjects subjects) {
        SubjectLookup<String> persons =
                SubjectLookup.<DataRequestView>each(requests::find).map(DataRequestView::subject);
        return new Subjects(
                IdKind.DATA_REQUEST,
                (ids, day, asOf) -> {
                    Map<String, String> of = persons.find(ids, day, asOf);
                    Map<String, List<Locations>> places = subjects.places(IdKind.PERSON, of.values(), day, asOf);
                    of.values().retainAll(places.keySet());
                    Map<String, List<Locations>> found = new HashMap<>();
                    of.forEach((id, person) -> found.put(id, places.getOrDefault(person, List.of())));
                    return found;
                },
                null);
    }

    private static final Range BEFORE = new Range("before", 0, Long.MAX_VALUE);

    /** The states of requests in a list. */
    enum Listed {
        OPEN,
        LATE,
        CLOSED,
        ALL;

        static Listed parse(String text) {
            return switch (text) {
                case "open" -> OPEN;
                case "late" -> LATE;
                case "closed" -> CLOSED;
                case "all" -> ALL;
                default -> throw new IllegalArgumentException("open, late, closed or all, not " + text);
            };
        }

        Predicate<DataRequestView> holds(LocalDate day) {
            return switch (this) {
                case OPEN -> DataRequestView::isOpen;
                case LATE -> request -> request.isOverdue(day);
                case CLOSED -> request -> !request.isOpen();
                case ALL -> request -> true;
            };
        }
    }

    /** @param next {@code before} of the next page; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            LocalDate on,
            List<DataRequestView> dataRequests,
            @Nullable Long next) {}

    /**
     * Lists the open requests, latest first. {@code state=late} asks for those with a duty overdue on the day
     * {@code on} or today, {@code state=closed} for those carried out or refused.
     */
    @Query(at = "/api/data-requests", right = EndpointRight.DATA_REQUESTS)
    Page all(
            Asked asked,
            @RequestParam Optional<Listed> state,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Optional<Long> before,
            @RequestParam Optional<Long> limit) {
        LocalDate day = asked.on(on);
        DataRequests.Found found = requests.list(
                state.orElse(Listed.OPEN).holds(day).and(DataRequestQuestions::isReached),
                day,
                asked.asOf(),
                BEFORE.check(before).orElse(Long.MAX_VALUE),
                asked.limit(limit));
        return new Page(day, found.requests(), found.next().orElse(null));
    }

    @Query(at = "/api/data-requests/{dataRequest}", right = EndpointRight.DATA_REQUESTS, of = "dataRequest")
    DataRequestView one(Asked asked, @PathVariable String dataRequest, @RequestParam Optional<LocalDate> on) {
        DataRequestView found = requests.find(dataRequest, asked.on(on), asked.asOf())
                .orElseThrow(() -> QueryProblemException.absent("data-request", dataRequest));
        asked.refusedNow(found.stage().refusals());
        return found;
    }

    private static boolean isReached(DataRequestView request) {
        return Reader.current().reaches(EndpointRight.DATA_REQUESTS, IdKind.PERSON, request.subject());
    }
}
