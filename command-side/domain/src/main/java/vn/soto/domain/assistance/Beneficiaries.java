package vn.soto.domain.assistance;

import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_FOR_EXACTLY_ONE_BENEFICIARY;
import static vn.soto.domain.assistance.AssistanceRule.HELPING_TEAM_COVERS_BUSINESS;
import static vn.soto.domain.assistance.AssistanceRule.HELPING_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.domain.assistance.AssistanceRule.WALK_IN_IS_COUNTED_WHERE_THE_TEAM_WORKS;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.business.Business;
import vn.soto.domain.household.Household;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;
import vn.soto.domain.unit.Unit;

/**
 * Resolves the beneficiary and its unit on the day of the help, through the unit's successors by then, and checks that the
 * team covered it.
 */
final class Beneficiaries {

    private Beneficiaries() {}

    static Beneficiary of(RecordAssistance command, LocalDate day, ReadOnlyAggregates consulted) {
        long given = Stream.of(command.household(), command.business(), command.walkIn())
                .filter(Objects::nonNull)
                .count();
        ASSISTANCE_IS_FOR_EXACTLY_ONE_BENEFICIARY.require(given == 1);
        Beneficiary recorded = find(command, day, consulted);
        Beneficiary beneficiary = new Beneficiary(
                Unit.lineage(day, consulted).of(recorded.unit()).unit(), recorded.household(), recorded.business());
        AssistanceRule covered = switch (beneficiary.kind()) {
            case HOUSEHOLD -> HELPING_TEAM_COVERS_HOUSEHOLD;
            case BUSINESS -> HELPING_TEAM_COVERS_BUSINESS;
            case WALK_IN -> WALK_IN_IS_COUNTED_WHERE_THE_TEAM_WORKS;
        };
        covered.require(Team.covers(command.team(), recorded.unit(), day, consulted));
        return beneficiary;
    }

    private static Beneficiary find(RecordAssistance command, LocalDate day, ReadOnlyAggregates consulted) {
        HouseholdId household = command.household();
        if (household != null) {
            return Beneficiary.of(household, consulted.ask(Household.class, household, found -> found.unitOn(day)));
        }
        BusinessId business = command.business();
        if (business != null) {
            return Beneficiary.of(business, consulted.ask(Business.class, business, found -> found.unitOn(day)));
        }
        UnitId unit = Objects.requireNonNull(command.walkIn());
        return Beneficiary.walkIn(unit);
    }
}
