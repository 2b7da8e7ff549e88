package vn.soto.plans.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;

/**
 * The effects of a reorganisation at the tail of the ledger; units appear as on the day before it takes effect.
 *
 * @param actions          number of rows by action
 * @param ending           units that end
 * @param touched          number of ending units, units within them, and units that change or move; without newly
 *                         established ones
 * @param teams            teams that cover a touched unit
 * @param households       number of households in touched units
 * @param householdsByUnit number of households by touched unit, without empty units
 * @param reports          reports of those teams that are not submitted, for the quarters of the last old and the first
 *                         new day
 * @param undecided        contents that the file leaves undecided; they stay in their old unit until a later decision
 */
public record ReorganisationEffects(
        LocalDate effectiveFrom,
        Map<String, Long> actions,
        List<UnitLine> ending,
        long touched,
        List<UnitAndTeamIndex.Covering> teams,
        long households,
        List<Households> householdsByUnit,
        List<OpenReport> reports,
        List<Undecided> undecided) {

    /** A unit as a list shows it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UnitLine(
            UnitId unit,
            UnitKind kind,
            String name,
            @Nullable String officialCode) {}

    public record Households(UnitLine unit, long households) {}

    public record OpenReport(TeamId team, Quarter quarter) {}

    /**
     * @param in         the ending unit that leaves it undecided; a residential unit that is itself split names itself
     * @param candidates possible new parents; empty for an end without a successor
     * @param households number of households in it
     */
    public record Undecided(UnitLine unit, UnitLine in, List<UnitLine> candidates, long households) {}
}
