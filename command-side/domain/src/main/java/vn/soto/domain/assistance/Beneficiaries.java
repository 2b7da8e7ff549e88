package vn.soto.domain.assistance;

import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_FOR_EXACTLY_ONE_BENEFICIARY;
import static vn.soto.domain.assistance.AssistanceRule.HELPING_TEAM_COVERS_BUSINESS;
import static vn.soto.domain.assistance.AssistanceRule.HELPING_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.domain.assistance.AssistanceRule.WALK_IN_IS_COUNTED_WHERE_THE_TEAM_WORKS;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
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
        return of(command.team(), new Named(command.household(), command.business(), command.walkIn()), day, consulted);
    }

    /** The beneficiary after a correction: the same, in the same unit, unless the command names another. */
    static Beneficiary of(
            CorrectAssistance command, AssistanceState before, LocalDate day, ReadOnlyAggregates consulted) {
        Named named = new Named(command.household(), command.business(), command.walkIn());
        return named.count() == 0 || named.equals(Named.of(before.beneficiary()))
                ? before.beneficiary()
                : of(before.team(), named, day, consulted);
    }

    /** Whom a command names. */
    private record Named(
            @Nullable HouseholdId household,
            @Nullable BusinessId business,
            @Nullable UnitId walkIn) {

        static Named of(Beneficiary beneficiary) {
            UnitId walkIn = beneficiary.kind() == Beneficiary.Kind.WALK_IN ? beneficiary.unit() : null;
            return new Named(beneficiary.household(), beneficiary.business(), walkIn);
        }

        long count() {
            return Stream.of(household, business, walkIn)
                    .filter(Objects::nonNull)
                    .count();
        }
    }

    private static Beneficiary of(TeamId team, Named named, LocalDate day, ReadOnlyAggregates consulted) {
        ASSISTANCE_IS_FOR_EXACTLY_ONE_BENEFICIARY.require(named.count() == 1);
        Beneficiary recorded = find(named, day, consulted);
        Beneficiary beneficiary = new Beneficiary(
                Unit.lineage(day, consulted).of(recorded.unit()).unit(), recorded.household(), recorded.business());
        AssistanceRule covered = switch (beneficiary.kind()) {
            case HOUSEHOLD -> HELPING_TEAM_COVERS_HOUSEHOLD;
            case BUSINESS -> HELPING_TEAM_COVERS_BUSINESS;
            case WALK_IN -> WALK_IN_IS_COUNTED_WHERE_THE_TEAM_WORKS;
        };
        covered.require(Team.covers(team, recorded.unit(), day, consulted));
        return beneficiary;
    }

    private static Beneficiary find(Named named, LocalDate day, ReadOnlyAggregates consulted) {
        HouseholdId household = named.household();
        if (household != null) {
            return Beneficiary.of(household, consulted.ask(Household.class, household, found -> found.unitOn(day)));
        }
        BusinessId business = named.business();
        if (business != null) {
            return Beneficiary.of(business, consulted.ask(Business.class, business, found -> found.unitOn(day)));
        }
        UnitId unit = Objects.requireNonNull(named.walkIn());
        return Beneficiary.walkIn(unit);
    }
}
