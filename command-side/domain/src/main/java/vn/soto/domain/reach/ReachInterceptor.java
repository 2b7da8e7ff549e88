package vn.soto.domain.reach;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.domain.reach.ReachCheck.Extent;
import vn.soto.domain.reach.ReachCheck.Within;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandMetadata;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;

/**
 * Refuses a command whose sender has no right to what it touches, before its handler runs and in its unit of work. If
 * the sender's right is to records of their own, {@link OwnRecordInterceptor} decides whether this is one; what a
 * member who has left sends is marked. If the command names a person or record out of the sender's reach, the reason is
 * not told. The answer is the same as for an id that nobody has.
 *
 * @param approval command whose handler checks the sender's right to each step of a plan
 */
public record ReachInterceptor(ReachCheck check, Class<? extends Command> approval)
        implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        CommandMessage<?> message = unitOfWork.getMessage();
        if (!(message.getPayload() instanceof Command command)) {
            return chain.proceed();
        }
        Within within = check.check(command, sender(message), actor(message));
        if (within.extent() == Extent.OWN) {
            unitOfWork.resources().put(OwnRecordInterceptor.OWN_ONLY, true);
        }
        if (within.extent() == Extent.FORMER) {
            AccountId sender = new AccountId(actor(message));
            unitOfWork.transformMessage(sent -> sent.andMetaData(Map.of(CommandMetadata.FORMER_MEMBER, sender)));
        }
        try {
            return chain.proceed();
        } catch (RuleViolatedException | NotFoundException | AggregateNotFoundException refused) {
            if (isToldOfThePlan(command, refused)) {
                throw refused;
            }
            throw within.undisclosed(command)
                    .<RuntimeException>map(absent -> instead(absent, refused))
                    .orElse(refused);
        }
    }

    /** A sender who may not approve each step of a plan is refused by a rule of rights, before the rules of plans. */
    private boolean isToldOfThePlan(Command command, RuntimeException refused) {
        return approval.isInstance(command)
                && refused instanceof RuleViolatedException violated
                && !(violated.rule() instanceof ReachRule);
    }

    private static NotFoundException instead(NotFoundException absent, RuntimeException refused) {
        return refused instanceof RuleViolatedException violated && violated.rule() instanceof ReachRule
                ? new OutOfReachException(absent, violated)
                : absent;
    }

    private static CommandSender sender(CommandMessage<?> message) {
        return message.getMetaData().get(CommandSender.KEY) instanceof CommandSender sender
                ? sender
                : new CommandSender.Person(roles(message.getMetaData().get(CommandMetadata.ROLES)));
    }

    private static Set<Role> roles(@Nullable Object stated) {
        return stated instanceof Set<?> roles
                ? roles.stream().map(Role.class::cast).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static String actor(CommandMessage<?> message) {
        return String.valueOf(message.getMetaData().get(CommandMetadata.ACTOR));
    }
}
