package vn.soto.query.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.policy.PolicyEvent;
import vn.soto.events.EventCodec;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.Histories;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.web.EndpointRight;

/** Answers queries about the policy: one aggregate of a few events, read from the ledger. */
@RestController
record PolicyQuestions(Histories histories, EventCodec codec, InitialPolicy initial) {

    /** Id of the one aggregate that holds all versions. */
    private static final String POLICY = "policy";

    /** The policy in force on the day {@code on}, or today, and every version adopted. */
    @Query(at = "/api/policy", right = EndpointRight.REFERENCE)
    PolicyView policy(Asked asked, @RequestParam Optional<LocalDate> on) {
        return PolicyView.of(asked.on(on), recorded(asked.asOf()), initial);
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
