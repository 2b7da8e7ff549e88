package vn.soto.contracts.household;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.DepartureCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Tags of events by whom they concern. */
final class HouseholdTags {

    private HouseholdTags() {}

    static Set<String> of(HouseholdEvent event) {
        return switch (event) {
            case HouseholdAssigned it -> of(it.household(), it.to());
            case HouseholdReassigned it -> of(it.household(), it.from(), it.to());
            case HouseholdUnassigned it -> of(it.household(), it.unit(), it.from());
            case HouseholdRelocated it -> of(it.household(), it.from(), it.unit(), it.responsible());
            case HouseholdFirstHelped it -> of(it.household(), it.unit(), it.team());
            case HouseholdMerged it -> of(it.household(), it.unit(), it.survivor(), it.helpedBy());
            case HouseholdSeparated it -> of(it.household(), it.unit(), it.survivor(), it.helpedBy());
            case AssignmentCorrected it -> of(it.household(), it.unit(), it.from(), it.to());
            case RelocationCorrected it -> of(it.household(), it.unit(), it.from(), it.to());
            case RelocationWithdrawn it -> of(it.household(), it.unit(), it.from(), it.to(), it.responsible());
            case DepartureCorrected it -> of(it.household(), it.unit(), it.from());
            case ReturnCorrected it -> of(it.household(), it.unit(), it.to());
            default -> of(event.household(), event.unit());
        };
    }

    private static Set<String> of(@Nullable Object... concerned) {
        return Stream.of(concerned).flatMap(HouseholdTags::tags).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> tags(@Nullable Object concerned) {
        return switch (concerned) {
            case null -> Stream.of();
            case HouseholdId household -> Stream.of("household:" + household);
            case UnitId unit -> Stream.of("unit:" + unit);
            case TeamId team -> Stream.of("team:" + team);
            case Responsible one -> Stream.of("team:" + one.team(), "member:" + one.member());
            case List<?> several -> several.stream().flatMap(HouseholdTags::tags);
            default -> throw new IllegalArgumentException(concerned.toString());
        };
    }
}
