package vn.soto.domain.plan;

import static vn.soto.domain.plan.PlanRule.COMMAND_ABOUT_A_PLAN_IS_NO_STEP;
import static vn.soto.domain.plan.PlanRule.COMMAND_NEEDS_A_SECOND_PERSON;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.access.TwoPersonGrants;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.reach.CommandSender;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandMetadata;

/**
 * Refuses a command that needs two persons, unless it is a step of a plan with a second person's approval. A command
 * needs two by today's policy, or because it gives or changes a right to approve. Reads the policy and the grants
 * within the command's unit of work, so the commit depends on what was read.
 */
public record FourEyesInterceptor(Policies policies, TwoPersonGrants grants, RightHolders holders, Clock clock)
        implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        CommandMessage<?> message = unitOfWork.getMessage();
        checkIsNoStepAboutAPlan(message);
        boolean approved = Boolean.TRUE.equals(message.getMetaData().get(CommandMetadata.APPROVED));
        boolean confirmedLater = message.getMetaData().containsKey(CommandMetadata.FORMER_MEMBER);
        if (!approved && !confirmedLater && message.getPayload() instanceof Command command && canNeedTwo(command)) {
            String name = Command.nameOf(command.getClass());
            COMMAND_NEEDS_A_SECOND_PERSON.require(!needsTwo(command, actor(message)), name);
        }
        return chain.proceed();
    }

    /** A step that decides about a plan would be a decision of whoever proposed or approved the one it is in. */
    private static void checkIsNoStepAboutAPlan(CommandMessage<?> message) {
        if (message.getPayload() instanceof PlanCommand command
                && message.getMetaData().get(CommandSender.KEY) instanceof CommandSender.PlanStep) {
            throw COMMAND_ABOUT_A_PLAN_IS_NO_STEP.refused(Command.nameOf(command.getClass()));
        }
    }

    private boolean needsTwo(Command command, String actor) {
        Instant now = clock.instant();
        return policies.needsTwo(
                        command, VietnamTime.day(now), () -> holders.anyBeside(actor, List.of(command.getClass())))
                || grants.needsTwo(command, actor, now);
    }

    private static String actor(CommandMessage<?> message) {
        return String.valueOf(message.getMetaData().get(CommandMetadata.ACTOR));
    }

    /** An approval never needs an approval itself. */
    private static boolean canNeedTwo(Command command) {
        return !(command instanceof InternalPlanCommand || command instanceof ApprovePlan);
    }
}
