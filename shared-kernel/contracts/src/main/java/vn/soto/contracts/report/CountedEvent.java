package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.household.HouseholdEvent.HouseholdCounted;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.outreach.CommunityGroupEvent;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachEvent.Told;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestDeclined;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestFlaggedLate;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.RestedOn;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;

/**
 * An event that {@link Indicators} counts of a team, or that changes its area, at its position in the ledger, without personal data.
 *
 * @param entered how it was entered; absent where nobody asks for it, and for what is no help of the team's own
 */
public record CountedEvent(
        long position, DomainEvent event, @Nullable Entered entered) {

    /** Absent if the event changes neither a figure of the team nor its area. */
    static Optional<CountedEvent> of(TeamId team, long position, DomainEvent event, @Nullable Entered entered) {
        return counts(team, event)
                ? Optional.of(new CountedEvent(position, withoutNote(event), isOfOwnHelp(team, event) ? entered : null))
                : Optional.empty();
    }

    /** The name of the list that has it; empty for help, which is listed by days. */
    String list() {
        return switch (event) {
            case AssistanceCounted _ -> "";
            case TeamEvent _ -> TeamParts.OF_TEAM;
            default -> TeamParts.STANDING;
        };
    }

    /** Its subject within the list: all that is known of that is in one part. */
    String key() {
        return key(event);
    }

    static String key(DomainEvent event) {
        return switch (event) {
            case AssistanceCounted help -> help.assistance().value();
            case HouseholdCounted household -> household.household().value();
            case AttendanceStated attendance -> attendance.training().value();
            case OutreachEvent session -> session.session().value();
            case CommunityGroupEvent group -> group.group().value();
            case SupportRequestEvent request -> request.request().value();
            case HouseholdTotalStated stated -> stated.quarter().toString();
            case TeamEvent team ->
                member(team).map(MemberId::value).orElse(team.team().value());
            default -> throw new IllegalArgumentException("nothing is kept of " + event.getClass());
        };
    }

    private static Optional<MemberId> member(TeamEvent event) {
        Set<MemberId> members = MembershipState.changedBy(event);
        return members.size() == 1 ? members.stream().findFirst() : Optional.empty();
    }

    private static boolean counts(TeamId team, DomainEvent event) {
        return switch (event) {
            case RestedOn of -> of.team().equals(team);
            case RelocationWithdrawn of -> of.goesOn(team).isPresent();
            case HouseholdFirstHelped of -> of.survivor() != null;
            case HouseholdCounted _, AttendanceStated _ -> true;
            case AssistanceCounted of -> of.team().equals(team) || JointHelp.part(of, team) != JointHelp.Part.NONE;
            case Told of -> of.team().equals(team);
            case OutreachVoided of -> of.team().equals(team);
            case CommunityGroupEvent of -> of.team().equals(team);
            case SupportRequestReceived _, SupportRequestDeclined _, SupportRequestFlaggedLate _ -> false;
            case SupportRequestEvent of -> team.equals(of.team());
            case HouseholdTotalStated of -> of.team().equals(team);
            default -> false;
        };
    }

    private static DomainEvent withoutNote(DomainEvent event) {
        return switch (event) {
            case AssistanceRecorded of
            when of.note() != null ->
                new AssistanceRecorded(
                        of.assistance(),
                        of.team(),
                        of.beneficiary(),
                        of.helpers(),
                        of.content(),
                        of.categories(),
                        of.responsible(),
                        null);
            case AssistanceCorrected of
            when of.note() != null ->
                new AssistanceCorrected(
                        of.assistance(),
                        of.team(),
                        of.beneficiary(),
                        of.helpers(),
                        of.content(),
                        of.categories(),
                        null,
                        of.moved(),
                        of.by(),
                        of.joint());
            default -> event;
        };
    }

    /** Whether it says what a record of the team's own says from then on, or that it counts for nothing. */
    boolean isOfOwnHelp(TeamId team) {
        return isOfOwnHelp(team, event);
    }

    private static boolean isOfOwnHelp(TeamId team, DomainEvent event) {
        return event instanceof AssistanceCounted help
                && help.team().equals(team)
                && (help instanceof AssistanceVoided || help instanceof AssistanceStated);
    }

    /** Whether it states help of another team in which members of this one helped along. */
    boolean isJointHelp(TeamId team) {
        return event instanceof AssistanceStated help
                && !help.team().equals(team)
                && JointHelp.part(help, team) == JointHelp.Part.HELPED;
    }

    /** The day of help in which members of the team had a part, if it states one. */
    Optional<LocalDate> helpDay(TeamId team) {
        return event instanceof AssistanceStated help && (help.team().equals(team) || isJointHelp(team))
                ? Optional.of(VietnamTime.day(help.content().occurredAt()))
                : Optional.empty();
    }
}
