package vn.soto.query.household;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdDay;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdStage;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.ledger.LedgerException;
import vn.soto.projection.VersionedRows;
import vn.soto.query.event.EventNames;
import vn.soto.query.event.Histories;
import vn.soto.query.household.Household.Agreement;
import vn.soto.query.household.Household.Charge;
import vn.soto.query.household.Household.What;

/** The stage of a household, by its read model. */
@Component
record HouseholdStages(ActiveMembers members, Histories histories) {

    /** Name of the event, without its version. */
    private static final String HELPED =
            HouseholdFirstHelped.class.getAnnotation(StoredAs.class).value().replaceFirst("[0-9]+$", "");

    HouseholdStage of(Household household, LocalDate today, long asOf) {
        HouseholdStatus standing = household.standing(LocalDate.MAX, asOf);
        boolean represents = VersionedRows.last(household.duplicates(), asOf)
                .filter(others -> !others.households().isEmpty())
                .isPresent();
        boolean kept = household.charge(LocalDate.MAX, asOf).isPresent();
        boolean counts = !standing.withdrawn() && standing.survivor() == null;
        return new HouseholdStage(
                standing.withdrawn(),
                standing.survivor() != null,
                represents,
                counts && !represents && !kept && wasHelped(household, asOf),
                kept,
                changes(household, asOf),
                consents(household.agreements(asOf)),
                days(household, today, asOf));
    }

    /**
     * Only what nothing else refuses is looked up in the ledger. A stream with a damaged commit may hold the event: the
     * command then decides.
     */
    private boolean wasHelped(Household household, long asOf) {
        try {
            return histories.of(household.id(), asOf).stream()
                    .anyMatch(body -> EventNames.of(body.event().type()).startsWith(HELPED));
        } catch (LedgerException.CommitDamaged e) {
            return true;
        }
    }

    private static HouseholdStage.Consents consents(List<Agreement> agreements) {
        Map<ConsentPurpose, Boolean> last = new EnumMap<>(ConsentPurpose.class);
        agreements.forEach(agreement -> last.put(agreement.purpose(), agreement.textVersion() != null));
        return new HouseholdStage.Consents(
                last.containsValue(true),
                agreements.stream().anyMatch(agreement -> agreement.textVersion() != null),
                last.containsValue(false));
    }

    private static HouseholdStage.Changes changes(Household household, long asOf) {
        long returns = household.turns(asOf).stream()
                .filter(turn -> turn.what() == What.RETURNED)
                .count();
        return new HouseholdStage.Changes(
                household.charges(asOf).stream().anyMatch(HouseholdStages::isDecided),
                household.homes(asOf).size() - 1 > returns,
                household.turns(asOf).stream().anyMatch(turn -> turn.what() == What.LEFT),
                returns > 0);
    }

    private static boolean isDecided(Charge charge) {
        return charge.cause() == null || charge.cause() == UnassignmentCause.DECIDED;
    }

    private List<HouseholdDay> days(Household household, LocalDate today, long asOf) {
        LocalDate first = household.lastChange(today, asOf);
        return Stream.of(
                        Stream.of(today),
                        household.changesAfter(today, asOf),
                        household.charge(today, asOf).stream()
                                .flatMap(charge -> members.turns(charge, asOf))
                                .filter(day -> !day.isBefore(first)))
                .flatMap(each -> each)
                .distinct()
                .map(day -> on(household, day, asOf))
                .toList();
    }

    private HouseholdDay on(Household household, LocalDate day, long asOf) {
        boolean absent = household
                .charge(day, asOf)
                .flatMap(charge -> members.of(List.of(household), day, asOf).absence(charge))
                .isPresent();
        return new HouseholdDay(
                household.standing(day, asOf).goneSince() == null,
                household.charge(day, asOf).isPresent(),
                absent);
    }
}
