package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitId;

/**
 * Flags of a team that need attention.
 *
 * @param understaffed day since which it has fewer members than {@code minimum}; absent if it has enough
 * @param ledByAnother day since which its leader is not the head of the neighbourhood; absent if the leader is, or need
 *                     not be
 * @param outdated     day on which units it covers were found not to be in force; absent if all were
 * @param notInForce   those units
 */
public record Flags(
        @Nullable LocalDate understaffed,
        @Nullable Integer minimum,
        @Nullable LocalDate ledByAnother,
        @Nullable LocalDate outdated,
        List<UnitId> notInForce) {

    static final Flags NONE = new Flags(null, null, null, null, List.of());

    Flags staffed(@Nullable LocalDate shortSince, int newMinimum) {
        return new Flags(shortSince, newMinimum, ledByAnother, outdated, notInForce);
    }

    Flags ledByAnother(@Nullable LocalDate since) {
        return new Flags(understaffed, minimum, since, outdated, notInForce);
    }

    Flags outdated(LocalDate since, List<UnitId> units) {
        return new Flags(understaffed, minimum, ledByAnother, since, units);
    }

    Flags upToDate() {
        return new Flags(understaffed, minimum, ledByAnother, null, List.of());
    }
}
