package vn.soto.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.soto.command.dispatch.LedgerCaseloads;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.domain.household.HandOver;
import vn.soto.domain.household.HandOver.Receiver;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.team.Caseloads.Charge;
import vn.soto.plans.PlanService.Submitted;
import vn.soto.plans.imports.lookup.TerritoryIndex;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;

/** Plans the hand-over of all of a member's households. Blocking. */
public record HandOverPlanner(
        PlanService plans, LedgerCaseloads caseloads, UnitAndTeamIndex register, TerritoryIndex territory) {

    /** Stands for a household where there is none. */
    private static final HouseholdId ANY = new HouseholdId("any");

    /** @param staying households the member keeps: no named recipient has room for them or covers their unit */
    public record Accepted(Submitted plan, List<HouseholdId> staying) {}

    /**
     * Returns when the plan is durable. The same request sent again returns the same plan, even if the ledger has
     * changed since; {@code staying} then lists the households the member still has.
     *
     * @param request           id of the request
     * @param from              first day of the new responsibility
     * @throws RuntimeException as {@link PlanService#submit}; also if the member has no households or no recipient may
     *                          take any
     */
    public Accepted submit(UUID request, Responsible member, List<Receiver> receivers, LocalDate from, String actor) {
        String content =
                String.join("\n", request.toString(), actor, member.toString(), receivers.toString(), from.toString());
        List<Charge> charges = caseloads.of(member);
        HandOver handOver = HandOver.of(
                charges,
                receivers,
                (team, unit) -> territory.covers(each -> register.covers(team, each, from), unit, from),
                from);
        Submitted submitted = plans.submitOnce(
                PlanKind.HAND_OVER,
                content,
                () -> {
                    if (handOver.steps().isEmpty()) {
                        requireRight(member, from, actor);
                    }
                    PlanRule.MEMBER_HAS_HOUSEHOLDS_TO_HAND_OVER.require(!charges.isEmpty());
                    PlanRule.SOMEONE_NAMED_MAY_TAKE_THE_HOUSEHOLDS.require(
                            !handOver.steps().isEmpty(), charges.size());
                    return handOver.steps().stream()
                            .<Step>map(step -> new Step.Ready(0, step))
                            .iterator();
                },
                actor);
        if (submitted.repeat()) {
            // The plan may be of a day on which the sender had a right that is over.
            requireRight(member, from, actor);
        }
        return new Accepted(submitted, submitted.repeat() ? households(charges) : handOver.left());
    }

    /** How many households a member has is told to whoever may hand them over, and to nobody else. */
    private void requireRight(Responsible member, LocalDate from, String actor) {
        ReassignHousehold any = new ReassignHousehold(ANY, member.team(), member.member(), from);
        plans.requireRight(actor, any, new CommandPlace.OfTeam(member.team()));
    }

    private static List<HouseholdId> households(List<Charge> charges) {
        return charges.stream().map(Charge::household).toList();
    }
}
