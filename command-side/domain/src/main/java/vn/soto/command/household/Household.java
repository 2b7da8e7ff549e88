package vn.soto.command.household;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.command.household.HouseholdRule.ASSIGNMENTS_ARE_IN_ORDER;
import static vn.soto.command.household.HouseholdRule.HOUSEHOLD_HAS_A_RESPONSIBLE_MEMBER;
import static vn.soto.command.household.HouseholdRule.HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET;
import static vn.soto.command.household.HouseholdRule.HOUSEHOLD_LIVES_IN_A_RESIDENTIAL_UNIT;
import static vn.soto.command.household.HouseholdRule.HOUSEHOLD_PASSES_TO_SOMEONE_ELSE;
import static vn.soto.command.household.HouseholdRule.HOUSEHOLD_REFERENCE_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.command.household.HouseholdRule.HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE;
import static vn.soto.command.household.HouseholdRule.RESPONSIBLE_MEMBER_BELONGS_TO_TEAM;
import static vn.soto.command.household.HouseholdRule.RESPONSIBLE_TEAM_COVERS_HOUSEHOLD;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.command.household.HouseholdCommand.AssignHousehold;
import vn.soto.command.household.HouseholdCommand.ReassignHousehold;
import vn.soto.command.household.HouseholdCommand.RegisterHousehold;
import vn.soto.command.policy.Policies;
import vn.soto.command.shared.AlsoWritten;
import vn.soto.command.shared.Consulted;
import vn.soto.command.shared.Days;
import vn.soto.command.shared.FreeText;
import vn.soto.command.team.Team;
import vn.soto.command.unit.Unit;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.unit.UnitId;

/** A household, known by the commune's own code, and the one member responsible for it. */
@AggregateRoot(type = "household")
public final class Household {

    public static final int LONGEST_REFERENCE = 40;

    /** No spaces and at least one digit: a code, not a name. */
    private static final Pattern REFERENCE = Pattern.compile("(?=.*\\p{Nd})[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}./_-]*");

    @AggregateIdentifier
    private HouseholdId id;

    @SuppressWarnings("NullAway.Init")
    private UnitId unit;

    private @Nullable Responsible responsible;
    private LocalDate lastAssignment = LocalDate.MIN;

    Household() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RegisterHousehold command, Consulted consulted) {
        String reference = command.reference();
        FreeText.checkNewId(command.household());
        FreeText.checkCharacters(reference);
        HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE.require(
                reference.length() <= LONGEST_REFERENCE
                        && REFERENCE.matcher(reference).matches(),
                LONGEST_REFERENCE);
        HOUSEHOLD_REFERENCE_HOLDS_NO_PERSONAL_NUMBER.require(FreeText.holdsNoPersonalNumber(reference));
        HOUSEHOLD_LIVES_IN_A_RESIDENTIAL_UNIT.require(consulted.ask(Unit.class, command.unit(), Unit::residential));
        apply(new HouseholdRegistered(command.household(), command.unit(), reference));
    }

    @CommandHandler
    void decide(AssignHousehold command, Consulted consulted, AlsoWritten alsoWritten, Policies policies) {
        Responsible to = new Responsible(command.team(), command.member());
        Days.check(command.effectiveFrom());
        HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET.require(responsible == null);
        checkResponsible(to, command.effectiveFrom(), consulted);
        apply(new HouseholdAssigned(id, unit, to, command.effectiveFrom()));
        Caseload.take(to, policies.on(command.effectiveFrom()).householdsPerMember(), alsoWritten);
    }

    @CommandHandler
    void decide(ReassignHousehold command, Consulted consulted, AlsoWritten alsoWritten, Policies policies) {
        Days.check(command.effectiveFrom());
        Responsible from = Optional.ofNullable(responsible).orElseThrow(HOUSEHOLD_HAS_A_RESPONSIBLE_MEMBER::refused);
        Responsible to = new Responsible(command.team(), command.member());
        HOUSEHOLD_PASSES_TO_SOMEONE_ELSE.require(!to.equals(from));
        ASSIGNMENTS_ARE_IN_ORDER.require(!command.effectiveFrom().isBefore(lastAssignment), lastAssignment);
        checkResponsible(to, command.effectiveFrom(), consulted);
        apply(new HouseholdReassigned(id, unit, from, to, command.effectiveFrom()));
        Caseload.move(from, to, policies.on(command.effectiveFrom()).householdsPerMember(), alsoWritten);
    }

    private void checkResponsible(Responsible to, LocalDate day, Consulted consulted) {
        RESPONSIBLE_TEAM_COVERS_HOUSEHOLD.require(consulted.ask(Team.class, to.team(), team -> team.covers(unit)));
        RESPONSIBLE_MEMBER_BELONGS_TO_TEAM.require(
                consulted.ask(Team.class, to.team(), team -> team.wasMember(to.member(), day)), day);
    }

    /** Residential unit in which it lives. */
    public UnitId unit() {
        return unit;
    }

    /** Residential unit in which it lived on that day, as known now. */
    public UnitId unitOn(LocalDate day) {
        return unit;
    }

    /** Who is responsible for a household, and from which day on. */
    public record Charge(Responsible responsible, LocalDate since) {}

    /** Who is responsible for it now; absent while nobody is. */
    public @Nullable Charge charge() {
        return responsible == null ? null : new Charge(responsible, lastAssignment);
    }

    @EventHandler
    void evolve(HouseholdRegistered event) {
        id = event.household();
        unit = event.unit();
    }

    @EventHandler
    void evolve(HouseholdAssigned event) {
        responsible = event.to();
        lastAssignment = event.effectiveFrom();
    }

    @EventHandler
    void evolve(HouseholdReassigned event) {
        responsible = event.to();
        lastAssignment = event.effectiveFrom();
    }
}
