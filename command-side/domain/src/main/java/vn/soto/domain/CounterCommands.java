package vn.soto.domain;

import static vn.soto.domain.shared.CounterCommand.FOLLOWS;

import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.audit.CallBackSampleEvent;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.catalogue.CatalogueEvent;
import vn.soto.contracts.goal.CampaignEvent;
import vn.soto.contracts.goal.TargetEvent;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.CaseloadEvent.CaseloadFlaggedLeftBehind;
import vn.soto.contracts.household.ConsentEvent;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.organisation.OrganisationEvent;
import vn.soto.contracts.outreach.CommunityGroupEvent;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.period.PeriodEvent;
import vn.soto.contracts.period.WorkingDaysEvent;
import vn.soto.contracts.person.DataRequestEvent;
import vn.soto.contracts.person.ErasureEvent.ErasureListed;
import vn.soto.contracts.person.PersonEvent;
import vn.soto.contracts.plan.OpenPlansEvent.OpenPlansChanged;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanEvent.PlanAbandoned;
import vn.soto.contracts.plan.PlanEvent.PlanApproved;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanPaused;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanEvent.PlanResumed;
import vn.soto.contracts.plan.PlanEvent.PlanReversed;
import vn.soto.contracts.plan.PlanEvent.PlanStarted;
import vn.soto.contracts.plan.PlanEvent.PlanStopped;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.WaitingPlansEvent.WaitingPlansChanged;
import vn.soto.contracts.policy.PolicyEvent;
import vn.soto.contracts.practice.PracticeEvent;
import vn.soto.contracts.recognition.RecognitionRoundEvent;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.report.ReportSampleEvent.ReportSampleDrawn;
import vn.soto.contracts.report.ReportSampleEvent.SampledReportOpened;
import vn.soto.contracts.report.UnitReportEvent;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.stipend.MobilisationEvent;
import vn.soto.contracts.stipend.StipendPolicyEvent;
import vn.soto.contracts.stipend.StipendStatementEvent;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.training.TrainingEvent;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameClaimed;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameReleased;
import vn.soto.domain.access.AccessCounterCommands;
import vn.soto.domain.assistance.AssistanceCounterCommands;
import vn.soto.domain.business.BusinessCounterCommands;
import vn.soto.domain.catalogue.CatalogueCounterCommands;
import vn.soto.domain.goal.CampaignCounterCommands;
import vn.soto.domain.goal.TargetCounterCommands;
import vn.soto.domain.household.ConsentCounterCommands;
import vn.soto.domain.household.HouseholdCounterCommands;
import vn.soto.domain.organisation.OrganisationCounterCommands;
import vn.soto.domain.outreach.CommunityGroupCounterCommands;
import vn.soto.domain.outreach.OutreachCounterCommands;
import vn.soto.domain.period.PeriodCounterCommands;
import vn.soto.domain.person.DataRequestCounterCommands;
import vn.soto.domain.person.PersonCounterCommands;
import vn.soto.domain.policy.PolicyCounterCommands;
import vn.soto.domain.practice.PracticeCounterCommands;
import vn.soto.domain.recognition.RecognitionCounterCommands;
import vn.soto.domain.report.ReportCounterCommands;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.CounterRule;
import vn.soto.domain.shared.EarlierEvents;
import vn.soto.domain.stipend.StipendCounterCommands;
import vn.soto.domain.support.SupportRequestCounterCommands;
import vn.soto.domain.team.TeamCounterCommands;
import vn.soto.domain.training.TrainingCounterCommands;
import vn.soto.domain.unit.UnitCounterCommands;

/** Counter-commands for all events of the product; each feature decides those of its own events. */
public final class CounterCommands {

    private static final CounterCommand FINAL = CounterCommand.refusedBy(CounterRule.EVENT_IS_NOT_FINAL);

    private CounterCommands() {}

    /**
     * @param earlier earlier events of the same aggregate
     * @param reason  reason that corrective commands state
     */
    public static CounterCommand of(ProductEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case PolicyEvent policy -> PolicyCounterCommands.of(policy, earlier, reason);
            case CatalogueEvent catalogue -> CatalogueCounterCommands.of(catalogue, earlier, reason);
            case UnitEvent unit -> UnitCounterCommands.of(unit, reason);
            case TeamEvent team -> TeamCounterCommands.of(team, earlier, reason);
            case OrganisationEvent organisation -> OrganisationCounterCommands.of(organisation, earlier, reason);
            case TrainingEvent training -> TrainingCounterCommands.of(training, earlier, reason);
            case HouseholdEvent household -> HouseholdCounterCommands.of(household, earlier, reason);
            case ConsentEvent consent -> ConsentCounterCommands.of(consent, earlier, reason);
            case BusinessEvent business -> BusinessCounterCommands.of(business, earlier, reason);
            case AssistanceEvent assistance -> AssistanceCounterCommands.of(assistance, earlier, reason);
            case OutreachEvent outreach -> OutreachCounterCommands.of(outreach, earlier, reason);
            case CommunityGroupEvent group -> CommunityGroupCounterCommands.of(group, earlier, reason);
            case SupportRequestEvent request -> SupportRequestCounterCommands.of(request, reason);
            case ReportEvent report -> ReportCounterCommands.of(report, earlier, reason);
            case UnitReportEvent report -> ReportCounterCommands.of(report, earlier);
            case RecognitionRoundEvent round -> RecognitionCounterCommands.of(round, reason);
            case PeriodEvent period -> PeriodCounterCommands.of(period, earlier, reason);
            case WorkingDaysEvent days -> PeriodCounterCommands.of(days, earlier);
            case TargetEvent target -> TargetCounterCommands.of(target, earlier, reason);
            case CampaignEvent campaign -> CampaignCounterCommands.of(campaign, earlier, reason);
            case PracticeEvent practice -> PracticeCounterCommands.of(practice, earlier, reason);
            case StipendPolicyEvent policy -> StipendCounterCommands.of(policy, earlier, reason);
            case MobilisationEvent mobilisation -> StipendCounterCommands.of(mobilisation, earlier, reason);
            case StipendStatementEvent statement -> StipendCounterCommands.of(statement);
            case PersonEvent person -> PersonCounterCommands.of(person, earlier, reason);
            case AccessEvent access -> AccessCounterCommands.of(access, earlier, reason);
            case DataRequestEvent request -> DataRequestCounterCommands.of(request);
            case PlanEvent plan -> of(plan);
            case UnitNameClaimed _, UnitNameReleased _, UnitCoverageChanged _, CaseloadChanged _ -> FOLLOWS;
            case CaseloadFlaggedLeftBehind _, OpenPlansChanged _, WaitingPlansChanged _, RoleHolderListed _ -> FOLLOWS;
            case ReportSampleDrawn _, SampledReportOpened _, CallBackSampleEvent _ -> FINAL;
            case ErasureListed _, PlanPartRecorded _ -> FINAL;
        };
    }

    private static CounterCommand of(PlanEvent event) {
        return switch (event) {
            case PlanSubmitted _,
                    PlanApproved _,
                    PlanStarted _,
                    PlanProgressed _,
                    PlanPaused _,
                    PlanStopped _,
                    PlanResumed _,
                    PlanCompleted _,
                    PlanAbandoned _,
                    PlanReversed _ -> FINAL;
        };
    }
}
