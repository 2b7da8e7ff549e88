package vn.soto.domain.assistance;

import static vn.soto.domain.shared.Role.LEADER;
import static vn.soto.domain.shared.Role.MEMBER;
import static vn.soto.domain.shared.Role.OFFICER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.DataSubject;
import vn.soto.domain.shared.HasReason;

/** Everything that can be asked about a record of help. */
public sealed interface AssistanceCommand extends Command {

    AssistanceId assistance();

    /**
     * Exactly one of {@code household}, {@code business} and {@code walkIn} is given.
     *
     * @param walkIn  for somebody who walked in and is not known: residential unit the help counts in
     * @param helpers members of the team on the day of the help; the first first
     * @param note    of the household or business; optional
     * @param reason  why the help is recorded late; needed when it is
     */
    @ClientCommand(
            as = "record-assistance",
            at = "assistances",
            by = {OFFICER, LEADER, MEMBER})
    record RecordAssistance(
            @TargetAggregateIdentifier AssistanceId assistance,
            TeamId team,
            @DataSubject @Nullable HouseholdId household,
            @DataSubject @Nullable BusinessId business,
            @Nullable UnitId walkIn,
            List<MemberId> helpers,
            AssistanceContent content,
            @Nullable Sealed note,
            @Nullable String reason)
            implements AssistanceCommand, HasReason {

        public RecordAssistance {
            helpers = helpers.stream().distinct().toList();
            reason = reason == null ? null : Text.normalised(reason);
        }

        /** Help to a household, recorded in time. */
        public RecordAssistance(
                AssistanceId assistance,
                TeamId team,
                HouseholdId household,
                List<MemberId> helpers,
                AssistanceContent content) {
            this(assistance, team, household, null, null, helpers, content, null, null);
        }
    }

    /**
     * What the record says from here on. Team and beneficiary stay: a record of somebody else's help is voided.
     *
     * @param helpers   absent if they stay
     * @param content   as a whole
     * @param household or {@code business} that was helped; given with a note only
     * @param note      absent if it stays
     */
    @ClientCommand(
            as = "correct-assistance",
            at = "assistances/{assistance}/correction",
            by = {OFFICER, LEADER})
    record CorrectAssistance(
            @TargetAggregateIdentifier AssistanceId assistance,
            @Nullable List<MemberId> helpers,
            AssistanceContent content,
            @DataSubject @Nullable HouseholdId household,
            @DataSubject @Nullable BusinessId business,
            @Nullable Sealed note,
            String reason)
            implements AssistanceCommand, CorrectionCommand {

        public CorrectAssistance {
            helpers = helpers == null ? null : helpers.stream().distinct().toList();
            reason = Text.normalised(reason);
        }

        /** Of the content alone. */
        public CorrectAssistance(AssistanceId assistance, AssistanceContent content, String reason) {
            this(assistance, null, content, null, null, null, reason);
        }

        @Override
        public String target() {
            return assistance.value();
        }
    }

    @ClientCommand(
            as = "void-assistance",
            at = "assistances/{assistance}/void",
            by = {OFFICER, LEADER})
    record VoidAssistance(@TargetAggregateIdentifier AssistanceId assistance, String reason)
            implements AssistanceCommand, CorrectionCommand {

        public VoidAssistance {
            reason = Text.normalised(reason);
        }

        @Override
        public String target() {
            return assistance.value();
        }
    }

    /**
     * Somebody looked again at what was helped with.
     *
     * @param team   and {@code member} of it on that day; any team that covers the beneficiary's unit
     * @param outcome as it is now
     * @param next   day on which somebody will look once more; absent if nobody plans to
     */
    @ClientCommand(
            as = "follow-up-assistance",
            at = "assistances/{assistance}/follow-ups",
            by = {OFFICER, LEADER, MEMBER})
    record FollowUpAssistance(
            @TargetAggregateIdentifier AssistanceId assistance,
            TeamId team,
            MemberId member,
            AssistanceOutcome outcome,
            Instant occurredAt,
            @Nullable LocalDate next)
            implements AssistanceCommand {

        public FollowUpAssistance {
            occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** @param verifier who called back: none of the helpers; may be of no team */
    @ClientCommand(
            as = "verify-assistance",
            at = "assistances/{assistance}/verifications",
            by = {OFFICER, LEADER})
    record VerifyAssistance(
            @TargetAggregateIdentifier AssistanceId assistance,
            MemberId verifier,
            Verification result,
            Instant occurredAt)
            implements AssistanceCommand {

        public VerifyAssistance {
            occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        }
    }
}
