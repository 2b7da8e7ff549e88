package vn.soto.domain.assistance;

import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_FOR_EXACTLY_ONE_BENEFICIARY;
import static vn.soto.domain.assistance.AssistanceRule.DUTY_IS_FOR_RESIDENTS_OF_THE_COMMUNE;
import static vn.soto.domain.assistance.AssistanceRule.HELPING_TEAM_COVERS_BUSINESS;
import static vn.soto.domain.assistance.AssistanceRule.HELPING_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.domain.assistance.AssistanceRule.PLACE_IN_A_DIVIDED_UNIT_IS_DECIDED;
import static vn.soto.domain.assistance.AssistanceRule.WALK_IN_IS_BOOKED_TO_THE_COMMUNE_OF_THE_CENTRE;
import static vn.soto.domain.assistance.AssistanceRule.WALK_IN_IS_COUNTED_WHERE_THE_TEAM_WORKS;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
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
 * Resolves the beneficiary and its unit on the day of the help, through the unit's successors by then. The team must
 * have covered the unit, or stood duty at the public-service centre of its commune.
 */
final class Beneficiaries {

    private Beneficiaries() {}

    static Beneficiary of(RecordAssistance command, LocalDate day, ReadOnlyAggregates consulted) {
        return of(
                command.team(),
                new Named(command.household(), command.business(), command.walkIn()),
                command.content().channel(),
                day,
                consulted);
    }

    /**
     * The beneficiary after a correction: the same, in the same unit, unless the command names another. Help that was no duty at
     * the centre after all is help of a team that covers the unit.
     */
    static Beneficiary of(
            CorrectAssistance command, AssistanceState before, LocalDate day, ReadOnlyAggregates consulted) {
        Named named = new Named(command.household(), command.business(), command.walkIn());
        Channel channel = command.content().channel();
        if (named.count() != 0 && !named.equals(Named.of(before.beneficiary()))) {
            return of(before.team(), named, channel, day, consulted);
        }
        if (before.onDuty() && channel != Channel.PUBLIC_SERVICE_CENTRE) {
            checkTeam(before.team(), before.beneficiary(), channel, day, consulted);
        }
        return before.beneficiary();
    }

    /** Checks the area of a record that counts again, by what is known of coverage and homes now. */
    static void checkArea(AssistanceState restored, ReadOnlyAggregates consulted) {
        Named named = Named.of(restored.beneficiary());
        Beneficiary recorded = find(named, restored.day(), consulted);
        checkTeam(restored.team(), recorded, restored.content().channel(), restored.day(), consulted);
    }

    /** The beneficiary that a command names. */
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

    private static Beneficiary of(
            TeamId team, Named named, Channel channel, LocalDate day, ReadOnlyAggregates consulted) {
        ASSISTANCE_IS_FOR_EXACTLY_ONE_BENEFICIARY.require(named.count() == 1);
        Beneficiary recorded = find(named, day, consulted);
        checkTeam(team, recorded, channel, day, consulted);
        UnitId unit = Unit.lineage(day, consulted).of(recorded.unit()).unit();
        return new Beneficiary(unit, recorded.household(), recorded.business());
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

    /** @param recorded with the unit in which the household or business is recorded on that day */
    private static void checkTeam(
            TeamId team, Beneficiary recorded, Channel channel, LocalDate day, ReadOnlyAggregates consulted) {
        boolean duty = channel == Channel.PUBLIC_SERVICE_CENTRE;
        if (recorded.kind() == Beneficiary.Kind.WALK_IN && Unit.isCommunal(recorded.unit(), consulted)) {
            WALK_IN_IS_BOOKED_TO_THE_COMMUNE_OF_THE_CENTRE.require(
                    duty && worksInCommuneOf(team, recorded.unit(), day, consulted));
            return;
        }
        AssistanceRule covered = switch (recorded.kind()) {
            case HOUSEHOLD -> duty ? DUTY_IS_FOR_RESIDENTS_OF_THE_COMMUNE : HELPING_TEAM_COVERS_HOUSEHOLD;
            case BUSINESS -> duty ? DUTY_IS_FOR_RESIDENTS_OF_THE_COMMUNE : HELPING_TEAM_COVERS_BUSINESS;
            case WALK_IN -> WALK_IN_IS_COUNTED_WHERE_THE_TEAM_WORKS;
        };
        boolean resident = duty && recorded.kind() != Beneficiary.Kind.WALK_IN;
        boolean covers = Team.covers(team, recorded.unit(), day, consulted)
                || (resident && worksInCommuneOf(team, recorded.unit(), day, consulted));
        if (!covers) {
            checkDecided(team, recorded.unit(), day, consulted);
        }
        covered.require(covers);
    }

    /** Of a divided unit of which the team has some parts, whoever decides in which one the household or business lies lets it help. */
    private static void checkDecided(TeamId team, UnitId recorded, LocalDate day, ReadOnlyAggregates consulted) {
        List<UnitId> parts = Unit.lineage(day, consulted).candidates(recorded);
        if (parts.size() > 1 && parts.stream().anyMatch(part -> Team.covers(team, part, day, consulted))) {
            throw PLACE_IN_A_DIVIDED_UNIT_IS_DECIDED.refused(
                    titles(List.of(recorded), day, consulted), titles(parts, day, consulted), day);
        }
    }

    private static String titles(List<UnitId> units, LocalDate day, ReadOnlyAggregates consulted) {
        return units.stream()
                .map(unit -> consulted.ask(Unit.class, unit, asked -> asked.title(day)))
                .collect(Collectors.joining(", "));
    }

    /** Whether the team covers some unit of the same commune on that day, so that it may stand duty for it. */
    private static boolean worksInCommuneOf(TeamId team, UnitId unit, LocalDate day, ReadOnlyAggregates consulted) {
        Optional<UnitId> commune = Unit.communeOf(unit, day, consulted);
        return commune.isPresent()
                && consulted.ask(Team.class, team, asked -> asked.areaOn(day)).stream()
                        .sorted()
                        .anyMatch(covered ->
                                Unit.communeOf(covered, day, consulted).equals(commune));
    }
}
