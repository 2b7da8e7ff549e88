package vn.soto.query.activity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.household.HouseholdEvent.HouseholdCounted;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.IdList;
import vn.soto.projection.source.EventContext;
import vn.soto.query.assistance.Assistance.Version;
import vn.soto.query.assistance.HelpedInQuarter;
import vn.soto.query.period.StoredQuarters;

/**
 * Projects the households and businesses that were helped in several residential units in a quarter, or under several
 * registrations. A unit above those places counts each of them once.
 */
@Component
final class DistinctHelpProjector extends EventProjector<ProductEvent> {

    /**
     * By {@code <unit>/<quarter>}: those helped there that were helped elsewhere as well, or under another registration; also
     * those of which that is not so any more.
     */
    static final DocumentType<IdList> ELSEWHERE = IdList.in("helped-elsewhere");

    /** Quarters in which a household or business was helped. */
    private static final DocumentType<IdList> QUARTERS = IdList.in("helped-quarters");

    /** Registrations that a household was ever merged with, in either direction. */
    private static final DocumentType<IdList> PARTNERS = IdList.in("merged-with");

    private final StoredQuarters stored;

    DistinctHelpProjector(StoredQuarters stored) {
        super(
                "distinct-help",
                List.of(AssistanceCounted.class, HouseholdCounted.class),
                DistinctHelpProjector::aggregate,
                List.of(HelpedInQuarter.KIND, SameHousehold.KIND, PARTNERS, QUARTERS, ELSEWHERE));
        this.stored = stored;
    }

    private static String aggregate(ProductEvent event) {
        return switch (event) {
            case AssistanceCounted help -> help.assistance().value();
            case HouseholdCounted household -> household.household().value();
            default -> throw new IllegalStateException("nobody is helped by " + event.getClass());
        };
    }

    @Override
    protected void fold(ProductEvent event, EventContext at, Batch batch) {
        switch (event) {
            case AssistanceStated stated -> stated(stated, at, batch);
            case AssistanceVoided voided -> counted(voided, voided.beneficiary(), Optional.empty(), at, batch);
            case HouseholdMerged merged ->
                same(merged.household().value(), Optional.of(merged.survivor().value()), at, batch);
            case HouseholdSeparated separated -> same(separated.household().value(), Optional.empty(), at, batch);
            default -> {
                // nobody is helped by it, and nobody becomes another household
            }
        }
    }

    private void stated(AssistanceStated event, EventContext at, Batch batch) {
        if (event instanceof AssistanceCorrected corrected && corrected.moved() != null) {
            counted(corrected, corrected.moved().from(), Optional.empty(), at, batch);
        }
        counted(
                event,
                event.beneficiary(),
                Optional.of(stored.of(event.content().occurredAt())),
                at,
                batch);
    }

    /** @param quarter in which the record counts for the beneficiary from now on; empty if it counts nowhere */
    private static void counted(
            AssistanceCounted event, Beneficiary beneficiary, Optional<Quarter> quarter, EventContext at, Batch batch) {
        String helped = Version.helped(beneficiary);
        if (helped == null) {
            return;
        }
        String record = event.assistance().value();
        String unit = beneficiary.unit().value();
        for (Quarter before : quarters(helped, batch)) {
            HelpedInQuarter known = known(helped, before, batch);
            boolean leaves = !quarter.equals(Optional.of(before));
            if (leaves && known.unitBefore(at.position(), record).isPresent()) {
                batch.put(
                        HelpedInQuarter.KIND,
                        known.with(new HelpedInQuarter.HelpRow(at.position(), at.commit(), record, unit, false)));
            }
        }
        quarter.ifPresent(now -> {
            IdList.add(QUARTERS, helped, now.toString(), batch);
            batch.put(
                    HelpedInQuarter.KIND,
                    known(helped, now, batch)
                            .with(new HelpedInQuarter.HelpRow(at.position(), at.commit(), record, unit, true)));
            listElsewhere(helped, now, batch);
        });
    }

    private static List<Quarter> quarters(String helped, Batch batch) {
        return batch.find(QUARTERS, helped)
                .map(list -> list.ids().stream().map(Quarter::parse).toList())
                .orElse(List.of());
    }

    private static HelpedInQuarter known(String helped, Quarter quarter, Batch batch) {
        String id = HelpedInQuarter.id(helped, quarter);
        return batch.find(HelpedInQuarter.KIND, id).orElseGet(() -> new HelpedInQuarter(id, List.of()));
    }

    private static void same(String household, Optional<String> survivor, EventContext at, Batch batch) {
        SameHousehold known =
                batch.find(SameHousehold.KIND, household).orElseGet(() -> new SameHousehold(household, List.of()));
        batch.put(
                SameHousehold.KIND,
                known.with(new SameHousehold.MergeRow(
                        at.position(), at.commit(), survivor.isPresent() ? survivor.get() : null)));
        survivor.ifPresent(other -> {
            IdList.add(PARTNERS, household, other, batch);
            IdList.add(PARTNERS, other, household, batch);
            quarters(household, batch).forEach(quarter -> listElsewhere(household, quarter, batch));
        });
    }

    /** Lists all registrations of the household where they were helped, if that is in more than one place or under several. */
    private static void listElsewhere(String helped, Quarter quarter, Batch batch) {
        Set<String> registrations = registrations(helped, batch);
        List<HelpedInQuarter> all = registrations.stream()
                .map(each -> known(each, quarter, batch))
                .filter(known -> !known.rows().isEmpty())
                .toList();
        if (all.size() == 1 && all.getFirst().allUnits().size() == 1) {
            return;
        }
        String ending = "/" + quarter;
        for (HelpedInQuarter each : all) {
            String name = each.id().substring(0, each.id().length() - ending.length());
            each.allUnits().stream().sorted().forEach(unit -> IdList.add(ELSEWHERE, unit + ending, name, batch));
        }
    }

    private static Set<String> registrations(String helped, Batch batch) {
        Set<String> all = new LinkedHashSet<>(Set.of(helped));
        Deque<String> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            batch.find(PARTNERS, open.pop()).map(IdList::ids).orElse(List.of()).stream()
                    .filter(all::add)
                    .forEach(open::push);
        }
        return all;
    }
}
