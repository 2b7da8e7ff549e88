package vn.soto.query.activity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCredited;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.RowListType;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.assistance.Assistance;
import vn.soto.query.assistance.Assistance.Version;
import vn.soto.query.assistance.AssistanceCredit;
import vn.soto.query.assistance.HelpedInQuarter;
import vn.soto.query.member.FollowUpFold;
import vn.soto.query.period.StoredQuarters;

/**
 * Projects records of help, once for all that count them: by unit, and with what their members owe. Behind a failed event those
 * of the same residential unit wait; behind one that makes two households one, those of the household.
 */
@Component
final class ActivityProjector extends EventProjector<ProductEvent> {

    /** Help given in one residential unit in one quarter, by {@code <unit>/<quarter>}. */
    static final LogType<ActivityRow, Totals> ACTIVITY =
            LogType.folding("activity", ActivityRow.class, 64, Totals.NONE, ActivitySum::after);

    /** Help that ever waited for a confirmation, by team; and the teams of it under {@link #TEAMS}. */
    static final RowListType<String> UNCONFIRMED = RowListType.ids("teams-with-unconfirmed-help");

    static final String TEAMS = "teams";

    private final StoredQuarters stored;
    private final HelpedPlaces places;
    private final FollowUpFold followUps;

    ActivityProjector(StoredQuarters stored) {
        super(
                "activity",
                List.of(AssistanceEvent.class, HouseholdMerged.class, HouseholdSeparated.class),
                ActivityProjector::sequenceOf,
                Stream.of(
                                ACTIVITY.documentTypes().stream(),
                                FollowUpFold.TYPES.stream(),
                                HelpedPlaces.TYPES.stream(),
                                Stream.of(Assistance.KIND, UNCONFIRMED.documents()))
                        .<DocumentType<?>>flatMap(types -> types)
                        .toList());
        this.stored = stored;
        this.places = new HelpedPlaces(stored);
        this.followUps = new FollowUpFold(stored);
    }

    private static String sequenceOf(ProductEvent event) {
        return switch (event) {
            case AssistanceEvent help -> help.beneficiary().unit().value();
            case HouseholdEvent household -> household.household().value();
            default -> throw new IllegalStateException("nobody is helped by " + event.getClass());
        };
    }

    @Override
    protected void fold(ProductEvent event, EventContext at, Batch batch) {
        switch (event) {
            case AssistanceEvent help -> fold(help, at, batch);
            case HouseholdEvent household -> places.fold(household, at, batch);
            default -> throw new IllegalStateException("nobody is helped by " + event.getClass());
        }
    }

    private void fold(AssistanceEvent event, EventContext at, Batch batch) {
        String id = event.assistance().value();
        Assistance record = batch.find(Assistance.KIND, id).orElseGet(() -> Assistance.none(id));
        Optional<AssistanceCredit> before = record.creditBefore(at.position());
        AssistanceCredit after = AssistanceCredit.after(event, before, at);
        followUps.fold(event, before, after, at, batch);
        batch.put(Assistance.KIND, counted(event, record, at, batch).with(after, at));
        places.fold(event, batch);
        if (event instanceof AssistanceFlaggedUnconfirmed) {
            UNCONFIRMED.add(event.team().value(), id, batch);
            UNCONFIRMED.add(TEAMS, event.team().value(), batch);
        }
    }

    /** The record with one version more; after an event that neither a figure nor a list tells, as it was. */
    private Assistance counted(AssistanceEvent event, Assistance record, EventContext at, Batch batch) {
        if (!(event instanceof AssistanceCounted) && !(event instanceof AssistanceCredited)) {
            return record;
        }
        Optional<Version> before = record.before(at.position());
        AssistanceState state =
                before.map(version -> version.state().after(event)).orElseGet(() -> AssistanceState.first(event));
        Version after = new Version(at.position(), at.commit(), state);
        if (event instanceof AssistanceCounted) {
            before.filter(version -> !version.voided())
                    .ifPresent(version -> count(record.id(), version, at, false, batch));
            if (!after.voided()) {
                count(record.id(), after, at, true, batch);
            }
        }
        return record.with(after);
    }

    private void count(String assistance, Version version, EventContext at, boolean adds, Batch batch) {
        long order = ActivityRow.order(at.position(), adds);
        Quarter quarter = stored.of(version.state().content().occurredAt());
        ACTIVITY.append(
                version.unit() + "/" + quarter,
                new ActivityRow(
                        order,
                        at.commit(),
                        first(assistance, version, quarter, at, adds, batch),
                        version.state().beneficiary().kind(),
                        version.household(),
                        Math.toIntExact(
                                VietnamTime.day(version.state().content().occurredAt())
                                        .toEpochDay()),
                        version.said(),
                        assistance),
                batch);
    }

    /** Returns +1 if the beneficiary counts from this row on, -1 if it no longer counts, otherwise 0. */
    private int first(String assistance, Version version, Quarter quarter, EventContext at, boolean adds, Batch batch) {
        String helped = version.helped();
        boolean counts = helped != null
                && !HelpedInQuarter.find(helped, quarter, stored, batch)
                        .isHelpedBesides(assistance, version.unit(), at.position());
        return counts ? adds ? 1 : -1 : 0;
    }
}
