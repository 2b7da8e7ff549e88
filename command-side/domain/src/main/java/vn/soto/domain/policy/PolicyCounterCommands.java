package vn.soto.domain.policy;

import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;

import java.util.stream.Stream;
import vn.soto.contracts.policy.PolicyEvent;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.policy.PolicyEvent.PolicyWithdrawn;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.policy.PolicyCommand.WithdrawPolicy;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** Counter-commands for the events of the policy: an adopted version is withdrawn, a withdrawn one adopted again. */
public final class PolicyCounterCommands {

    private PolicyCounterCommands() {}

    public static CounterCommand of(PolicyEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case PolicyAdopted adopted -> CounterCommand.of(new WithdrawPolicy(adopted.version(), reason));
            case PolicyWithdrawn withdrawn ->
                earlier.restored(
                        before -> before instanceof PolicyAdopted adopted && withdrawn.corrects(adopted)
                                ? Stream.of(adopted)
                                : Stream.empty(),
                        adopted -> new AdoptPolicy(adopted.terms(), adopted.instrument(), adopted.effectiveFrom()),
                        EVENT_HAS_A_COUNTER_COMMAND);
        };
    }
}
