package vn.soto.query.business;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.business.Business.Location;
import vn.soto.query.person.Persons;

/**
 * A business as known at a commit.
 *
 * @param line        the business in a list
 * @param unit        unit in which it operates, or operated last, through the unit's successors
 * @param closedSince first day on which it no longer operated; absent while it operates
 * @param teams       teams that cover its unit: one of them is responsible
 * @param units       units in which it operated, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BusinessView(
        @JsonUnwrapped BusinessLine line,
        UnitId unit,
        @Nullable LocalDate closedSince,
        List<TeamId> teams,
        List<UnitView> units) {

    /** @param from first day in the unit; absent for the unit of registration */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitView(UnitId unit, @Nullable LocalDate from) {

        static UnitView of(Location home) {
            return new UnitView(home.unit(), home.effectiveFrom());
        }
    }

    static BusinessView of(
            Business business, String unit, Set<String> teams, Persons.Texts texts, LocalDate day, long asOf) {
        Optional<LocalDate> closed = business.closedSince(day, asOf);
        return new BusinessView(
                BusinessLine.of(business, texts, day, asOf),
                new UnitId(unit),
                closed.isPresent() ? closed.get() : null,
                teams.stream().sorted().map(TeamId::new).toList(),
                business.homes(asOf).stream().map(UnitView::of).toList());
    }
}
