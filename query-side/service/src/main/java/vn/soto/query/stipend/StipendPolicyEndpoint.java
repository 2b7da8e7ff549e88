package vn.soto.query.stipend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.stipend.StipendPolicyEvent;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyAdopted;
import vn.soto.contracts.stipend.StipendScheme;
import vn.soto.events.EventCodec;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.timeline.EventLoader.Body;
import vn.soto.query.timeline.Histories;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers what the province pays. */
@RestController
final class StipendPolicyEndpoint {

    /** Id of the one aggregate that holds all versions. */
    private static final String POLICY = "stipend-policy";

    private final QueryExecutor queries;
    private final Histories histories;
    private final EventCodec codec;

    StipendPolicyEndpoint(QueryExecutor queries, Histories histories, EventCodec codec) {
        this.queries = queries;
        this.histories = histories;
        this.codec = codec;
    }

    /**
     * A version of the rates, in whole đồng.
     *
     * @param instrument number of the decision that sets them
     * @param fewestDays days of a month on which a member can act for the month to count
     * @param withdrawn  whether it was taken back, so that it applies in no month
     */
    record StipendRates(
            int version,
            StipendScheme scheme,
            long perMonth,
            long perDay,
            long perNight,
            int fewestDays,
            String instrument,
            LocalDate signedOn,
            LocalDate effectiveFrom,
            long commit,
            Instant at,
            String by,
            boolean withdrawn) {}

    /** Every version adopted, oldest first; one applies from its day until a later version does. */
    @Requires(EndpointRight.REFERENCE)
    @GetMapping("/api/stipend-policy")
    Mono<QueryAnswer<List<StipendRates>>> rates(QueryContext context) {
        return queries.answer(context, asOf -> {
            List<Body> bodies = histories.of(POLICY, asOf);
            DayHistory<StipendPolicyAdopted> applying =
                    DayHistory.of(bodies.stream().flatMap(this::event), StipendPolicyEvent::change);
            return bodies.stream().flatMap(body -> adopted(body, applying)).toList();
        });
    }

    private Stream<StipendPolicyEvent> event(Body body) {
        return codec.decode(body.event().type(), body.event().payload()) instanceof StipendPolicyEvent event
                ? Stream.of(event)
                : Stream.empty();
    }

    private Stream<StipendRates> adopted(Body body, DayHistory<StipendPolicyAdopted> applying) {
        return event(body)
                .flatMap(event -> event instanceof StipendPolicyAdopted adopted
                        ? Stream.of(rates(adopted, body, !applying.has(adopted::equals)))
                        : Stream.empty());
    }

    private static StipendRates rates(StipendPolicyAdopted adopted, Body body, boolean withdrawn) {
        return new StipendRates(
                adopted.version(),
                adopted.terms().scheme(),
                adopted.terms().perMonth(),
                adopted.terms().perDay(),
                adopted.terms().perNight(),
                adopted.terms().fewestDays(),
                adopted.instrument().number(),
                adopted.instrument().signedOn(),
                adopted.effectiveFrom(),
                body.commit().number(),
                body.commit().at(),
                body.commit().actor(),
                withdrawn);
    }
}
