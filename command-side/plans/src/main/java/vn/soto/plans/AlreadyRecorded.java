package vn.soto.plans;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.person.PersonCommand;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.ledger.LedgerReader;

/** Whether what a row of a file wants was recorded before, from an earlier file or by hand: then it is no mistake. */
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
                .filter(events -> events.stream().anyMatch(event -> matches(event, command)))
                .filter(events -> events.stream().noneMatch(AlreadyRecorded::withdraws))
                .isPresent();
    }

    /** Of what is never refused for being said again: whether it says what was said last. */
    public boolean repeatsLatest(Command command) {
        return command instanceof PersonCommand of
                && last(of.personalData())
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

    /** Whether a command of that id is recorded. */
    boolean isRecorded(UUID command) {
        return ledger.commitOfCommand(command).isPresent();
    }

    /** What was withdrawn as a whole is not so, and does not become so again. */
    private static boolean withdraws(DomainEvent event) {
        return event instanceof RegistrationWithdrawn
                || (event instanceof UnitChangeUndone undone && undone.change() == UnitChange.ESTABLISHED);
    }

    /** Of the commands that files are imported with; of others nothing can be said. */
    private boolean matches(DomainEvent event, Command command) {
        return switch (command) {
            case EstablishUnit wanted
            when event instanceof UnitEstablished is ->
                is.equals(new UnitEstablished(
                        wanted.unit(),
                        wanted.kind(),
                        wanted.name(),
                        wanted.officialCode(),
                        wanted.parent(),
                        wanted.instrument(),
                        wanted.effectiveFrom()));
            case FormTeam wanted
            when event instanceof TeamFormed is ->
                is.equals(new TeamFormed(
                        wanted.team(),
                        Objects.requireNonNullElse(wanted.level(), TeamLevel.HAMLET),
                        wanted.name(),
                        wanted.foundingDecision(),
                        wanted.coverage(),
                        wanted.members(),
                        wanted.leader(),
                        wanted.effectiveFrom()));
            case EnrolMember wanted
            when event instanceof MemberEnrolled is ->
                is.equals(new MemberEnrolled(
                        wanted.team(), wanted.member(), wanted.organisation(), wanted.effectiveFrom()));
            case EnrolMember wanted
            when event instanceof TeamFormed is ->
                is.effectiveFrom().equals(wanted.effectiveFrom())
                        && is.members().contains(new FoundingMember(wanted.member(), wanted.organisation()));
            case RegisterHousehold wanted
            when event instanceof HouseholdRegistered is ->
                is.unit().equals(wanted.unit()) && is.reference().equals(wanted.reference());
            case AssignHousehold wanted
            when event instanceof HouseholdAssigned is ->
                is.to().equals(new Responsible(wanted.team(), wanted.member()))
                        && is.effectiveFrom().equals(wanted.effectiveFrom());
            case RecordMemberProfile wanted
            when event instanceof MemberProfileRecorded is ->
                steps.sameContent(is.subject(), "name", is.name(), wanted.name())
                        && steps.sameContent(is.subject(), "phone", is.phone(), wanted.phone());
            case RecordHouseholdContact wanted
            when event instanceof HouseholdContactRecorded is ->
                steps.sameContent(is.subject(), "headName", is.headName(), wanted.headName())
                        && steps.sameContent(is.subject(), "phone", is.phone(), wanted.phone())
                        && steps.sameContent(is.subject(), "address", is.address(), wanted.address());
            default -> false;
        };
    }

    private static Optional<String> target(Command command) {
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
