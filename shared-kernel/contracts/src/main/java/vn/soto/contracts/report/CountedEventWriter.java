package vn.soto.contracts.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceResultsStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.ChargeChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdCounted;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.CommunityGroupEvent;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReleased;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.SuspensionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamCounted;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingEvent.AttendanceStated;

/**
 * Packs what {@link Indicators} counts of an event for one team; {@link CountedEventReader} makes an event again that counts
 * the same. Two events that count alike are packed alike. The switches are exhaustive where the figures' are.
 */
final class CountedEventWriter {

    private final TeamId team;

    CountedEventWriter(TeamId team) {
        this.team = team;
    }

    /** Absent if the event changes no figure of the team. */
    @Nullable
    PackedWriter packed(DomainEvent event) {
        return switch (event) {
            case TeamCounted of when of.team().equals(team) -> team(of);
            case HouseholdCounted of -> household(of);
            case AssistanceCounted of -> of.team().equals(team) ? help(of) : joint(of);
            case AttendanceStated of -> attendance(of);
            case OutreachEvent of when of.team().equals(team) -> session(of);
            case CommunityGroupEvent of when of.team().equals(team) -> group(of);
            case SupportRequestEvent of when team.equals(of.team()) -> request(of);
            case HouseholdTotalStated of when of.team().equals(team) -> total(of);
            default -> null;
        };
    }

    private static PackedWriter of(CountedKind kind) {
        return new PackedWriter().constant(kind);
    }

    private static PackedWriter team(TeamCounted event) {
        return switch (event) {
            case TeamDissolved dissolved -> of(CountedKind.DISSOLVED).day(dissolved.lastDay());
            case DissolutionCorrected right ->
                of(CountedKind.DISSOLUTION_CORRECTED).day(right.enteredLast()).dayIfAny(right.lastDay());
            case TeamFormed formed -> formed(formed);
            case MemberEnrolled enrolled ->
                of(CountedKind.ENROLLED).id(enrolled.member()).day(enrolled.effectiveFrom());
            case MembershipEnded ended ->
                of(CountedKind.ENDED).id(ended.member()).day(ended.lastDay());
            case MembershipCorrected corrected ->
                of(CountedKind.MEMBERSHIP_CORRECTED)
                        .id(corrected.member())
                        .day(corrected.enteredFrom())
                        .day(corrected.effectiveFrom())
                        .dayIfAny(corrected.lastDay());
            case MemberSuspended suspended ->
                of(CountedKind.SUSPENDED).id(suspended.member()).day(suspended.firstDay());
            case MemberResumed resumed ->
                of(CountedKind.RESUMED).id(resumed.member()).day(resumed.firstDay());
            case SuspensionCorrected corrected ->
                of(CountedKind.SUSPENSION_CORRECTED)
                        .id(corrected.member())
                        .day(corrected.enteredFrom())
                        .dayIfAny(corrected.firstDay())
                        .dayIfAny(corrected.lastDay());
        };
    }

    private static PackedWriter formed(TeamFormed event) {
        PackedWriter packed = of(CountedKind.FORMED)
                .day(event.effectiveFrom())
                .number(event.members().size());
        event.members().forEach(founder -> packed.id(founder.member()));
        return packed;
    }

    private @Nullable PackedWriter household(HouseholdCounted event) {
        return switch (event) {
            case ChargeChanged change -> charge(event, own(change.to())).day(change.effectiveFrom());
            case AssignmentCorrected corrected ->
                of(CountedKind.ASSIGNMENT_REDATED)
                        .id(event.household())
                        .idIfAny(own(corrected.from()))
                        .idIfAny(own(corrected.to()))
                        .day(corrected.enteredFrom())
                        .day(corrected.effectiveFrom());
            case RelocationWithdrawn withdrawn -> goesOn(withdrawn);
            case HouseholdMerged merged -> merged(event.household(), merged.survivor());
            case HouseholdSeparated _ -> of(CountedKind.SEPARATED).id(event.household());
            case HouseholdFirstHelped helped ->
                helped.survivor() == null ? null : merged(event.household(), helped.survivor());
        };
    }

    private @Nullable PackedWriter goesOn(RelocationWithdrawn event) {
        return event.goesOn(team)
                .map(own -> of(CountedKind.RELOCATION_WITHDRAWN)
                        .id(event.household())
                        .id(own.member())
                        .day(event.enteredFrom()))
                .orElse(null);
    }

    private @Nullable MemberId own(@Nullable Responsible one) {
        return one != null && one.team().equals(team) ? one.member() : null;
    }

    private static PackedWriter charge(HouseholdCounted event, @Nullable MemberId to) {
        return to == null
                ? of(CountedKind.HOUSEHOLD_LOST).id(event.household())
                : of(CountedKind.HOUSEHOLD_TAKEN).id(event.household()).id(to);
    }

    private static PackedWriter merged(HouseholdId household, HouseholdId survivor) {
        return of(CountedKind.MERGED).id(household).id(survivor);
    }

    private static PackedWriter help(AssistanceCounted event) {
        return switch (event) {
            case AssistanceRecorded recorded -> stated(of(CountedKind.HELP_RECORDED), recorded);
            case AssistanceCorrected corrected ->
                stated(of(corrected.moved() == null ? CountedKind.HELP_CORRECTED : CountedKind.HELP_MOVED), corrected);
            case AssistanceVoided _ -> of(CountedKind.HELP_VOIDED).id(event.assistance());
            case AssistanceFlaggedLate _ -> of(CountedKind.HELP_FLAGGED_LATE).id(event.assistance());
            case AssistanceVerified verified ->
                of(CountedKind.HELP_VERIFIED).id(event.assistance()).constant(verified.result());
            case AssistanceResultsStated stated -> results(stated);
            case AssistanceFollowedUp followed ->
                of(CountedKind.HELP_FOLLOWED_UP).id(event.assistance()).constant(followed.outcome());
        };
    }

    /** The part of another team's record that counts for members of this one. */
    private @Nullable PackedWriter joint(AssistanceCounted event) {
        return switch (JointHelp.part(event, team)) {
            case NONE -> null;
            case GONE -> of(CountedKind.JOINT_HELP_GONE).id(event.assistance());
            case HELPED ->
                of(CountedKind.JOINT_HELP)
                        .id(event.assistance())
                        .day(VietnamTime.day(
                                ((AssistanceStated) event).content().occurredAt()))
                        .idIfAny(null);
        };
    }

    private static PackedWriter results(AssistanceResultsStated event) {
        PackedWriter packed = of(CountedKind.HELP_RESULTS)
                .id(event.assistance())
                .number(event.results().size());
        event.results().forEach(result -> packed.constant(result.kind()).number(result.count()));
        return packed;
    }

    private static PackedWriter total(HouseholdTotalStated event) {
        PackedWriter packed = of(CountedKind.HOUSEHOLD_TOTAL_STATED)
                .number(event.quarter().year())
                .number(event.quarter().number());
        Integer households = event.households();
        return households == null ? packed : packed.number(households);
    }

    private static PackedWriter stated(PackedWriter packed, AssistanceStated event) {
        packed.id(event.assistance())
                .day(VietnamTime.day(event.content().occurredAt()))
                .idIfAny(event.beneficiary().household())
                .idIfAny(event.beneficiary().business())
                .constant(event.content().channel())
                .constant(event.content().mode())
                .constant(event.content().outcome())
                .number(categories(event.categories()))
                .number(event.content().services().size());
        event.content().services().forEach(service -> packed.text(service.value()));
        return packed;
    }

    @SuppressWarnings("EnumOrdinal") // constants are packed by their place, which a test holds
    private static long categories(List<ServiceCategory> categories) {
        return categories.stream()
                .mapToLong(category -> 1L << category.ordinal())
                .reduce(0, (a, b) -> a | b);
    }

    private PackedWriter attendance(AttendanceStated event) {
        List<MemberId> own = event.attendance().attendees().stream()
                .filter(attendee -> attendee.team().equals(team))
                .map(attendee -> attendee.member())
                .toList();
        PackedWriter packed = of(CountedKind.TRAINED)
                .id(event.training())
                .day(event.attendance().on())
                .number(own.size());
        own.forEach(packed::id);
        return packed;
    }

    private static @Nullable PackedWriter session(OutreachEvent event) {
        return switch (event) {
            case OutreachEvent.Told told -> told(told);
            case OutreachEvent.OutreachVoided _ ->
                of(CountedKind.SESSION_VOIDED).id(event.session());
            case OutreachEvent.OutreachScheduled _,
                    OutreachEvent.OutreachRescheduled _,
                    OutreachEvent.OutreachCancelled _,
                    OutreachEvent.OutreachFlaggedEstimated _,
                    OutreachEvent.OutreachFlaggedImplausible _ -> null;
        };
    }

    private static PackedWriter told(OutreachEvent.Told event) {
        PackedWriter packed = of(CountedKind.SESSION_TOLD)
                .id(event.session())
                .day(event.holding().heldOn())
                .number(event.holding().attendance())
                .constant(event.holding().basis());
        Integer newcomers = event.holding().newcomers();
        return newcomers == null ? packed : packed.number(newcomers);
    }

    private static PackedWriter group(CommunityGroupEvent event) {
        return switch (event) {
            case CommunityGroupRecorded recorded ->
                counted(event.group(), recorded.households()).day(recorded.countedOn());
            case CommunityGroupUpdated updated ->
                counted(event.group(), updated.households()).day(updated.countedOn());
            case CommunityGroupClosed closed ->
                of(CountedKind.GROUP_CLOSED).id(event.group()).day(closed.lastDay());
        };
    }

    private static PackedWriter counted(CommunityGroupId group, int households) {
        return of(CountedKind.GROUP_COUNTED).id(group).number(households);
    }

    private static @Nullable PackedWriter request(SupportRequestEvent event) {
        return switch (event) {
            case SupportRequestTaken taken ->
                of(CountedKind.REQUEST_TAKEN).id(event.request()).day(taken.takenOn());
            case SupportRequestReleased _ -> of(CountedKind.REQUEST_RELEASED).id(event.request());
            case SupportRequestResolved resolved ->
                of(CountedKind.REQUEST_RESOLVED).id(event.request()).day(resolved.resolvedOn());
            case SupportRequestReopened _ -> of(CountedKind.REQUEST_REOPENED).id(event.request());
            case SupportRequestEvent.SupportRequestReceived _,
                    SupportRequestEvent.SupportRequestDeclined _,
                    SupportRequestEvent.SupportRequestFlaggedLate _ -> null;
        };
    }
}
