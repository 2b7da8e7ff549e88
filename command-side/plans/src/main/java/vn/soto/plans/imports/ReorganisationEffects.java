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
 * What a reorganisation would touch, as of the ledger's tail; units are as they are on the day before it takes effect.
 *
 * @param actions          rows by action
 * @param ending           units that end
 * @param touched          those, what lies in them, and what changes or moves; without those the file establishes
 * @param teams            that cover something touched
 * @param households       that live in something touched
 * @param householdsByUnit the same, without units in which none live
 * @param reports          not submitted, of those teams, for the quarters on both sides of the day
 * @param undecided        what the file leaves undecided: it stays in its old unit until somebody says where it goes
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

    /** A unit in one line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UnitLine(
            UnitId unit,
            UnitKind kind,
            String name,
            @Nullable String officialCode) {}

    public record Households(UnitLine unit, long households) {}

    public record OpenReport(TeamId team, Quarter quarter) {}

    /**
     * @param in         the unit that ends and leaves it undecided; for a residential unit that is itself split, that one
     * @param candidates to which it may go; empty for an end without successor
     * @param households in it
     */
    public record Undecided(UnitLine unit, UnitLine in, List<UnitLine> candidates, long households) {}
}
