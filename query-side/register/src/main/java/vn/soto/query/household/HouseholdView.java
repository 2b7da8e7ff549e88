package vn.soto.query.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.projection.VersionedRows;
import vn.soto.query.household.Household.Agreement;
import vn.soto.query.household.Household.Charge;
import vn.soto.query.household.Household.Duplicates;
import vn.soto.query.household.Household.Residence;

/**
 * A household as known at a commit.
 *
 * @param unit       unit in which it lives, or lived last, through the successors of the unit of its record
 * @param undecided  true if that unit has ended with several successors or none, so that its new unit is a decision
 * @param team       team of the responsible {@code member}, with the first day; absent while there is none
 * @param absence    why that member cannot act for it; absent if the member can
 * @param coming     next change on a later day; absent if none is recorded
 * @param livesSince first day on which it lived where it was registered; absent if nobody said so
 * @param goneSince  first day on which it no longer lived here
 * @param survivor   household it counts as
 * @param duplicates households that count as this one
 * @param units      units in which it lived, oldest first
 * @param charges    responsible members and times without one, oldest first
 * @param consents   consents in force
 * @param agreements consents given and withdrawn, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HouseholdView(
        HouseholdId household,
        UnitId unit,
        @Nullable Boolean undecided,
        String reference,
        HouseholdStatus.State state,
        @Nullable TeamId team,
        @Nullable MemberId member,
        @Nullable LocalDate since,
        @Nullable Absence absence,
        HouseholdLine.@Nullable Coming coming,
        @Nullable LocalDate livesSince,
        @Nullable LocalDate goneSince,
        @Nullable HouseholdId survivor,
        List<HouseholdId> duplicates,
        List<UnitView> units,
        List<ChargeView> charges,
        List<AgreementView> consents,
        List<AgreementView> agreements) {

    /** @param from first day in the unit; absent for the unit of registration */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitView(UnitId unit, @Nullable LocalDate from) {}

    /**
     * @param team  team of the responsible {@code member}; both absent for a time without one
     * @param cause why no member was responsible
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChargeView(
            @Nullable TeamId team,
            @Nullable MemberId member,
            LocalDate from,
            @Nullable UnassignmentCause cause) {}

    /** @param given true for a consent, false for its withdrawal */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgreementView(
            ConsentPurpose purpose,
            boolean given,
            LocalDate day,
            @Nullable Integer textVersion,
            @Nullable ConsentMethod method,
            @Nullable TeamId team,
            @Nullable MemberId witness) {

        static AgreementView of(Agreement agreement) {
            return new AgreementView(
                    agreement.purpose(),
                    agreement.textVersion() != null,
                    agreement.day(),
                    agreement.textVersion(),
                    agreement.method(),
                    agreement.team(),
                    agreement.witness());
        }
    }

    static HouseholdView of(
            Household household, HouseholdLine line, UnitLineage.Destination unit, LocalDate day, long asOf) {
        HouseholdStatus standing = household.standing(day, asOf);
        List<AgreementView> agreements =
                household.agreements(asOf).stream().map(AgreementView::of).toList();
        return new HouseholdView(
                new HouseholdId(household.id()),
                line.unit(),
                unit.decided() ? null : true,
                household.reference(asOf),
                standing.state(),
                line.team(),
                line.member(),
                line.since(),
                line.absence(),
                line.coming(),
                household.livesSince(asOf).isPresent()
                        ? household.livesSince(asOf).get()
                        : null,
                standing.goneSince(),
                standing.survivor(),
                VersionedRows.last(household.duplicates(), asOf).map(Duplicates::households).orElse(List.of()).stream()
                        .map(HouseholdId::new)
                        .toList(),
                household.homes(asOf).stream().map(HouseholdView::view).toList(),
                household.charges(asOf).stream().map(HouseholdView::view).toList(),
                inForce(agreements),
                agreements);
    }

    private static UnitView view(Residence home) {
        return new UnitView(home.unit(), home.effectiveFrom());
    }

    private static ChargeView view(Charge charge) {
        return new ChargeView(charge.team(), charge.member(), charge.effectiveFrom(), charge.cause());
    }

    /** The last consent of each purpose that is not withdrawn. */
    private static List<AgreementView> inForce(List<AgreementView> agreements) {
        Map<ConsentPurpose, AgreementView> last = new LinkedHashMap<>();
        agreements.forEach(agreement -> last.put(agreement.purpose(), agreement));
        List<AgreementView> given = new ArrayList<>(last.values());
        given.removeIf(agreement -> !agreement.given());
        return given;
    }
}
