package vn.soto.domain.organisation;

import static vn.soto.domain.plan.PlanRule.EVENT_HAS_A_COUNTER_COMMAND;
import static vn.soto.domain.shared.CounterCommand.refusedBy;

import vn.soto.contracts.organisation.OrganisationEvent;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationEvent.SupportEnded;
import vn.soto.domain.organisation.OrganisationCommand.EndSupport;
import vn.soto.domain.organisation.OrganisationCommand.SupportTeam;
import vn.soto.domain.shared.CounterCommand;

/** Counter-commands for the events of a supporting organisation. */
public final class OrganisationCounterCommands {

    private OrganisationCounterCommands() {}

    public static CounterCommand of(OrganisationEvent event) {
        return switch (event) {
            case OrganisationRegistered registered -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
            case SupportBegun begun ->
                CounterCommand.of(new EndSupport(begun.organisation(), begun.team(), begun.effectiveFrom()));
            case SupportEnded ended ->
                CounterCommand.of(new SupportTeam(
                        ended.organisation(), ended.team(), ended.lastDay().plusDays(1)));
        };
    }
}
