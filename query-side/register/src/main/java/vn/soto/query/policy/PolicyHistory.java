package vn.soto.query.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.policy.PolicyEvent;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.events.EventCodec;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.Histories;

/** The versions of the policy: one aggregate of a few events, read from the ledger. */
@Component
public record PolicyHistory(Histories histories, EventCodec codec, InitialPolicy initial) {

    /** Id of the one aggregate that holds all versions. */
    private static final String POLICY = "policy";

    /** The terms that apply on a day, as known at a commit. */
    public Terms on(LocalDate day, long asOf) {
        return DayHistory.of(recorded(asOf).stream().map(PolicyView.Recorded::event), PolicyEvent::change)
                .at(day)
                .map(PolicyAdopted::terms)
                .orElseGet(initial::terms);
    }

    PolicyView view(LocalDate day, long asOf) {
        return PolicyView.of(day, recorded(asOf), initial);
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
