package vn.soto.query.assistance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.AssistanceResult;
import vn.soto.contracts.assistance.AssistanceStage;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A record of help as known at a commit.
 *
 * @param household    the beneficiary, unless it is a {@code business}; both are absent for a walk-in
 * @param responsible  member responsible for the household when the record was made; absent if there was none
 * @param routedTo     member to whom the household had passed by then; absent if it had not
 * @param hasNote      whether it has a sealed note
 * @param flags        flags that need attention
 * @param outcome      by the last follow-up; without one, that of the content
 * @param verification result of the last verification call; absent before the first
 * @param statement    its current content
 * @param results      its results, as told last; absent if nobody told
 * @param followUps    oldest first
 * @param versions     every event, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssistanceView(
        AssistanceId assistance,
        TeamId team,
        Beneficiary.Kind beneficiary,
        UnitId unit,
        @Nullable HouseholdId household,
        @Nullable BusinessId business,
        @Nullable Responsible responsible,
        @Nullable Responsible routedTo,
        boolean hasNote,
        boolean voided,
        List<Flag> flags,
        AssistanceOutcome outcome,
        @Nullable Verification verification,
        Statement statement,
        @Nullable List<AssistanceResult> results,
        List<FollowUp> followUps,
        List<Version> versions) {

    AssistanceStage stage() {
        return new AssistanceStage(voided, flags.contains(Flag.UNCONFIRMED));
    }

    /** Flags of a record that need attention. */
    enum Flag {
        LATE,
        ROUTED,
        CORRECTED,
        DENIED,
        UNCONFIRMED
    }

    /** @param next planned day of the next follow-up; absent if none is planned */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FollowUp(
            Responsible by,
            AssistanceOutcome outcome,
            Instant occurredAt,
            @Nullable LocalDate next) {}

    /**
     * @param event     stored name of the event
     * @param statement content of the record from this event on; absent if the event states none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            long position,
            @IdOf(IdKind.COMMIT) long commit,
            String event,
            Instant recorded,
            @Doer String who,
            @JsonUnwrapped CommitReasons.Shown reason,
            @Nullable Statement statement) {}
}
