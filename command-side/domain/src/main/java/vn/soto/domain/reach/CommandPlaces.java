package vn.soto.domain.reach;

import java.util.List;
import vn.soto.domain.access.AccessCommand;
import vn.soto.domain.access.AccessPlaces;
import vn.soto.domain.assistance.AssistanceCommand;
import vn.soto.domain.assistance.AssistancePlaces;
import vn.soto.domain.audit.CallBackSampleCommand;
import vn.soto.domain.audit.CallBackSamplePlaces;
import vn.soto.domain.business.BusinessCommand;
import vn.soto.domain.business.BusinessPlaces;
import vn.soto.domain.catalogue.CatalogueCommand;
import vn.soto.domain.catalogue.CataloguePlaces;
import vn.soto.domain.household.ConsentCommand;
import vn.soto.domain.household.ConsentPlaces;
import vn.soto.domain.household.HouseholdCommand;
import vn.soto.domain.household.HouseholdPlaces;
import vn.soto.domain.organisation.OrganisationCommand;
import vn.soto.domain.organisation.OrganisationPlaces;
import vn.soto.domain.outreach.CommunityGroupCommand;
import vn.soto.domain.outreach.CommunityGroupPlaces;
import vn.soto.domain.outreach.OutreachCommand;
import vn.soto.domain.outreach.OutreachPlaces;
import vn.soto.domain.period.PeriodCommand;
import vn.soto.domain.period.PeriodPlaces;
import vn.soto.domain.period.WorkingDaysCommand;
import vn.soto.domain.person.DataRequestCommand;
import vn.soto.domain.person.PersonCommand;
import vn.soto.domain.person.PersonPlaces;
import vn.soto.domain.plan.PlanCommand;
import vn.soto.domain.plan.PlanPlaces;
import vn.soto.domain.policy.PolicyCommand;
import vn.soto.domain.policy.PolicyPlaces;
import vn.soto.domain.practice.PracticeCommand;
import vn.soto.domain.practice.PracticePlaces;
import vn.soto.domain.recognition.RecognitionCommand;
import vn.soto.domain.recognition.RecognitionPlaces;
import vn.soto.domain.report.ReportCommand;
import vn.soto.domain.report.ReportPlaces;
import vn.soto.domain.report.ReportSampleCommand;
import vn.soto.domain.report.UnitReportCommand;
import vn.soto.domain.report.UnitReportPlaces;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.stipend.MobilisationCommand;
import vn.soto.domain.stipend.StipendPlaces;
import vn.soto.domain.stipend.StipendPolicyCommand;
import vn.soto.domain.stipend.StipendStatementCommand;
import vn.soto.domain.support.SupportRequestCommand;
import vn.soto.domain.support.SupportRequestPlaces;
import vn.soto.domain.target.CampaignCommand;
import vn.soto.domain.target.TargetCommand;
import vn.soto.domain.target.TargetPlaces;
import vn.soto.domain.team.TeamCommand;
import vn.soto.domain.team.TeamPlaces;
import vn.soto.domain.training.TrainingCommand;
import vn.soto.domain.training.TrainingPlaces;
import vn.soto.domain.unit.UnitCommand;
import vn.soto.domain.unit.UnitPlaces;

/** What each command of the product touches, as its feature states. */
public final class CommandPlaces {

    private CommandPlaces() {}

    /**
     * All of them must be reached by a right of the sender.
     *
     * @throws IllegalArgumentException no feature states the places of the command, so nobody may issue it
     */
    public static List<CommandPlace> of(Command command) {
        return switch (command) {
            case PolicyCommand policy -> PolicyPlaces.of(policy);
            case CatalogueCommand catalogue -> CataloguePlaces.of(catalogue);
            case UnitCommand unit -> UnitPlaces.of(unit);
            case TeamCommand team -> TeamPlaces.of(team);
            case OrganisationCommand organisation -> OrganisationPlaces.of(organisation);
            case TrainingCommand training -> TrainingPlaces.of(training);
            case HouseholdCommand household -> HouseholdPlaces.of(household);
            case ConsentCommand consent -> ConsentPlaces.of(consent);
            case BusinessCommand business -> BusinessPlaces.of(business);
            case AssistanceCommand assistance -> AssistancePlaces.of(assistance);
            case OutreachCommand outreach -> OutreachPlaces.of(outreach);
            case CommunityGroupCommand group -> CommunityGroupPlaces.of(group);
            case SupportRequestCommand request -> SupportRequestPlaces.of(request);
            case ReportCommand report -> ReportPlaces.of(report);
            case UnitReportCommand report -> UnitReportPlaces.of(report);
            case ReportSampleCommand sample -> UnitReportPlaces.of(sample);
            case RecognitionCommand round -> RecognitionPlaces.of(round);
            case CallBackSampleCommand sample -> CallBackSamplePlaces.of(sample);
            case PeriodCommand period -> PeriodPlaces.of(period);
            case WorkingDaysCommand days -> PeriodPlaces.of(days);
            case TargetCommand target -> TargetPlaces.of(target);
            case CampaignCommand campaign -> TargetPlaces.of(campaign);
            case PracticeCommand practice -> PracticePlaces.of(practice);
            case StipendPolicyCommand policy -> StipendPlaces.of(policy);
            case MobilisationCommand mobilisation -> StipendPlaces.of(mobilisation);
            case StipendStatementCommand statement -> StipendPlaces.of(statement);
            case PersonCommand person -> PersonPlaces.of(person);
            case DataRequestCommand request -> PersonPlaces.of(request);
            case AccessCommand access -> AccessPlaces.of(access);
            case PlanCommand plan -> PlanPlaces.of(plan);
            default -> throw new IllegalArgumentException("no feature states what is touched by " + command.getClass());
        };
    }
}
