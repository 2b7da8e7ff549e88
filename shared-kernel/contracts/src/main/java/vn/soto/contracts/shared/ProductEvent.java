package vn.soto.contracts.shared;

import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.audit.CallBackSampleEvent;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.catalogue.CatalogueEvent;
import vn.soto.contracts.goal.CampaignEvent;
import vn.soto.contracts.goal.TargetEvent;
import vn.soto.contracts.household.CaseloadEvent;
import vn.soto.contracts.household.ConsentEvent;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.organisation.OrganisationEvent;
import vn.soto.contracts.outreach.CommunityGroupEvent;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.people.PeopleCountEvent;
import vn.soto.contracts.period.PeriodEvent;
import vn.soto.contracts.period.WorkingDaysEvent;
import vn.soto.contracts.person.DataRequestEvent;
import vn.soto.contracts.person.ErasureEvent;
import vn.soto.contracts.person.PersonEvent;
import vn.soto.contracts.plan.OpenPlansEvent;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanPartEvent;
import vn.soto.contracts.plan.WaitingPlansEvent;
import vn.soto.contracts.policy.PolicyEvent;
import vn.soto.contracts.practice.PracticeEvent;
import vn.soto.contracts.recognition.RecognitionRoundEvent;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.report.ReportSampleEvent;
import vn.soto.contracts.report.UnitReportEvent;
import vn.soto.contracts.stipend.MobilisationEvent;
import vn.soto.contracts.stipend.StipendPolicyEvent;
import vn.soto.contracts.stipend.StipendStatementEvent;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.team.CoverageEvent;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.training.TrainingEvent;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitNameEvent;

/** An event of the product. This is the one list of its event interfaces, in reading order of the features. */
public sealed interface ProductEvent extends DomainEvent
        permits PolicyEvent,
                CatalogueEvent,
                UnitEvent,
                UnitNameEvent,
                TeamEvent,
                CoverageEvent,
                OrganisationEvent,
                TrainingEvent,
                HouseholdEvent,
                CaseloadEvent,
                ConsentEvent,
                BusinessEvent,
                AssistanceEvent,
                OutreachEvent,
                CommunityGroupEvent,
                SupportRequestEvent,
                ReportEvent,
                UnitReportEvent,
                ReportSampleEvent,
                RecognitionRoundEvent,
                CallBackSampleEvent,
                PeriodEvent,
                WorkingDaysEvent,
                PeopleCountEvent,
                TargetEvent,
                CampaignEvent,
                PracticeEvent,
                StipendPolicyEvent,
                MobilisationEvent,
                StipendStatementEvent,
                PersonEvent,
                ErasureEvent,
                DataRequestEvent,
                PlanEvent,
                PlanPartEvent,
                OpenPlansEvent,
                WaitingPlansEvent,
                AccessEvent,
                RoleHoldersEvent {}
