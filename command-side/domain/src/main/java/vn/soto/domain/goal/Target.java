package vn.soto.domain.goal;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.goal.TargetRule.TARGET_IS_FOR_A_UNIT_OF_THE_QUARTER;
import static vn.soto.domain.goal.TargetRule.TARGET_IS_SET_ONCE;
import static vn.soto.domain.goal.TargetRule.TARGET_REVISION_CHANGES_SOMETHING;
import static vn.soto.domain.goal.TargetRule.TARGET_TO_REVISE_IS_SET;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.goal.TargetEvent.TargetRevised;
import vn.soto.contracts.goal.TargetEvent.TargetSet;
import vn.soto.contracts.goal.TargetEvent.TargetWithdrawn;
import vn.soto.contracts.goal.TargetId;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.domain.goal.TargetCommand.ReviseTarget;
import vn.soto.domain.goal.TargetCommand.SetTarget;
import vn.soto.domain.goal.TargetCommand.WithdrawTarget;
import vn.soto.domain.period.Authorities;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.unit.Unit;

/** The goal of a unit for one indicator in one quarter. A unit that takes it over does not inherit it. */
@AggregateRoot(type = "unit-target")
public final class Target {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private TargetId id;

    /** Absent while the target is withdrawn. */
    private @Nullable TargetSet latest;

    @SuppressWarnings("NullAway.Init")
    Target() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetTarget command, ReadOnlyAggregates consulted, Policies policies) {
        TARGET_IS_SET_ONCE.require(latest == null);
        Goals.check(command.indicator(), command.goal());
        QuarterDays days = Authorities.periods(command.unit(), consulted, policies.calendar())
                .days(command.quarter());
        TARGET_IS_FOR_A_UNIT_OF_THE_QUARTER.require(
                consulted.ask(
                        Unit.class, command.unit(), unit -> unit.wasThereBetween(days.firstDay(), days.lastDay())),
                command.quarter());
        apply(new TargetSet(
                command.unit(), command.quarter(), command.indicator(), command.goal(), command.instrument()));
    }

    @CommandHandler
    void decide(ReviseTarget command) {
        TargetSet before = current();
        Goals.check(command.indicator(), command.goal());
        TARGET_REVISION_CHANGES_SOMETHING.require(
                !command.goal().equals(before.goal()) || !command.instrument().equals(before.instrument()));
        apply(new TargetRevised(
                command.unit(), command.quarter(), command.indicator(), command.goal(), command.instrument()));
    }

    @CommandHandler
    void decide(WithdrawTarget command) {
        current();
        apply(new TargetWithdrawn(command.unit(), command.quarter(), command.indicator()));
    }

    private TargetSet current() {
        if (latest == null) {
            throw TARGET_TO_REVISE_IS_SET.refused();
        }
        return latest;
    }

    @EventHandler
    void evolve(TargetSet event) {
        id = new TargetId(event.unit(), event.quarter(), event.indicator());
        latest = event;
    }

    @EventHandler
    void evolve(TargetRevised event) {
        latest = new TargetSet(event.unit(), event.quarter(), event.indicator(), event.goal(), event.instrument());
    }

    @EventHandler
    void evolve(TargetWithdrawn event) {
        latest = null;
    }
}
