package vn.soto.plans;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.TeamEvent.FoundingDecisionCorrected;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.outreach.OutreachCommand.RecordOutreach;
import vn.soto.domain.person.PersonCommand;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.training.TrainingCommand.RecordTraining;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.ledger.LedgerReader;

/**
 * Finds a row of a file that the ledger already holds, from an earlier file or a manual entry; such a row is no error.
 */
public final class AlreadyRecorded {

    private static final int MOST_EVENTS = 500;

    private final PlanReader reader;
    private final StepCodec steps;
    private final LedgerReader ledger;

    public AlreadyRecorded(PlanReader reader, StepCodec steps) {
        this.reader = reader;
        this.steps = steps;
        this.ledger = reader.ledger();
    }

    public boolean isRecorded(Command command) {
        return target(command)
                .map(target -> ledger.aggregate(target, 0, MOST_EVENTS).stream()
                        .map(reader::decoded)
                        .toList())
                .filter(events ->
                        Stream.concat(events.stream(), refounded(events)).anyMatch(event -> matches(event, command)))
                .filter(events -> events.stream().noneMatch(AlreadyRecorded::withdraws))
                .isPresent();
    }

    /** The formation of a team with each founding decision that corrected the one entered. */
    private static Stream<DomainEvent> refounded(List<DomainEvent> events) {
        return events.stream()
                .filter(FoundingDecisionCorrected.class::isInstance)
                .map(FoundingDecisionCorrected.class::cast)
                .flatMap(right -> events.stream()
                        .filter(TeamFormed.class::isInstance)
                        .map(TeamFormed.class::cast)
                        .map(formed -> new TeamFormed(
                                formed.team(),
                                formed.level(),
                                formed.name(),
                                right.foundingDecision(),
                                formed.coverage(),
                                formed.members(),
                                formed.leader(),
                                formed.effectiveFrom())));
    }

    /** Whether a command would create what the ledger has already, perhaps with other content. */
    public boolean isTaken(Command command) {
        boolean creates =
                command instanceof EstablishUnit || command instanceof FormTeam || command instanceof RegisterHousehold;
        return creates
                && target(command)
                        .flatMap(id -> ledger.head(id).stream().boxed().findFirst())
                        .isPresent();
    }

    /**
     * Whether a command about a person repeats the latest record about them; no rule refuses such a repetition. The
     * answer tells what is sealed, so it is for plans only, which the ledger names; never for a dry run.
     */
    boolean repeatsLatest(Command command) {
        return command instanceof PersonCommand person
                && last(person.personalData())
                        .filter(event -> matches(event, command))
                        .isPresent();
    }

    private Optional<DomainEvent> last(String aggregate) {
        OptionalLong head = ledger.head(aggregate);
        return head.isEmpty()
                ? Optional.empty()
                : ledger.aggregate(aggregate, head.getAsLong(), 1).stream()
                        .findFirst()
                        .map(reader::decoded);
    }

    /**
     * A registration withdrawn or a unit's establishment undone: the earlier events of that aggregate no longer count
     * as recorded.
     */
    private static boolean withdraws(DomainEvent event) {
        return event instanceof RegistrationWithdrawn
                || (event instanceof UnitChangeUndone undone && undone.change() == UnitChange.ESTABLISHED);
    }

    /** Compares commands that imports issue; an event never matches any other command. The id of help says what happened. */
    private boolean matches(DomainEvent event, Command command) {
        return switch (command) {
            case EstablishUnit establish -> event.equals(established(establish));
            case FormTeam form -> event.equals(formed(form));
            case EnrolMember enrol -> enrols(event, enrol);
            case RegisterHousehold register ->
                event instanceof HouseholdRegistered registered
                        && registered.unit().equals(register.unit())
                        && registered.reference().equals(register.reference())
                        && (register.livesSince() == null
                                || register.livesSince().equals(registered.livesSince()));
            case RecordAssistance help ->
                event instanceof AssistanceRecorded recorded
                        && recorded.assistance().equals(help.assistance());
            case RecordOutreach outreach ->
                event instanceof OutreachHeld held && held.holding().equals(outreach.holding());
            case RecordTraining training ->
                event instanceof TrainingHeld held && held.attendance().equals(training.attendance());
            case RegisterBusiness register ->
                event instanceof BusinessRegistered registered
                        && registered.kind() == register.kind()
                        && registered.unit().equals(register.unit())
                        && registered.reference().equals(register.reference());
            case AssignHousehold assign ->
                assigns(event, new Responsible(assign.team(), assign.member()), assign.effectiveFrom());
            case RecordMemberProfile profile ->
                event instanceof MemberProfileRecorded recorded && matches(recorded, profile);
            case RecordHouseholdContact contact ->
                event instanceof HouseholdContactRecorded recorded && matches(recorded, contact);
            default -> false;
        };
    }

    private static boolean assigns(DomainEvent event, Responsible to, LocalDate from) {
        return switch (event) {
            case HouseholdAssigned assigned ->
                assigned.to().equals(to) && assigned.effectiveFrom().equals(from);
            case HouseholdReassigned reassigned ->
                reassigned.to().equals(to) && reassigned.effectiveFrom().equals(from);
            case AssignmentCorrected corrected ->
                to.equals(corrected.to()) && corrected.effectiveFrom().equals(from);
            default -> false;
        };
    }

    private static UnitEstablished established(EstablishUnit command) {
        return new UnitEstablished(
                command.unit(),
                command.kind(),
                command.name(),
                command.officialCode(),
                command.parent(),
                command.instrument(),
                command.effectiveFrom());
    }

    private static TeamFormed formed(FormTeam command) {
        return new TeamFormed(
                command.team(),
                Objects.requireNonNullElse(command.level(), TeamLevel.HAMLET),
                command.name(),
                command.foundingDecision(),
                command.coverage(),
                command.named(),
                command.leader(),
                command.effectiveFrom());
    }

    private static boolean enrols(DomainEvent event, EnrolMember command) {
        return switch (event) {
            case MemberEnrolled enrolled ->
                enrolled.equals(new MemberEnrolled(
                        command.team(), command.member(), command.organisation(), command.effectiveFrom()));
            case TeamFormed formed ->
                formed.effectiveFrom().equals(command.effectiveFrom())
                        && formed.members().contains(new FoundingMember(command.member(), command.organisation()));
            case MembershipCorrected corrected ->
                corrected.member().equals(command.member())
                        && corrected.organisation() == command.organisation()
                        && corrected.effectiveFrom().equals(command.effectiveFrom());
            default -> false;
        };
    }

    private boolean matches(MemberProfileRecorded event, RecordMemberProfile command) {
        return steps.sameContent(event.subject(), "name", event.name(), command.name())
                && steps.sameContent(event.subject(), "phone", event.phone(), command.phone());
    }

    private boolean matches(HouseholdContactRecorded event, RecordHouseholdContact command) {
        return steps.sameContent(event.subject(), "headName", event.headName(), command.headName())
                && steps.sameContent(event.subject(), "phone", event.phone(), command.phone())
                && steps.sameContent(event.subject(), "address", event.address(), command.address());
    }

    /** Id of the aggregate that a command is for. */
    public static Optional<String> target(Command command) {
        return Stream.concat(
                        Stream.of(command.getClass().getMethods()),
                        List.of(command.getClass().getInterfaces()).stream()
                                .flatMap(type -> Stream.of(type.getMethods())))
                .filter(method -> method.isAnnotationPresent(TargetAggregateIdentifier.class))
                .findFirst()
                .map(method -> String.valueOf(value(method, command)));
    }

    private static @Nullable Object value(Method method, Command command) {
        try {
            return method.invoke(command);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a command gives its target", e);
        }
    }
}
