package vn.soto.query.activity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
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
            HelpedInQuarter.KIND,
            SameHousehold.KIND,
            PARTNERS.documents(),
            QUARTERS.documents(),
            ELSEWHERE.documents());

    /** @param before the record before the event, if it counted */
    void fold(AssistanceEvent event, Optional<Version> before, EventContext at, Batch batch) {
        switch (event) {
            case AssistanceStated stated -> stated(stated, before, at, batch);
            case AssistanceVoided _ -> before.ifPresent(was -> leave(was, event, at, batch));
            default -> {
                // the same are helped by it
            }
        }
    }

    private void stated(AssistanceStated event, Optional<Version> before, EventContext at, Batch batch) {
        String helped = Version.helped(event.beneficiary());
        Quarter quarter = stored.of(event.content().occurredAt());
        before.filter(was ->
                        !Objects.equals(was.helped(), helped) || !quarter(was).equals(quarter))
                .ifPresent(was -> leave(was, event, at, batch));
        if (helped != null) {
            QUARTERS.add(ALL, quarter.toString(), batch);
            put(helped, quarter, event, event.beneficiary().unit().value(), true, at, batch);
            listElsewhere(helped, quarter, batch);
        }
    }

    private Quarter quarter(Version version) {
        return stored.of(version.state().content().occurredAt());
    }

    private void leave(Version was, AssistanceEvent event, EventContext at, Batch batch) {
        String helped = was.helped();
        if (helped != null) {
            put(helped, quarter(was), event, was.unit(), false, at, batch);
        }
    }

    private static void put(
            String helped,
            Quarter quarter,
            AssistanceEvent event,
            String unit,
            boolean counts,
            EventContext at,
            Batch batch) {
        batch.put(
                HelpedInQuarter.KIND,
                known(helped, quarter, batch)
                        .with(new HelpedInQuarter.HelpRow(
                                at.position(), at.commit(), event.assistance().value(), unit, counts)));
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
            PARTNERS.add(household, other, batch);
            PARTNERS.add(other, household, batch);
            QUARTERS.find(ALL, batch).forEach(quarter -> listElsewhere(household, Quarter.parse(quarter), batch));
        });
    }

    /** Lists all registrations of the household where they were helped, if that is in more than one place or under several. */
    private static void listElsewhere(String helped, Quarter quarter, Batch batch) {
        if (PARTNERS.find(helped, batch).isEmpty()
                && known(helped, quarter, batch).isOfOneUnit()) {
            return;
        }
        Set<String> registrations = registrations(helped, batch);
        List<HelpedInQuarter> all = registrations.stream()
                .map(each -> known(each, quarter, batch))
                .filter(known -> !known.rows().isEmpty())
                .toList();
        if (all.size() < 2 && all.stream().allMatch(HelpedInQuarter::isOfOneUnit)) {
            return;
        }
        String ending = "/" + quarter;
        for (HelpedInQuarter each : all) {
            String name = each.id().substring(0, each.id().length() - ending.length());
            each.allUnits().stream().sorted().forEach(unit -> ELSEWHERE.add(unit + ending, name, batch));
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
