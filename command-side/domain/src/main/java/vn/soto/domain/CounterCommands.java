package vn.soto.domain;

import static vn.soto.domain.shared.CounterCommand.FOLLOWS;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceResultsStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.audit.CallBackSampleEvent;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.household.CaseloadEvent;
import vn.soto.contracts.household.ConsentEvent.ConsentFlaggedMissing;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedEstimated;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedImplausible;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.person.DataRequestEvent.DataRequestFlaggedLate;
import vn.soto.contracts.person.ErasureEvent.ErasureListed;
import vn.soto.contracts.person.PersonEvent;
import vn.soto.contracts.plan.OpenPlansEvent.OpenPlansChanged;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.WaitingPlansEvent.WaitingPlansChanged;
import vn.soto.contracts.report.ReportEvent.ReportAccepted;
import vn.soto.contracts.report.ReportSampleEvent;
import vn.soto.contracts.report.UnitReportEvent.UnitReportAccepted;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestFlaggedLate;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitNameEvent;
import vn.soto.domain.assistance.AssistanceCommand.RestoreAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.business.BusinessCommand.CloseBusiness;
import vn.soto.domain.household.HouseholdCounterCommands;
import vn.soto.domain.outreach.OutreachCommand.VoidOutreach;
import vn.soto.domain.person.PersonCounterCommands;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.CounterRule;
import vn.soto.domain.shared.EarlierEvents;
import vn.soto.domain.team.TeamCounterCommands;
import vn.soto.domain.training.TrainingCommand.VoidTraining;
import vn.soto.domain.unit.UnitCounterCommands;

/**
 * Counter-commands for what imports, hand-overs and reorganisations write. Any other fact has a correction of its own, which
 * somebody sends.
 */
public final class CounterCommands {

    private static final CounterCommand FINAL = CounterCommand.refusedBy(CounterRule.EVENT_IS_NOT_FINAL);
    private static final CounterCommand CORRECTED = CounterCommand.refusedBy(CounterRule.EVENT_HAS_A_COUNTER_COMMAND);

    private CounterCommands() {}

    /**
     * @param earlier earlier events of the same aggregate
     * @param reason  reason that corrective commands state
     */
    public static CounterCommand of(ProductEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case UnitEvent unit -> UnitCounterCommands.of(unit, reason);
            case TeamEvent team -> TeamCounterCommands.of(team, earlier, reason);
            case HouseholdEvent household -> HouseholdCounterCommands.of(household, earlier, reason);
            case PersonEvent person -> PersonCounterCommands.of(person, earlier);
            case AssistanceRecorded recorded -> CounterCommand.of(new VoidAssistance(recorded.assistance(), reason));
            case AssistanceVoided voided -> CounterCommand.of(new RestoreAssistance(voided.assistance(), reason));
            case OutreachHeld held -> CounterCommand.of(new VoidOutreach(held.session(), reason));
            case TrainingHeld held -> CounterCommand.of(new VoidTraining(held.training(), reason));
            case AssistanceResultsStated _ -> earlier.isBeside(AssistanceRecorded.class) ? FOLLOWS : CORRECTED;
            case OutreachScheduled _ -> earlier.isBeside(OutreachHeld.class) ? FOLLOWS : CORRECTED;
            case TrainingScheduled _ -> earlier.isBeside(TrainingHeld.class) ? FOLLOWS : CORRECTED;
            // It was there for a day, as a team that is undone.
            case BusinessRegistered registered ->
                CounterCommand.of(new CloseBusiness(registered.business(), earlier.day()));
            case ReportAccepted _, UnitReportAccepted _, ReportSampleEvent _, CallBackSampleEvent _ -> FINAL;
            case PlanEvent _, PlanPartRecorded _, ErasureListed _ -> FINAL;
            case UnitNameEvent _, UnitCoverageChanged _, CaseloadEvent _ -> FOLLOWS;
            case OpenPlansChanged _, WaitingPlansChanged _, RoleHolderListed _ -> FOLLOWS;
            case AssistanceRouted _, AssistanceFlaggedLate _, AssistanceFlaggedUnconfirmed _ -> FOLLOWS;
            case ConsentFlaggedMissing _, OutreachFlaggedEstimated _, OutreachFlaggedImplausible _ -> FOLLOWS;
            case SupportRequestFlaggedLate _, DataRequestFlaggedLate _ -> FOLLOWS;
            default -> CORRECTED;
        };
    }

    /** The commands that correct or take back what a command recorded, by name; itself if it is a correction; else none. */
    public static String corrections(String command) {
        List<String> correcting = DomainModel.commands().stream()
                .filter(other -> other.isAnnotationPresent(Corrects.class))
                .filter(other -> Stream.of(other.getAnnotation(Corrects.class).value())
                        .anyMatch(corrected -> Command.nameOf(corrected).equals(command)))
                .map(Command::nameOf)
                .toList();
        boolean corrects = DomainModel.commands().stream()
                .anyMatch(other -> other.isAnnotationPresent(Corrects.class)
                        && Command.nameOf(other).equals(command));
        return correcting.isEmpty() && corrects ? command : String.join(", ", correcting);
    }
}
