package vn.soto.query.activity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.ledger.Micros;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.activity.Assistance.Version;

/** In order within each residential unit: a record of help, who was helped and their unit never part. */
@Component
final class ActivityProjector extends EventProjector<AssistanceEvent> {

    /** Help given in one residential unit in one quarter, by {@code <unit>/<quarter>}. */
    static final LogType<ActivityRow, Totals> ACTIVITY =
            LogType.of("activity", ActivityRow.class, 64, Totals.NONE, (totals, row) -> totals.plus(Totals.of(row)));

    private final QuarterCalendar calendar;

    ActivityProjector(QuarterCalendar calendar) {
        super(
                "activity",
                4,
                AssistanceEvent.class,
                event -> event.beneficiary().unit().value(),
                DocumentType.listed(ACTIVITY.documentTypes(), BeneficiaryCount.KIND, Assistance.KIND));
        this.calendar = calendar;
    }

    @Override
    protected void fold(AssistanceEvent event, EventContext at, Batch batch) {
        Assistance record = batch.find(Assistance.KIND, event.assistance().value())
                .orElseGet(() -> new Assistance(
                        event.assistance().value(),
                        event.team().value(),
                        event.beneficiary().kind(),
                        helped(event.beneficiary()),
                        event.beneficiary().unit().value(),
                        List.of()));
        Optional<Version> before = record.before(at.position());
        after(event, before, at).ifPresent(after -> change(record, before, after, at, batch));
    }

    /** Absent if the event changes no figure. */
    private static Optional<Version> after(AssistanceEvent event, Optional<Version> before, EventContext at) {
        return switch (event) {
            case AssistanceStated stated -> Optional.of(Version.of(at.position(), at.commit(), stated, before));
            case AssistanceVoided voided -> Optional.of(before.orElseThrow().voidedAt(at.position(), at.commit()));
            case AssistanceFlaggedLate flagged ->
                Optional.of(before.orElseThrow().lateAt(at.position(), at.commit()));
            case AssistanceVerified verified ->
                Optional.of(before.orElseThrow().verifiedAt(at.position(), at.commit(), verified.result()));
            case AssistanceRouted routed -> Optional.empty();
            case AssistanceFollowedUp followed -> Optional.empty();
        };
    }

    private void change(Assistance record, Optional<Version> before, Version after, EventContext at, Batch batch) {
        before.filter(version -> !version.voided()).ifPresent(version -> count(record, version, at, false, batch));
        if (!after.voided()) {
            count(record, after, at, true, batch);
        }
        batch.put(Assistance.KIND, record.with(after));
    }

    private void count(Assistance record, Version version, EventContext at, boolean adds, Batch batch) {
        long order = ActivityRow.order(at.position(), adds);
        Quarter quarter = calendar.of(Micros.instant(version.occurredAt()));
        String helped = record.helped();
        int first = helped == null ? 0 : first(BeneficiaryCount.id(record.unit(), helped, quarter), order, adds, batch);
        ACTIVITY.append(
                record.unit() + "/" + quarter,
                new ActivityRow(order, at.commit(), first, record.beneficiary(), version.said()),
                batch);
    }

    /** Whether the beneficiary counts from this row on (+1), or no longer (-1). */
    private static int first(String id, long order, boolean adds, Batch batch) {
        BeneficiaryCount helped =
                batch.find(BeneficiaryCount.KIND, id).orElseGet(() -> new BeneficiaryCount(id, List.of()));
        long others = helped.before(order) - (adds ? 0 : 1);
        batch.put(BeneficiaryCount.KIND, helped.with(order));
        return others == 0 ? adds ? 1 : -1 : 0;
    }

    private static @Nullable String helped(Beneficiary beneficiary) {
        if (beneficiary.household() != null) {
            return beneficiary.household().value();
        }
        return beneficiary.business() == null ? null : "business:" + beneficiary.business();
    }
}
