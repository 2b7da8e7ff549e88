package vn.soto.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.business.BusinessEvent.BusinessClosed;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocationCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessReopened;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.CatalogueEvent.SkillGroupsAdopted;
import vn.soto.contracts.goal.CampaignEvent.CampaignPlanned;
import vn.soto.contracts.goal.CampaignEvent.CampaignRevised;
import vn.soto.contracts.goal.TargetEvent.TargetSet;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.DepartureCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationEvent.SupportCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.SupportEnded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.OutreachEvent.OutreachRescheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.period.PeriodEvent.PeriodReopened;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.practice.PracticeEvent.PracticeStopped;
import vn.soto.contracts.practice.PracticeEvent.PracticeTakenUp;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyAdopted;
import vn.soto.contracts.team.TeamEvent.AppointmentCorrected;
import vn.soto.contracts.team.TeamEvent.ConsolidationCorrected;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.LeaderRelieved;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.RenamingCorrected;
import vn.soto.contracts.team.TeamEvent.SuspensionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamConsolidated;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitRecoded;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitRetyped;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.domain.access.AccessCommand.CorrectGrant;
import vn.soto.domain.access.AccessCommand.UnlinkAccount;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.FollowUpAssistance;
import vn.soto.domain.business.BusinessCommand.CloseBusiness;
import vn.soto.domain.business.BusinessCommand.CorrectBusinessRelocation;
import vn.soto.domain.business.BusinessCommand.ReopenBusiness;
import vn.soto.domain.catalogue.CatalogueCommand.WithdrawServiceCatalogue;
import vn.soto.domain.catalogue.CatalogueCommand.WithdrawSkillGroups;
import vn.soto.domain.goal.CampaignCommand.ReviseCampaign;
import vn.soto.domain.goal.TargetCommand.WithdrawTarget;
import vn.soto.domain.household.HouseholdCommand.CorrectAssignment;
import vn.soto.domain.household.HouseholdCommand.CorrectDeparture;
import vn.soto.domain.household.HouseholdCommand.CorrectRelocation;
import vn.soto.domain.household.HouseholdCommand.CorrectReturn;
import vn.soto.domain.organisation.OrganisationCommand.CorrectSupport;
import vn.soto.domain.outreach.CommunityGroupCommand.CorrectGroupClosing;
import vn.soto.domain.outreach.OutreachCommand.RescheduleOutreach;
import vn.soto.domain.period.PeriodCommand.ClosePeriod;
import vn.soto.domain.period.PeriodCommand.WithdrawReportingCalendar;
import vn.soto.domain.policy.PolicyCommand.WithdrawPolicy;
import vn.soto.domain.practice.PracticeCommand.StopPractice;
import vn.soto.domain.practice.PracticeCommand.TakeUpPractice;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.stipend.StipendPolicyCommand.WithdrawStipendPolicy;
import vn.soto.domain.team.TeamCommand.AppointDeputy;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.CorrectAppointment;
import vn.soto.domain.team.TeamCommand.CorrectConsolidation;
import vn.soto.domain.team.TeamCommand.CorrectCoverage;
import vn.soto.domain.team.TeamCommand.CorrectDissolution;
import vn.soto.domain.team.TeamCommand.CorrectMembership;
import vn.soto.domain.team.TeamCommand.CorrectRenaming;
import vn.soto.domain.team.TeamCommand.CorrectSuspension;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.training.TrainingCommand.CancelTraining;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;

/**
 * Warns of facts that hold only from a day far ahead, such as one of a mistyped year. Until that day nothing changes,
 * and people who look find nothing. Each fact names the command by which its day is set right.
 */
public final class FarDays {

    /** As {@link Days#MOST_AHEAD}, for the last day of what has one: it is meant to go on for long. */
    public static final int MOST_LASTING = 366;

    private static final Map<Class<?>, List<Fact<?>>> FACTS = Stream.<Fact<?>>of(
                    fact(UnitEstablished.class, UnitEstablished::effectiveFrom, UndoUnitChange.class),
                    fact(UnitRenamed.class, UnitRenamed::effectiveFrom, UndoUnitChange.class),
                    fact(UnitRecoded.class, UnitRecoded::effectiveFrom, UndoUnitChange.class),
                    fact(UnitRetyped.class, UnitRetyped::effectiveFrom, UndoUnitChange.class),
                    fact(UnitReparented.class, UnitReparented::effectiveFrom, UndoUnitChange.class),
                    fact(UnitMerged.class, UnitMerged::effectiveFrom, UndoUnitChange.class),
                    fact(UnitSplit.class, UnitSplit::effectiveFrom, UndoUnitChange.class),
                    fact(UnitAbolished.class, UnitAbolished::effectiveFrom, UndoUnitChange.class),
                    fact(TeamFormed.class, TeamFormed::effectiveFrom, DissolveTeam.class),
                    fact(TeamConsolidated.class, TeamConsolidated::effectiveFrom, CorrectConsolidation.class),
                    fact(
                            ConsolidationCorrected.class,
                            event -> orNone(event.effectiveFrom()),
                            CorrectConsolidation.class),
                    fact(TeamDissolved.class, TeamDissolved::lastDay, CorrectDissolution.class),
                    fact(DissolutionCorrected.class, event -> orNone(event.lastDay()), CorrectDissolution.class),
                    fact(TeamRenamed.class, TeamRenamed::effectiveFrom, CorrectRenaming.class),
                    fact(RenamingCorrected.class, RenamingCorrected::effectiveFrom, CorrectRenaming.class),
                    fact(TeamCoverageChanged.class, TeamCoverageChanged::effectiveFrom, CorrectCoverage.class),
                    fact(CoverageCorrected.class, CoverageCorrected::effectiveFrom, CorrectCoverage.class),
                    fact(MemberEnrolled.class, MemberEnrolled::effectiveFrom, CorrectMembership.class),
                    fact(MembershipCorrected.class, MembershipCorrected::effectiveFrom, CorrectMembership.class),
                    fact(MembershipEnded.class, MembershipEnded::lastDay, CorrectMembership.class),
                    fact(MemberSuspended.class, MemberSuspended::firstDay, CorrectSuspension.class),
                    fact(MemberResumed.class, MemberResumed::firstDay, CorrectSuspension.class),
                    fact(SuspensionCorrected.class, event -> orNone(event.firstDay()), CorrectSuspension.class),
                    fact(LeaderAppointed.class, LeaderAppointed::effectiveFrom, CorrectAppointment.class),
                    fact(DeputyAppointed.class, DeputyAppointed::effectiveFrom, CorrectAppointment.class),
                    fact(AppointmentCorrected.class, AppointmentCorrected::effectiveFrom, CorrectAppointment.class),
                    fact(LeaderRelieved.class, LeaderRelieved::since, AppointLeader.class),
                    fact(DeputyRelieved.class, DeputyRelieved::since, AppointDeputy.class),
                    fact(HouseholdAssigned.class, HouseholdAssigned::effectiveFrom, CorrectAssignment.class),
                    fact(HouseholdReassigned.class, HouseholdReassigned::effectiveFrom, CorrectAssignment.class),
                    fact(HouseholdUnassigned.class, HouseholdUnassigned::effectiveFrom, CorrectAssignment.class),
                    fact(AssignmentCorrected.class, AssignmentCorrected::effectiveFrom, CorrectAssignment.class),
                    fact(HouseholdRelocated.class, HouseholdRelocated::effectiveFrom, CorrectRelocation.class),
                    fact(RelocationCorrected.class, RelocationCorrected::effectiveFrom, CorrectRelocation.class),
                    fact(HouseholdLeft.class, HouseholdLeft::effectiveFrom, CorrectDeparture.class),
                    fact(DepartureCorrected.class, DepartureCorrected::effectiveFrom, CorrectDeparture.class),
                    fact(HouseholdReturned.class, HouseholdReturned::effectiveFrom, CorrectReturn.class),
                    fact(ReturnCorrected.class, ReturnCorrected::effectiveFrom, CorrectReturn.class),
                    fact(BusinessRelocated.class, BusinessRelocated::effectiveFrom, CorrectBusinessRelocation.class),
                    fact(
                            BusinessRelocationCorrected.class,
                            BusinessRelocationCorrected::effectiveFrom,
                            CorrectBusinessRelocation.class),
                    fact(BusinessClosed.class, BusinessClosed::effectiveFrom, ReopenBusiness.class),
                    fact(BusinessReopened.class, BusinessReopened::effectiveFrom, CloseBusiness.class),
                    fact(SupportBegun.class, SupportBegun::effectiveFrom, CorrectSupport.class),
                    fact(SupportCorrected.class, SupportCorrected::effectiveFrom, CorrectSupport.class),
                    fact(SupportEnded.class, SupportEnded::lastDay, CorrectSupport.class),
                    fact(PracticeTakenUp.class, PracticeTakenUp::effectiveFrom, StopPractice.class),
                    fact(PracticeStopped.class, PracticeStopped::lastDay, TakeUpPractice.class),
                    fact(RoleGranted.class, RoleGranted::effectiveFrom, CorrectGrant.class),
                    fact(GrantCorrected.class, GrantCorrected::effectiveFrom, CorrectGrant.class),
                    fact(GrantEnded.class, GrantEnded::lastDay, CorrectGrant.class),
                    fact(AccountLinked.class, AccountLinked::effectiveFrom, UnlinkAccount.class),
                    fact(AccountUnlinked.class, AccountUnlinked::lastDay, UnlinkAccount.class),
                    fact(PolicyAdopted.class, PolicyAdopted::effectiveFrom, WithdrawPolicy.class),
                    fact(
                            ServiceCatalogueAdopted.class,
                            event -> event.catalogue().lastToBegin(),
                            WithdrawServiceCatalogue.class),
                    fact(SkillGroupsAdopted.class, event -> event.groups().effectiveFrom(), WithdrawSkillGroups.class),
                    fact(StipendPolicyAdopted.class, StipendPolicyAdopted::effectiveFrom, WithdrawStipendPolicy.class),
                    fact(
                            CalendarAdopted.class,
                            event -> event.calendar().firstDay(event.from()),
                            WithdrawReportingCalendar.class),
                    fact(
                            TargetSet.class,
                            event -> QuarterCalendar.CALENDAR.firstDay(event.quarter()),
                            WithdrawTarget.class),
                    fact(CampaignPlanned.class, CampaignPlanned::firstDay, ReviseCampaign.class),
                    fact(CampaignRevised.class, CampaignRevised::firstDay, ReviseCampaign.class),
                    fact(TrainingScheduled.class, TrainingScheduled::on, CancelTraining.class),
                    fact(OutreachScheduled.class, OutreachScheduled::startsAt, RescheduleOutreach.class),
                    fact(OutreachRescheduled.class, OutreachRescheduled::startsAt, RescheduleOutreach.class),
                    fact(CommunityGroupClosed.class, CommunityGroupClosed::lastDay, CorrectGroupClosing.class),
                    fact(PeriodReopened.class, PeriodReopened::until, ClosePeriod.class),
                    fact(
                            AssistanceRecorded.class,
                            event -> orNone(event.content().followUp()),
                            CorrectAssistance.class),
                    fact(
                            AssistanceCorrected.class,
                            event -> orNone(event.content().followUp()),
                            CorrectAssistance.class),
                    fact(AssistanceFollowedUp.class, event -> orNone(event.next()), FollowUpAssistance.class),
                    lasting(RoleGranted.class, event -> orNone(event.lastDay()), CorrectGrant.class),
                    lasting(GrantCorrected.class, event -> orNone(event.lastDay()), CorrectGrant.class),
                    lasting(CampaignPlanned.class, CampaignPlanned::lastDay, ReviseCampaign.class),
                    lasting(CampaignRevised.class, CampaignRevised::lastDay, ReviseCampaign.class))
            .collect(Collectors.groupingBy(Fact::event));

    private FarDays() {}

    /**
     * @param day     from which the fact holds, its last, or the one that is planned in it
     * @param most    days ahead after which it is far
     * @param mending command that sets the day right, or takes its effect back
     */
    private record Fact<E extends ProductEvent>(
            Class<E> event, Function<E, Temporal> day, int most, Class<? extends Command> mending) {

        LocalDate of(DomainEvent stated) {
            Temporal day = this.day.apply(event.cast(stated));
            return day instanceof Instant instant ? VietnamTime.day(instant) : LocalDate.from(day);
        }
    }

    private static <E extends ProductEvent> Fact<E> fact(
            Class<E> event, Function<E, Temporal> day, Class<? extends Command> mending) {
        return new Fact<>(event, day, Days.MOST_AHEAD, mending);
    }

    private static <E extends ProductEvent> Fact<E> lasting(
            Class<E> event, Function<E, Temporal> day, Class<? extends Command> mending) {
        return new Fact<>(event, day, MOST_LASTING, mending);
    }

    private static LocalDate orNone(@Nullable LocalDate day) {
        return Objects.requireNonNullElse(day, LocalDate.MIN);
    }

    /** Classes of event that hold from a day, or to one. */
    public static Set<Class<?>> facts() {
        return FACTS.keySet();
    }

    /** One for the first fact of the events that holds from a day far after today. */
    public static Optional<Warning> warning(List<? extends DomainEvent> events, LocalDate today) {
        return events.stream()
                // A consolidation dissolves teams, and is corrected as a whole.
                .sorted(Comparator.comparing(event -> !(event instanceof TeamConsolidated)))
                .flatMap(event -> FACTS.getOrDefault(event.getClass(), List.of()).stream()
                        .filter(fact -> fact.of(event).isAfter(today.plusDays(fact.most)))
                        .map(fact -> new Warning(
                                Flag.Code.DAY_IS_FAR_AHEAD,
                                List.of(fact.of(event), today, fact.most, Command.nameOf(fact.mending)))))
                .findFirst();
    }
}
