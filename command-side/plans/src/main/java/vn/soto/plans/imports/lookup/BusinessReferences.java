package vn.soto.plans.imports.lookup;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.business.BusinessEvent.BusinessCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.unit.UnitId;

/** Businesses by the unit in which they work, or worked last, and the commune's code. */
final class BusinessReferences {

    private record Place(UnitId unit, String reference) {}

    private final Map<BusinessId, Place> places = new HashMap<>();
    private final Map<Place, BusinessId> businesses = new HashMap<>();

    void on(BusinessEvent event) {
        switch (event) {
            case BusinessRegistered registered ->
                put(registered.business(), new Place(registered.unit(), registered.reference()));
            case BusinessCorrected corrected ->
                put(corrected.business(), new Place(corrected.unit(), corrected.reference()));
            case BusinessRelocated moved ->
                Optional.ofNullable(places.get(moved.business()))
                        .ifPresent(before -> put(moved.business(), new Place(moved.unit(), before.reference)));
            default -> {
                // the event changes neither
            }
        }
    }

    private void put(BusinessId business, Place place) {
        Optional.ofNullable(places.put(business, place)).ifPresent(before -> businesses.remove(before, business));
        businesses.putIfAbsent(place, business);
    }

    Optional<BusinessId> find(UnitId unit, String reference) {
        return Optional.ofNullable(businesses.get(new Place(unit, Text.code(reference))));
    }
}
