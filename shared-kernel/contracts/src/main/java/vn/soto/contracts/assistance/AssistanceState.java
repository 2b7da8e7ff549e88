package vn.soto.contracts.assistance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
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
 * State of a record of help after an event. The aggregate, reports, dashboards and pages all derive it from
 * {@link AssistanceEvent}s with {@link #after}, so that they cannot count the same record differently.
 *
 * @param helpers      with their shares of the credit, the first helper first
 * @param categories   categories of the content's services
 * @param hasNote      whether a sealed note was recorded
 * @param late         whether it was recorded later than the policy of its day allows without a reason
 * @param verification result of the last call-back; absent if there was none
 * @param voided       whether the record no longer counts
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

    /** @throws IllegalStateException if the event is not the first event of a record */
    public static AssistanceState first(AssistanceEvent event) {
        if (event instanceof AssistanceRecorded recorded) {
            return recorded(recorded);
        }
        throw new IllegalStateException("assistance " + event.assistance() + " is not recorded");
    }

    /** State after the next event. */
    public AssistanceState after(AssistanceEvent event) {
        return switch (event) {
            case AssistanceRecorded recorded -> recorded(recorded);
            case AssistanceCorrected corrected -> corrected(corrected);
            case AssistanceVoided _ -> with(late, verification, care.closed(), true);
            case AssistanceFlaggedLate _ -> with(true, verification, care, voided);
            case AssistanceVerified verified -> with(late, verified.result(), care, voided);
            case AssistanceRouted routed -> with(late, verification, care.routed(routed.to()), voided);
            case AssistanceFollowedUp followed -> with(late, verification, care.followedUp(followed), voided);
        };
    }

    /** Whether events of this kind change the figures, rather than the care of the record only. */
    public static boolean changesFigures(AssistanceEvent event) {
        return switch (event) {
            case AssistanceRecorded _,
                    AssistanceCorrected _,
                    AssistanceVoided _,
                    AssistanceFlaggedLate _,
                    AssistanceVerified _ -> true;
            case AssistanceRouted _, AssistanceFollowedUp _ -> false;
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
     * A corrected record stays late unless the correction changes its day; for a new day, a later event of the commit
     * says whether the record is late.
     */
    private AssistanceState corrected(AssistanceCorrected event) {
        return new AssistanceState(
                team,
                beneficiary,
                event.helpers() == null ? helpers : event.helpers(),
                event.content(),
                event.categories(),
                hasNote || event.note() != null,
                late && VietnamTime.day(event.content().occurredAt()).equals(day()),
                verification,
                care.planned(content.followUp(), event.content().followUp()),
                voided);
    }

    private AssistanceState with(
            boolean nowLate, @Nullable Verification found, AssistanceCare changed, boolean nowVoided) {
        return new AssistanceState(
                team, beneficiary, helpers, content, categories, hasNote, nowLate, found, changed, nowVoided);
    }

    /** Day of the help, in Việt Nam. */
    public LocalDate day() {
        return VietnamTime.day(content.occurredAt());
    }

    public List<MemberId> members() {
        return helpers.stream().map(CreditShare::member).toList();
    }
}
