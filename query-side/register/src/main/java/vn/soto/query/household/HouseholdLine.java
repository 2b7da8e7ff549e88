package vn.soto.query.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.household.Household.Charge;
import vn.soto.query.reading.SeenEvent;
import vn.soto.query.subject.IdKind;

/**
 * A household in a list.
 *
 * @param unit    unit in which it lives, through the successors of the unit of its record
 * @param team    team of the responsible {@code member}, with the first day; absent while there is none
 * @param absence why that member cannot act for it; absent if the member can
 * @param coming  next change on a later day; absent if none is recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HouseholdLine(
        HouseholdId household,
        UnitId unit,
        String reference,
        @Nullable TeamId team,
        @Nullable MemberId member,
        @Nullable LocalDate since,
        @Nullable Absence absence,
        @Nullable Coming coming) {

    /**
     * How it is from a later day on.
     *
     * @param state whether it lives here then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Coming(
            LocalDate from,
            UnitId unit,
            HouseholdStatus.State state,
            @Nullable TeamId team,
            @Nullable MemberId member) {

        static Coming of(Household household, LocalDate from, long asOf) {
            Optional<Charge> charge = household.charge(from, asOf);
            return new Coming(
                    from,
                    household.home(from, asOf).unit(),
                    household.standing(from, asOf).state(),
                    charge.isPresent() ? charge.get().team() : null,
                    charge.isPresent() ? charge.get().member() : null);
        }
    }

    static HouseholdLine of(Household household, String unit, ActiveMembers.Check members, LocalDate day, long asOf) {
        Optional<Charge> charge = household.charge(day, asOf);
        // A list of an earlier moment has households that are out of reach since: where they went is not told.
        Optional<Coming> coming = household
                .coming(day, asOf)
                .filter(next -> SeenEvent.isShown(
                        IdKind.HOUSEHOLD, household.id(), next.unit().value()));
        Coming next = coming.isPresent() ? coming.get() : null;
        return charge.map(by -> new HouseholdLine(
                        new HouseholdId(household.id()),
                        new UnitId(unit),
                        household.reference(asOf),
                        by.team(),
                        by.member(),
                        by.effectiveFrom(),
                        members.absence(by).isPresent() ? members.absence(by).get() : null,
                        next))
                .orElseGet(() -> new HouseholdLine(
                        new HouseholdId(household.id()),
                        new UnitId(unit),
                        household.reference(asOf),
                        null,
                        null,
                        null,
                        null,
                        next));
    }

    /** Whether nobody acts for it. */
    boolean unassigned() {
        return member == null || absence != null;
    }
}
