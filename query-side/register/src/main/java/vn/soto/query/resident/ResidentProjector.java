package vn.soto.query.resident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceConfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCredited;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;

/**
 * Projects the households that count in each residential unit, by day and by responsible member. So the number of any
 * day is known without reading households. It has one segment, because a household may move.
 */
@Component
final class ResidentProjector extends EventProjector<ProductEvent> {

    /** By residential unit. */
    static final LogType<ResidentRow, ResidentCounts> RESIDENTS =
            LogType.folding("residence", ResidentRow.class, 64, ResidentCounts.NONE, ResidentCounts::after);

    /** Households are written last: once a household is stored, its rows are not appended again. */
    ResidentProjector() {
        super(
                "residence",
                List.of(HouseholdEvent.class, AssistanceCounted.class, AssistanceCredited.class),
                ResidentProjector::aggregate,
                DocumentType.listed(RESIDENTS.documentTypes(), UnconfirmedHelp.KIND, HouseholdDays.KIND));
    }

    private static String aggregate(ProductEvent event) {
        return switch (event) {
            case HouseholdEvent household -> household.household().value();
            case AssistanceEvent help -> help.assistance().value();
            default -> throw new IllegalStateException("no household counts by " + event.getClass());
        };
    }

    @Override
    protected void fold(ProductEvent event, EventContext at, Batch batch) {
        Map<String, List<ResidentRow>> rows = new TreeMap<>();
        fold(event, at, rows, batch);
        rows.forEach((unit, ofTheEvent) -> RESIDENTS.append(unit, ofTheEvent, batch));
    }

    /** @param rows that the event makes, by unit; help that is now of another household makes two, perhaps in one unit */
    private static void fold(ProductEvent event, EventContext at, Map<String, List<ResidentRow>> rows, Batch batch) {
        switch (event) {
            case HouseholdRegistered registered -> {
                if (batch.find(HouseholdDays.KIND, registered.household().value())
                        .isEmpty()) {
                    HouseholdDays first = HouseholdDays.registered(registered, at.position(), at.at());
                    put(null, first, at, rows, batch);
                }
            }
            case HouseholdEvent household ->
                find(household.household().value(), at, batch)
                        .ifPresent(known -> put(known, known.after(household, at.position()), at, rows, batch));
            case AssistanceCorrected corrected -> {
                if (corrected.moved() != null) {
                    helped(corrected, corrected.moved().from(), false, at, rows, batch);
                }
                helped(corrected, corrected.beneficiary(), true, at, rows, batch);
            }
            case AssistanceStated stated -> helped(stated, stated.beneficiary(), true, at, rows, batch);
            case AssistanceVoided voided -> helped(voided, voided.beneficiary(), false, at, rows, batch);
            case AssistanceFlaggedUnconfirmed flagged -> {
                UnconfirmedHelp.begin(flagged.assistance().value(), at.position(), batch);
                awaits(flagged.beneficiary(), flagged.assistance(), true, at, rows, batch);
            }
            case AssistanceConfirmed confirmed -> {
                UnconfirmedHelp.end(confirmed.assistance().value(), at.position(), batch);
                awaits(confirmed.beneficiary(), confirmed.assistance(), false, at, rows, batch);
            }
            default -> {
                // the day of the help stays
            }
        }
    }

    private static Optional<HouseholdDays> find(String household, EventContext at, Batch batch) {
        return batch.find(HouseholdDays.KIND, household).filter(known -> known.position() < at.position());
    }

    /** Nothing but the help itself follows from a right that has ended, until somebody confirms it. */
    private static void awaits(
            Beneficiary beneficiary,
            AssistanceId assistance,
            boolean waits,
            EventContext at,
            Map<String, List<ResidentRow>> rows,
            Batch batch) {
        Optional.ofNullable(beneficiary.household())
                .flatMap(household -> find(household.value(), at, batch))
                .ifPresent(
                        known -> put(known, known.awaiting(assistance.value(), waits, at.position()), at, rows, batch));
    }

    private static void helped(
            AssistanceCounted event,
            Beneficiary beneficiary,
            boolean counts,
            EventContext at,
            Map<String, List<ResidentRow>> rows,
            Batch batch) {
        if (beneficiary.household() == null) {
            return;
        }
        String record = event.assistance().value();
        boolean awaited = counts
                && event instanceof AssistanceCorrected
                && UnconfirmedHelp.isAwaited(record, at.position(), batch);
        find(beneficiary.household().value(), at, batch).ifPresent(known -> {
            HouseholdDays after = known.helped(
                            record,
                            counts && event instanceof AssistanceStated stated
                                    ? VietnamTime.day(stated.content().occurredAt())
                                    : null,
                            at.position())
                    .awaiting(record, awaited, at.position());
            if (after.position() == at.position()) {
                put(known, after, at, rows, batch);
            }
        });
    }

    private static void put(
            @Nullable HouseholdDays before,
            HouseholdDays after,
            EventContext at,
            Map<String, List<ResidentRow>> rows,
            Batch batch) {
        if (after.equals(before)) {
            return;
        }
        Map<String, Map<ResidentRow.Change, Integer>> changes = after.changes();
        if (before != null) {
            before.changes()
                    .forEach((unit, known) ->
                            known.forEach((change, households) -> changes.computeIfAbsent(unit, u -> new HashMap<>())
                                    .merge(change, -households, Integer::sum)));
        }
        for (String unit : new TreeSet<>(changes.keySet())) {
            List<ResidentRow.Amount> amounts = changes.getOrDefault(unit, Map.of()).entrySet().stream()
                    .filter(change -> change.getValue() != 0)
                    .map(change -> new ResidentRow.Amount(
                            change.getKey().from(), change.getKey().charge(), change.getValue()))
                    .sorted(Comparator.comparingInt(ResidentRow.Amount::from).thenComparing(ResidentRow.Amount::charge))
                    .toList();
            if (!amounts.isEmpty()) {
                rows.computeIfAbsent(unit, u -> new ArrayList<>())
                        .add(new ResidentRow(at.position(), at.commit(), after.id(), amounts));
            }
        }
        batch.put(HouseholdDays.KIND, after);
    }
}
