package vn.soto.query.activity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.shared.Quarter;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.RowListType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.assistance.Assistance.Version;
import vn.soto.query.assistance.HelpedInQuarter;
import vn.soto.query.period.StoredQuarters;

/**
 * Keeps where households and businesses were helped in a quarter. Those that were helped in several residential units, or under several
 * registrations, are listed: a unit above those places counts each of them once.
 */
record HelpedPlaces(StoredQuarters stored) {

    /**
     * By {@code <unit>/<quarter>}: those helped there that were helped elsewhere as well, or under another registration; also
     * those of which that is not so any more.
     */
    static final RowListType<String> ELSEWHERE = RowListType.ids("helped-elsewhere");

    /** Quarters in which anybody was helped, under {@link #ALL}. */
    private static final RowListType<String> QUARTERS = RowListType.ids("helped-quarters");

    private static final String ALL = "all";

    /** Registrations that a household was ever merged with, in either direction. */
    private static final RowListType<String> PARTNERS = RowListType.ids("merged-with");

    /** In the order in which a batch writes them. */
    static final List<DocumentType<?>> TYPES = List.of(
            HelpedInQuarter.RECORDS.documents(),
            SameHousehold.KIND,
            PARTNERS.documents(),
            QUARTERS.documents(),
            ELSEWHERE.documents());

    /** After the record itself. */
    void fold(AssistanceEvent event, Batch batch) {
        String helped = Version.helped(event.beneficiary());
        if (event instanceof AssistanceStated stated && helped != null) {
            Quarter quarter = stored.of(stated.content().occurredAt());
            QUARTERS.add(ALL, quarter.toString(), batch);
            HelpedInQuarter.add(helped, quarter, event.assistance().value(), batch);
            listElsewhere(helped, quarter, batch);
        }
    }

    /** Each of the registrations may have been helped in any quarter. */
    void fold(HouseholdEvent event, EventContext at, Batch batch) {
        switch (event) {
            case HouseholdMerged merged ->
                same(merged.household().value(), Optional.of(merged.survivor().value()), at, batch);
            case HouseholdSeparated separated -> same(separated.household().value(), Optional.empty(), at, batch);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    private HelpedInQuarter known(String helped, Quarter quarter, Batch batch) {
        return HelpedInQuarter.find(helped, quarter, stored, batch);
    }

    private void same(String household, Optional<String> survivor, EventContext at, Batch batch) {
        SameHousehold known =
                batch.find(SameHousehold.KIND, household).orElseGet(() -> new SameHousehold(household, List.of()));
        batch.put(
                SameHousehold.KIND,
                known.with(new SameHousehold.MergeRow(
                        at.position(), at.commit(), survivor.isPresent() ? survivor.get() : null)));
        survivor.ifPresent(other -> {
            PARTNERS.add(household, other, batch);
            PARTNERS.add(other, household, batch);
            QUARTERS.find(ALL, batch).forEach(quarter -> listElsewhere(household, Quarter.parse(quarter), batch));
        });
    }

    /** Lists all registrations of the household where they were helped, if that is in more than one place or under several. */
    private void listElsewhere(String helped, Quarter quarter, Batch batch) {
        if (PARTNERS.find(helped, batch).isEmpty()
                && known(helped, quarter, batch).allUnits().size() < 2) {
            return;
        }
        Set<String> registrations = registrations(helped, batch);
        List<HelpedInQuarter> all = registrations.stream()
                .map(each -> known(each, quarter, batch))
                .filter(known -> !known.records().isEmpty())
                .toList();
        if (all.size() < 2 && all.stream().allMatch(known -> known.allUnits().size() < 2)) {
            return;
        }
        String ending = "/" + quarter;
        for (HelpedInQuarter each : all) {
            each.allUnits().stream().sorted().forEach(unit -> ELSEWHERE.add(unit + ending, each.helped(), batch));
        }
    }

    private static Set<String> registrations(String helped, Batch batch) {
        Set<String> all = new LinkedHashSet<>(Set.of(helped));
        Deque<String> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            PARTNERS.find(open.pop(), batch).stream().filter(all::add).forEach(open::push);
        }
        return all;
    }
}
