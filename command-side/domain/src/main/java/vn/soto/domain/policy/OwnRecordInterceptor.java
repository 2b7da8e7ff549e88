package vn.soto.domain.policy;

import static vn.soto.domain.shared.CommonRule.OWN_RECORD_CAME_FROM_THE_SAME_ACCOUNT;
import static vn.soto.domain.shared.CommonRule.OWN_RECORD_IS_CORRECTED_IN_TIME;
import static vn.soto.domain.shared.CommonRule.OWN_RECORD_NAMES_WHO_CORRECTS_IT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.plan.CommandMetadata;
import vn.soto.domain.policy.Recordings.Recording;
import vn.soto.domain.shared.CommandRights;
import vn.soto.domain.shared.OwnRecord;

/**
 * Lets a member take back or correct a record of their own without an officer, for as long as the policy of the day of
 * recording says. Senders with the full right to the command, and steps of plans, are not asked.
 */
public final class OwnRecordInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Policies policies;
    private final Recordings recordings;
    private final Clock clock;

    public OwnRecordInterceptor(Policies policies, Recordings recordings, Clock clock) {
        this.policies = policies;
        this.recordings = recordings;
        this.clock = clock;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        CommandMessage<?> message = unitOfWork.getMessage();
        if (message.getPayload() instanceof OwnRecord command
                && message.getMetaData().get(CommandMetadata.ROLES) instanceof Set<?> roles
                && !roles.isEmpty()
                && roles.stream().noneMatch(role -> CommandRights.mayIssue(Set.of((Role) role), command.getClass()))) {
            check(command, String.valueOf(message.getMetaData().get(CommandMetadata.ACTOR)));
        }
        return chain.proceed();
    }

    private void check(OwnRecord command, String account) {
        OWN_RECORD_NAMES_WHO_CORRECTS_IT.require(command.by() != null);
        List<Recording> made = recordings.of(command.record(), command::isStatedBy);
        OWN_RECORD_CAME_FROM_THE_SAME_ACCOUNT.require(
                made.stream().allMatch(recording -> recording.account().equals(account)));
        made.stream().findFirst().ifPresent(first -> {
            LocalDate day = VietnamTime.day(first.at());
            LocalDate last = day.plusDays(policies.on(day).daysToCorrectOwn());
            OWN_RECORD_IS_CORRECTED_IN_TIME.require(
                    !VietnamTime.day(clock.instant()).isAfter(last), last);
        });
    }
}
