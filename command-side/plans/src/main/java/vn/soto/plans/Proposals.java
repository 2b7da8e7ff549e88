package vn.soto.plans;

import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.soto.command.binding.CommandReader;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.domain.shared.Command;
import vn.soto.plans.PlanService.Submitted;

/**
 * Makes a command that needs two persons a proposal, which waits for the second one. Blocking.
 *
 * @param dryRuns starts a dry run in the name of an account
 */
public record Proposals(PlanService plans, Function<String, DryRun> dryRuns) {

    /** Whether the request with this id was made a proposal before. */
    public boolean isProposed(UUID request) {
        return plans.isSubmitted(new PlanId(request.toString()));
    }

    /**
     * Returns when the proposal is durable. A command that would be refused now even with an approval is refused at
     * once.
     *
     * @param plan              its id; the same command proposed again is a repeat
     * @param trial             reads the command for a dry run
     * @param sealing           reads it to be kept, see {@link Step.Requested}
     * @throws RuntimeException as {@link PlanService#submit} and {@link DryRun#send}
     */
    public Submitted propose(
            PlanId plan, Supplier<Command> trial, Function<UUID, CommandReader.Held> sealing, String actor) {
        Command tried = trial.get();
        if (!plans.isSubmitted(plan)) {
            try (DryRun dryRun = dryRuns.apply(actor)) {
                var _ = dryRun.send(tried, true);
            }
        }
        Iterator<Step> step =
                List.<Step>of(new Step.Requested(0, tried, sealing)).iterator();
        return plans.submit(plan, PlanKind.PROPOSAL, step, actor);
    }
}
