package vn.soto.contracts.assistance;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceConfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceResultsStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * A record of help after an event. The aggregate, reports, dashboards and pages all fold {@link AssistanceEvent}s with
 * {@link #after}, so that they cannot count the same record differently.
 *
 * @param helpers      with their parts in the credit, the first first; those of other teams last
 * @param categories   of the content's services
 * @param outcome      by the last follow-up; without one, and once corrected since, that of the content
 * @param hasNote      whether a sealed note came with it
 * @param late         whether it was entered later than the policy of its day allows
 * @param verification found by calling back last; absent if nobody has called
 * @param confirmation of help that was entered under a right of the past; absent where none is needed
 * @param voided       whether the record counts for nothing
 * @param results      its results, as told last, in the order of {@link ResultKind}; absent if nothing is known
 */
public record AssistanceState(
        TeamId team,
        Beneficiary beneficiary,
        List<CreditShare> helpers,
        AssistanceContent content,
        List<ServiceCategory> categories,
        AssistanceOutcome outcome,
        boolean hasNote,
        boolean late,
        @Nullable Verification verification,
        @Nullable Confirmation confirmation,
        AssistanceCare care,
        boolean voided,
        @Nullable List<AssistanceResult> results) {

    /** Read models of the version before have no outcome beside the content. */
    @SuppressWarnings("ConstantValue")
    public AssistanceState {
        outcome = outcome == null ? content.outcome() : outcome;
    }

    /** @throws IllegalStateException if no record of help begins with the event */
    public static AssistanceState first(AssistanceEvent event) {
        if (event instanceof AssistanceRecorded recorded) {
            return recorded(recorded);
        }
        throw new IllegalStateException("assistance " + event.assistance() + " is not recorded");
    }

    /** The record once the event has happened to it as well. */
    public AssistanceState after(AssistanceEvent event) {
        return switch (event) {
            case AssistanceCounted counted -> counted(counted);
            case AssistanceRouted routed -> with(late, verification, care.routed(routed.to()), voided);
            case AssistanceFlaggedUnconfirmed _ -> with(late, verification, Confirmation.AWAITED, care, voided);
            case AssistanceConfirmed _ -> with(late, verification, Confirmation.GIVEN, care, voided);
            case AssistanceEvent _ -> this;
        };
    }

    private AssistanceState counted(AssistanceCounted event) {
        return switch (event) {
            case AssistanceRecorded recorded -> recorded(recorded);
            case AssistanceCorrected corrected -> corrected(corrected);
            case AssistanceVoided _ -> with(late, verification, care.closed(), true);
            case AssistanceFlaggedLate _ -> with(true, verification, care, voided);
            case AssistanceVerified verified -> with(late, verified.result(), care, voided);
            case AssistanceFollowedUp followed -> followedUp(followed);
            case AssistanceResultsStated stated -> with(stated.results());
        };
    }

    private static AssistanceState recorded(AssistanceRecorded event) {
        return new AssistanceState(
                event.team(),
                event.beneficiary(),
                event.helpers(),
                event.content(),
                event.categories(),
                event.content().outcome(),
                event.note() != null,
                false,
                null,
                null,
                AssistanceCare.of(event),
                false,
                null);
    }

    /**
     * A record that was voided is restored by being stated again; otherwise none is corrected.
     *
     * <p>It stays late unless it is now about another day; whether that is late is said by an event that follows. A
     * correction of something else leaves the outcome of a follow-up as it is. The outcome known of another beneficiary
     * says nothing about this one.
     */
    private AssistanceState corrected(AssistanceCorrected event) {
        List<CreditShare> nowHelpers = event.helpers() == null ? helpers : event.helpers();
        AssistanceCorrected.Moved moved = event.moved();
        return new AssistanceState(
                team,
                event.beneficiary(),
                nowHelpers,
                event.content(),
                event.categories(),
                moved == null && event.content().outcome() == content.outcome()
                        ? outcome
                        : event.content().outcome(),
                (moved == null && hasNote) || event.note() != null,
                late && VietnamTime.day(event.content().occurredAt()).equals(day()),
                moved == null ? verification : null,
                confirmation,
                moved == null
                        ? care.planned(content.followUp(), event.content().followUp())
                        : AssistanceCare.of(
                                moved.responsible(), nowHelpers, event.content().followUp()),
                false,
                results);
    }

    private AssistanceState followedUp(AssistanceFollowedUp event) {
        return new AssistanceState(
                team,
                beneficiary,
                helpers,
                content,
                categories,
                event.outcome(),
                hasNote,
                late,
                verification,
                confirmation,
                care.followedUp(event),
                voided,
                results);
    }

    /** The same record, looked after in another way. */
    public AssistanceState caredFor(AssistanceCare other) {
        return with(late, verification, other, voided);
    }

    private AssistanceState with(
            boolean nowLate, @Nullable Verification found, AssistanceCare changed, boolean nowVoided) {
        return with(nowLate, found, confirmation, changed, nowVoided);
    }

    private AssistanceState with(
            boolean nowLate,
            @Nullable Verification found,
            @Nullable Confirmation confirmed,
            AssistanceCare changed,
            boolean nowVoided) {
        return new AssistanceState(
                team,
                beneficiary,
                helpers,
                content,
                categories,
                outcome,
                hasNote,
                nowLate,
                found,
                confirmed,
                changed,
                nowVoided,
                results);
    }

    private AssistanceState with(List<AssistanceResult> stated) {
        return new AssistanceState(
                team,
                beneficiary,
                helpers,
                content,
                categories,
                outcome,
                hasNote,
                late,
                verification,
                confirmation,
                care,
                voided,
                stated.isEmpty() ? null : stated);
    }

    /** The stage that decides which commands are possible. */
    public AssistanceStage stage() {
        return new AssistanceStage(voided, unconfirmed());
    }

    /** The day of the help in Việt Nam. */
    public LocalDate day() {
        return VietnamTime.day(content.occurredAt());
    }

    /** Whether a call-back denies the help; such a record counts as help and gives no credit. */
    public boolean denied() {
        return verification == Verification.DENIED;
    }

    /** Whether somebody has to confirm it; until then it counts as help and gives no credit. */
    public boolean unconfirmed() {
        return confirmation == Confirmation.AWAITED;
    }

    /** Whether it was given on duty at the public-service centre, where a team helps the whole commune. */
    public boolean onDuty() {
        return content.channel() == Channel.PUBLIC_SERVICE_CENTRE;
    }

    /** Other teams whose members helped along, sorted. */
    public List<TeamId> jointTeams() {
        return CreditShare.otherTeams(helpers);
    }

    /** The helpers who are members of the record's team, the first first. */
    public List<MemberId> ownMembers() {
        return helpers.stream()
                .filter(share -> share.team() == null)
                .map(CreditShare::member)
                .toList();
    }

    /** The helpers who are members of other teams. */
    public List<Responsible> jointHelpers() {
        return helpers.stream()
                .flatMap(share -> share.team() == null
                        ? Stream.empty()
                        : Stream.of(new Responsible(share.team(), share.member())))
                .toList();
    }

    /** All helpers, those of other teams last. */
    public List<MemberId> members() {
        return helpers.stream().map(CreditShare::member).toList();
    }
}
