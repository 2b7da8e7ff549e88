package vn.soto.domain.reach;

import static vn.soto.domain.shared.CommonRule.JUST_RECORDED_IS_TAKEN_BACK_AT_ONCE_BY_WHO_RECORDED_IT;
import static vn.soto.domain.shared.CommonRule.OWN_RECORD_CAME_FROM_THE_SAME_ACCOUNT;
import static vn.soto.domain.shared.CommonRule.OWN_RECORD_IS_CORRECTED_BY_THE_PERSON_OF_THE_ACCOUNT;
import static vn.soto.domain.shared.CommonRule.OWN_RECORD_IS_CORRECTED_IN_TIME;
import static vn.soto.domain.shared.CommonRule.OWN_RECORD_NAMES_WHO_CORRECTS_IT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.OwnRecordStage;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.access.GrantedRights;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.policy.Recordings;
import vn.soto.domain.policy.Recordings.Recording;
import vn.soto.domain.shared.CommandMetadata;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.OwnRecord;

/**
 * Lets a member take back or correct a record of their own without an officer, within the time that the policy of that
 * day sets. Senders with the full right to the command, and steps of plans, are not asked.
 */
public record OwnRecordInterceptor(Policies policies, Recordings recordings, GrantedRights granted, Clock clock)
        implements MessageHandlerInterceptor<CommandMessage<?>> {

    /** Resource of a unit of work whose sender has the right to records of their own only. */
    public static final String OWN_ONLY = "soto.own-only";

    /** How long a record can be taken back as one that was just recorded, from the time of its commit. */
    public static final Duration AT_ONCE = Duration.ofSeconds(60);

    private static final String JUST_RECORDED = ReasonCode.JUST_RECORDED.name();

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        CommandMessage<?> message = unitOfWork.getMessage();
        if (message.getPayload() instanceof OwnRecord command) {
            String account = String.valueOf(message.getMetaData().get(CommandMetadata.ACTOR));
            if (Boolean.TRUE.equals(unitOfWork.resources().get(OWN_ONLY))) {
                check(command, account);
            }
            if (command instanceof HasReason reasoned && JUST_RECORDED.equals(reasoned.reason())) {
                checkJustRecorded(command, account);
            }
        }
        return chain.proceed();
    }

    /** Checks the reason for every sender: it claims that the sender recorded it a moment ago. */
    private void checkJustRecorded(OwnRecord command, String account) {
        Instant now = clock.instant();
        JUST_RECORDED_IS_TAKEN_BACK_AT_ONCE_BY_WHO_RECORDED_IT.require(
                recordings.of(command.record(), command::isStatedBy).stream()
                        .allMatch(recording -> recording.account().equals(account)
                                && !recording.at().plus(AT_ONCE).isBefore(now)),
                AT_ONCE.toSeconds());
    }

    private void check(OwnRecord command, String account) {
        MemberId by = Optional.ofNullable(command.by()).orElseThrow(OWN_RECORD_NAMES_WHO_CORRECTS_IT::refused);
        Optional<LinkedPerson> sender = person(account, clock.instant());
        OWN_RECORD_IS_CORRECTED_BY_THE_PERSON_OF_THE_ACCOUNT.require(
                sender.map(LinkedPerson::member).map(by::equals).orElse(true));
        List<Recording> made = recordings.of(command.record(), command::isStatedBy);
        made.stream().findFirst().ifPresent(first -> {
            LocalDate day = VietnamTime.day(first.at());
            LocalDate last = policies.on(day).lastDayToCorrectOwn(day);
            OwnRecordStage stage =
                    new OwnRecordStage(made.stream().allMatch(recording -> isBy(recording, account, sender)), last);
            OWN_RECORD_CAME_FROM_THE_SAME_ACCOUNT.require(stage.own());
            OWN_RECORD_IS_CORRECTED_IN_TIME.require(stage.isInTime(VietnamTime.day(clock.instant())), last);
        });
    }

    private boolean isBy(Recording recording, String account, Optional<LinkedPerson> sender) {
        return OwnRecordStage.isOwn(recording.account(), person(recording.account(), recording.at()), account, sender);
    }

    private Optional<LinkedPerson> person(String account, Instant at) {
        return AccountId.isWellFormed(account)
                ? granted.of(new AccountId(account)).personOn(VietnamTime.day(at))
                : Optional.empty();
    }
}
