package vn.soto.domain.assistance;

import static vn.soto.contracts.access.Role.LEADER;
import static vn.soto.contracts.access.Role.MEMBER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.AssistanceResult;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.DataSubject;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.Introduces;
import vn.soto.domain.shared.OwnRecord;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands about a record of help. */
public sealed interface AssistanceCommand extends Command {

    AssistanceId assistance();

    /**
     * Exactly one of {@code household}, {@code business} and {@code walkIn} is given.
     *
     * @param walkIn       unit in which the help counts, if the beneficiary is an unknown walk-in: a residential unit, or for
     *     help at the public-service centre a commune
     * @param helpers      members of the team on the day of the help, the first helper first
     * @param jointHelpers members of other teams who helped along, each with the team; absent if there were none
     * @param note         sealed note about the household or business; optional
     * @param reason       reason for a late record; required if the record is late
     * @param results      results of the help, in numbers without names; absent if nobody tells
     */
    @Reasons(ReasonList.LATE_ENTRY)
    @ClientCommand(
            as = "record-assistance",
            at = "assistances",
            by = {OFFICER, LEADER, MEMBER})
    record RecordAssistance(
            @TargetAggregateIdentifier @Introduces AssistanceId assistance,
            TeamId team,
            @DataSubject @Nullable HouseholdId household,
            @DataSubject @Nullable BusinessId business,
            @Nullable UnitId walkIn,
            List<MemberId> helpers,
            @Nullable List<Responsible> jointHelpers,
            AssistanceContent content,
            @Nullable Sealed note,
            @Nullable String reason,
            @Nullable List<AssistanceResult> results)
            implements AssistanceCommand, HasReason {

        public RecordAssistance {
            helpers = helpers.stream().distinct().toList();
            jointHelpers = jointHelpers == null
                    ? null
                    : jointHelpers.stream().distinct().toList();
            results = results == null ? null : List.copyOf(results);
        }

        /** Help by one team, which tells no results. */
        public RecordAssistance(
                AssistanceId assistance,
                TeamId team,
                @Nullable HouseholdId household,
                @Nullable BusinessId business,
                @Nullable UnitId walkIn,
                List<MemberId> helpers,
                AssistanceContent content,
                @Nullable Sealed note,
                @Nullable String reason) {
            this(assistance, team, household, business, walkIn, helpers, null, content, note, reason, null);
        }

        /** A timely record of help to a household. */
        public RecordAssistance(
                AssistanceId assistance,
                TeamId team,
                HouseholdId household,
                List<MemberId> helpers,
                AssistanceContent content) {
            this(assistance, team, household, null, null, helpers, content, null, null);
        }
    }

    /** A correction of a record, which the members whom it names may send too, see {@link OwnRecord}. */
    interface OwnCorrection extends CorrectionCommand, OwnRecord {

        AssistanceId assistance();

        @Override
        default String record() {
            return assistance().value();
        }

        @Override
        default boolean isStatedBy(DomainEvent event) {
            return event instanceof AssistanceStated;
        }
    }

    /**
     * Replaces the content of a record. A note needs its household or business. The team cannot change; a record of a
     * wrong team is voided.
     *
     * @param helpers      new helpers; absent if they stay
     * @param jointHelpers new helpers of other teams; absent if they stay
     * @param content      new content, as a whole
     * @param household    the household helped; if {@code household}, {@code business} and {@code walkIn} are absent, the
     *     beneficiary stays
     * @param business     the business helped
     * @param walkIn       unit in which the help to an unknown walk-in counts, as in {@link RecordAssistance}
     * @param note         new note; absent if the note stays
     * @param by           helper who corrects the record; required from a member without an officer
     */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "correct-assistance",
            at = "assistances/{assistance}/correction",
            by = {OFFICER, LEADER},
            own = MEMBER)
    @Corrects(RecordAssistance.class)
    record CorrectAssistance(
            @TargetAggregateIdentifier AssistanceId assistance,
            @Nullable List<MemberId> helpers,
            @Nullable List<Responsible> jointHelpers,
            AssistanceContent content,
            @DataSubject @Nullable HouseholdId household,
            @DataSubject @Nullable BusinessId business,
            @Nullable UnitId walkIn,
            @Nullable Sealed note,
            @Nullable MemberId by,
            String reason)
            implements AssistanceCommand, OwnCorrection {

        public CorrectAssistance {
            helpers = helpers == null ? null : helpers.stream().distinct().toList();
            jointHelpers = jointHelpers == null
                    ? null
                    : jointHelpers.stream().distinct().toList();
        }

        /** A correction by an officer or leader, of help to a household or business; the helpers of other teams stay. */
        public CorrectAssistance(
                AssistanceId assistance,
                @Nullable List<MemberId> helpers,
                AssistanceContent content,
                @Nullable HouseholdId household,
                @Nullable BusinessId business,
                @Nullable Sealed note,
                String reason) {
            this(assistance, helpers, null, content, household, business, null, note, null, reason);
        }

        /** A correction of the content only. */
        public CorrectAssistance(AssistanceId assistance, AssistanceContent content, String reason) {
            this(assistance, null, content, null, null, null, reason);
        }
    }

    /**
     * Takes back a record that is wrong or made twice: it counts nowhere any more, and stays readable.
     *
     * @param by     helper who takes it back; required from a member without an officer
     * @param reason {@code JUST_RECORDED} only from the account that recorded it, within a minute
     */
    @Reasons(ReasonList.TAKING_BACK)
    @ClientCommand(
            as = "void-assistance",
            at = "assistances/{assistance}/void",
            by = {OFFICER, LEADER},
            own = MEMBER)
    @Corrects(RecordAssistance.class)
    record VoidAssistance(
            @TargetAggregateIdentifier AssistanceId assistance,
            @Nullable MemberId by,
            String reason) implements AssistanceCommand, OwnCorrection {

        /** By an officer or leader. */
        public VoidAssistance(AssistanceId assistance, String reason) {
            this(assistance, null, reason);
        }
    }

    /** Takes the void of a record back: it counts again as it was stated last. Takes two persons where a void does. */
    @Reasons(ReasonList.CORRECTION)
    @ClientCommand(
            as = "restore-assistance",
            at = "assistances/{assistance}/restoration",
            by = {OFFICER, LEADER})
    @Corrects(VoidAssistance.class)
    record RestoreAssistance(@TargetAggregateIdentifier AssistanceId assistance, String reason)
            implements AssistanceCommand, CorrectionCommand {}

    /**
     * A follow-up of the help.
     *
     * @param team   team of {@code member} on that day; a team that covers the beneficiary's unit
     * @param outcome outcome after the follow-up
     * @param next   planned day of the next follow-up; absent if none is planned
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

    /**
     * Tells the results of the help, in numbers without names, or tells them anew. The last statement counts, as a whole.
     *
     * @param results each kind once; empty to say that nothing is known
     */
    @ClientCommand(
            as = "state-assistance-results",
            at = "assistances/{assistance}/results",
            by = {OFFICER, LEADER, MEMBER})
    @Corrects(RecordAssistance.class)
    record StateAssistanceResults(@TargetAggregateIdentifier AssistanceId assistance, List<AssistanceResult> results)
            implements AssistanceCommand {

        public StateAssistanceResults {
            results = List.copyOf(results);
        }
    }

    /** @param verifier person who called back; none of the helpers, not necessarily a member of a team */
    @ClientCommand(
            as = "verify-assistance",
            at = "assistances/{assistance}/verifications",
            by = {OFFICER, LEADER})
    record VerifyAssistance(
            @TargetAggregateIdentifier AssistanceId assistance,
            @Introduces MemberId verifier,
            Verification result,
            Instant occurredAt)
            implements AssistanceCommand {

        public VerifyAssistance {
            occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Stands by help that its helper entered when no member of the team any more: from then on it gives credit. */
    @ClientCommand(
            as = "confirm-assistance",
            at = "assistances/{assistance}/confirmation",
            by = {OFFICER, LEADER})
    record ConfirmAssistance(@TargetAggregateIdentifier AssistanceId assistance) implements AssistanceCommand {}

    /**
     * The place that commands about help touch: the team that helps. Rules limit whom a team may help. On duty at the
     * public-service centre it may help every resident of the commune. Members of other teams may help along with the
     * record's team.
     */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case RecordAssistance record -> List.of(new CommandPlace.OfTeam(record.team()));
            case FollowUpAssistance followUp -> List.of(new CommandPlace.OfTeam(followUp.team()));
            case CorrectAssistance _,
                    VoidAssistance _,
                    RestoreAssistance _,
                    StateAssistanceResults _,
                    VerifyAssistance _,
                    ConfirmAssistance _ -> List.of(new CommandPlace.OfAssistance(assistance()));
        };
    }
}
