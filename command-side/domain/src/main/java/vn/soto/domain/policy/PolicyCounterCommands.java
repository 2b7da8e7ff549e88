package vn.soto.domain.policy;

import static vn.soto.domain.plan.PlanRule.EVENT_HAS_A_COUNTER_COMMAND;

import java.util.stream.Stream;
import vn.soto.contracts.policy.PolicyEvent;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** The counter-command for an adopted policy: adopts the previous terms again. */
public final class PolicyCounterCommands {

    private PolicyCounterCommands() {}

    public static CounterCommand of(PolicyEvent event, EarlierEvents earlier) {
        return switch (event) {
            case PolicyAdopted adopted ->
                earlier.restored(
                        before -> before instanceof PolicyAdopted last ? Stream.of(last.terms()) : Stream.empty(),
                        terms -> new AdoptPolicy(terms, adopted.instrument(), adopted.effectiveFrom()),
                        EVENT_HAS_A_COUNTER_COMMAND);
        };
    }
}
