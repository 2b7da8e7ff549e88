package vn.soto.contracts.assistance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * A record of help after an event. The aggregate, reports, dashboards and pages all fold {@link AssistanceEvent}s with
 * {@link #after}, so that they cannot count the same record differently.
 *
 * @param helpers      with their parts in the credit, the first first
 * @param categories   of the content's services
 * @param hasNote      whether a sealed note came with it
 * @param late         whether it was entered later than the policy of its day allows
 * @param verification found by calling back last; absent if nobody has called
 * @param voided       whether the record counts for nothing
 */
public record AssistanceState(
        TeamId team,
        Beneficiary beneficiary,
        List<CreditShare> helpers,
        AssistanceContent content,
        List<ServiceCategory> categories,
        boolean hasNote,
        boolean late,
        @Nullable Verification verification,
        AssistanceCare care,
        boolean voided) {

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
            case AssistanceFollowedUp followed -> with(late, verification, care.followedUp(followed), voided);
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
        };
    }

    private static AssistanceState recorded(AssistanceRecorded event) {
        return new AssistanceState(
                event.team(),
                event.beneficiary(),
                event.helpers(),
                event.content(),
                event.categories(),
                event.note() != null,
                false,
                null,
                AssistanceCare.of(event),
                false);
    }

    /**
     * It stays late unless it is now about another day; whether that is late is said by an event that follows. What was
     * known of another beneficiary says nothing about this one.
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
                (moved == null && hasNote) || event.note() != null,
                late && VietnamTime.day(event.content().occurredAt()).equals(day()),
                moved == null ? verification : null,
                moved == null
                        ? care.planned(content.followUp(), event.content().followUp())
                        : AssistanceCare.of(
                                moved.responsible(), nowHelpers, event.content().followUp()),
                voided);
    }

    private AssistanceState with(
            boolean nowLate, @Nullable Verification found, AssistanceCare changed, boolean nowVoided) {
        return new AssistanceState(
                team, beneficiary, helpers, content, categories, hasNote, nowLate, found, changed, nowVoided);
    }

    /** On which the help was given, in Việt Nam. */
    public LocalDate day() {
        return VietnamTime.day(content.occurredAt());
    }

    public List<MemberId> members() {
        return helpers.stream().map(CreditShare::member).toList();
    }
}
