package vn.soto.query.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Projector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.activity.Assistance.Version;

/** In order within each residential unit: a record of help, who was helped and their unit never part. */
@Component
final class ActivityProjector implements Projector {

    private final QuarterCalendar calendar;

    ActivityProjector(QuarterCalendar calendar) {
        this.calendar = calendar;
    }

    @EventHandler
    void on(AssistanceEvent event, EventContext at, Batch batch) {
        if (AssistanceState.changesFigures(event)) {
            change(event, at, batch);
        }
    }

    private void change(AssistanceEvent event, EventContext at, Batch batch) {
        String id = event.assistance().value();
        Assistance record = batch.find(Assistance.KIND, id).orElseGet(() -> new Assistance(id, List.of()));
        Optional<Version> before = record.before(at.position());
        AssistanceState state =
                before.map(version -> version.state().after(event)).orElseGet(() -> AssistanceState.first(event));
        Version after = new Version(at.position(), at.commit(), state);
        before.filter(version -> !version.voided()).ifPresent(version -> count(version, at, false, batch));
        if (!after.voided()) {
            count(after, at, true, batch);
        }
        batch.put(Assistance.KIND, record.with(after));
    }

    private void count(Version version, EventContext at, boolean adds, Batch batch) {
        long order = ActivityRow.order(at.position(), adds);
        Quarter quarter = calendar.of(version.state().content().occurredAt());
        String helped = version.helped();
        int first =
                helped == null ? 0 : first(BeneficiaryCount.id(version.unit(), helped, quarter), order, adds, batch);
        add(
                version.unit() + "/" + quarter,
                new ActivityRow(
                        order, at.commit(), first, version.state().beneficiary().kind(), version.said()),
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

    private static void add(String id, ActivityRow row, Batch batch) {
        Activity activity = batch.find(Activity.KIND, id).orElseGet(() -> Activity.empty(id));
        if (row.order() <= activity.last()) {
            return;
        }
        Activity grown = activity.with(row);
        if (grown.isFull()) {
            batch.put(Activity.Sealed.KIND, grown.seal());
            grown = grown.afterSeal();
        }
        batch.put(Activity.KIND, grown);
    }

    @Override
    public String name() {
        return "activity";
    }

    @Override
    public int segments() {
        return 4;
    }

    /** Rows kept aside first: once an {@link Activity} refers to them, nothing would write them again. */
    @Override
    public List<DocumentType<?>> documentTypes() {
        return List.of(Activity.Sealed.KIND, Activity.KIND, BeneficiaryCount.KIND, Assistance.KIND);
    }

    @Override
    public String sequence(DomainEvent event) {
        return event instanceof AssistanceEvent of ? of.beneficiary().unit().value() : "other";
    }

    @Override
    public void keysOf(DomainEvent event, DocumentKeys needs) {
        if (event instanceof AssistanceEvent of) {
            needs.document(Assistance.KIND, of.assistance().value());
        }
        if (event instanceof AssistanceStated stated) {
            quarter(stated, stated.content().occurredAt(), needs);
        }
    }

    @Override
    public void keysAfterLoad(DomainEvent event, Batch batch, DocumentKeys needs) {
        if (event instanceof AssistanceEvent of && !(of instanceof AssistanceRecorded)) {
            batch.find(Assistance.KIND, of.assistance().value()).stream()
                    .flatMap(record -> record.versions().stream())
                    .forEach(version -> quarter(of, version.state().content().occurredAt(), needs));
        }
    }

    private void quarter(AssistanceEvent event, Instant occurredAt, DocumentKeys needs) {
        Quarter quarter = calendar.of(occurredAt);
        String helped = Version.helped(event.beneficiary());
        if (helped != null) {
            needs.document(
                    BeneficiaryCount.KIND,
                    BeneficiaryCount.id(event.beneficiary().unit().value(), helped, quarter));
        }
        needs.document(Activity.KIND, event.beneficiary().unit() + "/" + quarter);
    }
}
