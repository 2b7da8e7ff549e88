package vn.soto.contracts.household;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Tags of events by whom they concern. */
final class HouseholdTags {

    private HouseholdTags() {}

    static Set<String> of(@Nullable Object... concerned) {
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
