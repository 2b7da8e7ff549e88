package vn.soto.query.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.ledger.Micros;
import vn.soto.query.activity.Assistance.Version;
import vn.soto.query.projection.Batch;
import vn.soto.query.projection.Kind;
import vn.soto.query.projection.Projector;
import vn.soto.query.source.Position;

/** In order within each residential unit: a record of help, its household and its unit never part. */
@Component
final class ActivityProjector implements Projector {

    private final QuarterCalendar calendar;

    ActivityProjector(QuarterCalendar calendar) {
        this.calendar = calendar;
    }

    @EventHandler
    void on(AssistanceEvent event, Position at, Batch batch) {
        Assistance record = batch.find(Assistance.KIND, event.assistance().value())
                .orElseGet(() -> new Assistance(
                        event.assistance().value(),
                        event.team().value(),
                        event.household().value(),
                        event.unit().value(),
                        List.of()));
        Optional<Version> before = record.before(at.position());
        Version after = switch (event) {
            case AssistanceRecorded recorded -> version(at, recorded.content());
            case AssistanceCorrected corrected -> version(at, corrected.content());
            case AssistanceVoided voided -> before.orElseThrow().voidedAt(at.position(), at.commit());
        };
        before.filter(version -> !version.voided()).ifPresent(version -> count(record, version, at, false, batch));
        if (!after.voided()) {
            count(record, after, at, true, batch);
        }
        batch.put(Assistance.KIND, record.with(after));
    }

    private static Version version(Position at, Content content) {
        return Version.of(at.position(), at.commit(), content, false);
    }

    private void count(Assistance record, Version version, Position at, boolean adds, Batch batch) {
        long order = Row.order(at.position(), adds);
        Quarter quarter = calendar.of(Micros.instant(version.occurredAt()));
        String household = Helped.id(record.unit(), record.household(), quarter);
        Helped helped = batch.find(Helped.KIND, household).orElseGet(() -> new Helped(household, List.of()));
        long others = helped.before(order) - (adds ? 0 : 1);
        int households = others == 0 ? adds ? 1 : -1 : 0;
        batch.put(Helped.KIND, helped.with(order));
        add(
                record.unit() + "/" + quarter,
                new Row(order, at.commit(), households, version.services(), version.channel(), version.mode()),
                batch);
    }

    private static void add(String id, Row row, Batch batch) {
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
    public List<Kind<?>> kinds() {
        return List.of(Activity.Sealed.KIND, Activity.KIND, Helped.KIND, Assistance.KIND);
    }

    @Override
    public String sequence(DomainEvent event) {
        return event instanceof AssistanceEvent of ? of.unit().value() : "other";
    }

    @Override
    public void needs(DomainEvent event, Needs needs) {
        if (event instanceof AssistanceEvent of) {
            needs.document(Assistance.KIND, of.assistance().value());
        }
        switch (event) {
            case AssistanceRecorded recorded ->
                quarter(recorded, recorded.content().occurredAt(), needs);
            case AssistanceCorrected corrected ->
                quarter(corrected, corrected.content().occurredAt(), needs);
            default -> {
                // the quarter of what is voided is known from its record only
            }
        }
    }

    @Override
    public void needsThen(DomainEvent event, Batch batch, Needs needs) {
        if (event instanceof AssistanceEvent of && !(of instanceof AssistanceRecorded)) {
            batch.find(Assistance.KIND, of.assistance().value()).stream()
                    .flatMap(record -> record.versions().stream())
                    .forEach(version -> quarter(of, Micros.instant(version.occurredAt()), needs));
        }
    }

    private void quarter(AssistanceEvent event, Instant occurredAt, Needs needs) {
        Quarter quarter = calendar.of(occurredAt);
        needs.document(
                Helped.KIND, Helped.id(event.unit().value(), event.household().value(), quarter));
        needs.document(Activity.KIND, event.unit() + "/" + quarter);
    }
}
