package vn.soto.query.business;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.query.business.Business.Location;
import vn.soto.query.business.Business.Registration;
import vn.soto.query.person.Persons;

/**
 * A business as known at a commit.
 *
 * @param tradeName   trade name as {@link Persons} shows it; absent if the business has none
 * @param unit        unit in which it operates, or operated last, through the unit's successors
 * @param closedSince first day on which it no longer operated; absent while it operates
 * @param teams       teams that cover its unit: one of them is responsible
 * @param units       units in which it operated, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BusinessView(
        String business,
        BusinessKind kind,
        String reference,
        @Nullable String tradeName,
        String unit,
        @Nullable LocalDate closedSince,
        List<String> teams,
        List<UnitView> units) {

    /** @param from first day in the unit; absent for the unit of registration */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitView(String unit, @Nullable LocalDate from) {

        static UnitView of(Location home) {
            return new UnitView(home.unit(), home.effectiveFrom());
        }
    }

    static BusinessView of(
            Business business, String unit, Set<String> teams, Persons.Texts texts, LocalDate day, long asOf) {
        Registration said = business.registration(asOf);
        return new BusinessView(
                business.id(),
                said.kind(),
                said.reference(),
                texts.shown(business.subject(), "tradeName", said.tradeName()),
                unit,
                business.closedSince(day, asOf).isPresent()
                        ? business.closedSince(day, asOf).get()
                        : null,
                teams.stream().sorted().toList(),
                business.homes(asOf).stream().map(UnitView::of).toList());
    }
}
