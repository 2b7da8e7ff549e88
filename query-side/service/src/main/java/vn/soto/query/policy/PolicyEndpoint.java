package vn.soto.query.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.policy.PolicyEvent;
import vn.soto.events.EventCodec;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Today;
import vn.soto.query.timeline.EventLoader.Body;
import vn.soto.query.timeline.Histories;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Answers queries about the policy: one aggregate of a few events, read from the ledger. */
@RestController
final class PolicyEndpoint {

    /** Id of the one aggregate that holds all versions. */
    private static final String POLICY = "policy";

    private final QueryExecutor queries;
    private final Histories histories;
    private final EventCodec codec;
    private final InitialPolicy initial;
    private final Today today;

    PolicyEndpoint(QueryExecutor queries, Histories histories, EventCodec codec, InitialPolicy initial, Today today) {
        this.queries = queries;
        this.histories = histories;
        this.codec = codec;
        this.initial = initial;
        this.today = today;
    }

    /** The policy in force on the day {@code on}, or today, and every version adopted. */
    @Requires(EndpointRight.REFERENCE)
    @GetMapping("/api/policy")
    Mono<QueryAnswer<PolicyView>> policy(QueryContext context, @RequestParam Optional<LocalDate> on) {
        return queries.answer(context, asOf -> PolicyView.of(today.on(on, context, asOf), recorded(asOf), initial));
    }

    private List<PolicyView.Recorded> recorded(long asOf) {
        return histories.of(POLICY, asOf).stream().flatMap(this::recorded).toList();
    }

    private Stream<PolicyView.Recorded> recorded(Body body) {
        return codec.decode(body.event().type(), body.event().payload()) instanceof PolicyEvent event
                ? Stream.of(new PolicyView.Recorded(event, body.commit()))
                : Stream.empty();
    }
}
