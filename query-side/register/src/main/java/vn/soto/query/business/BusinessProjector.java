package vn.soto.query.business;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.business.BusinessEvent.BusinessClosed;
import vn.soto.contracts.business.BusinessEvent.BusinessCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocationCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessReopened;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Batch;
import vn.soto.projection.DayCorrection;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.log.IndexEntry;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.business.Business.Location;
import vn.soto.query.business.Business.Registration;
import vn.soto.query.business.Business.Turn;

/**
 * Projects businesses in one segment, because businesses of a unit share its index; they are few compared with
 * households.
 */
@Component
final class BusinessProjector extends EventProjector<BusinessEvent> {

    /** Index of the businesses that ever came to operate in a unit. */
    static final LogType<IndexEntry, Long> BY_UNIT = LogType.index("business-rolls");

    BusinessProjector() {
        super(
                "businesses",
                BusinessEvent.class,
                event -> event.business().value(),
                DocumentType.listed(BY_UNIT.documentTypes(), Business.KIND));
    }

    @Override
    protected void fold(BusinessEvent event, EventContext at, Batch batch) {
        switch (event) {
            case BusinessRegistered registered -> registered(registered, at, batch);
            case BusinessCorrected right ->
                change(event, batch, one -> one.with(said(at, right.kind(), right.reference(), right.tradeName())));
            case BusinessRelocated moved -> {
                change(event, batch, one -> one.with(home(at, moved.unit(), moved.effectiveFrom())));
                enter(event, at, batch);
            }
            case BusinessRelocationCorrected right ->
                change(
                        event,
                        batch,
                        one -> one.with(new DayCorrection(
                                at.position(),
                                at.commit(),
                                Business.HOMES.name(),
                                null,
                                null,
                                right.enteredFrom(),
                                right.effectiveFrom())));
            case BusinessClosed closed ->
                change(event, batch, one -> one.with(turn(at, false, closed.effectiveFrom())));
            case BusinessReopened reopened ->
                change(event, batch, one -> one.with(turn(at, true, reopened.effectiveFrom())));
        }
    }

    private static void registered(BusinessRegistered event, EventContext at, Batch batch) {
        String id = event.business().value();
        if (batch.find(Business.KIND, id).isEmpty()) {
            Registration said = said(at, event.kind(), event.reference(), event.tradeName());
            Location home = home(at, event.unit(), null);
            batch.put(Business.KIND, new Business(id, at.commit(), List.of(said), List.of(home), List.of(), List.of()));
        }
        enter(event, at, batch);
    }

    private static void enter(BusinessEvent event, EventContext at, Batch batch) {
        IndexEntry entry = new IndexEntry(event.business().value(), at.position(), at.commit());
        BY_UNIT.append(event.unit().value(), entry, batch);
    }

    private static void change(BusinessEvent event, Batch batch, UnaryOperator<Business> change) {
        Business business = batch.find(Business.KIND, event.business().value()).orElseThrow();
        batch.put(Business.KIND, change.apply(business));
    }

    private static Registration said(EventContext at, BusinessKind kind, String reference, @Nullable Sealed name) {
        return new Registration(at.position(), at.commit(), kind, reference, name == null ? null : name.text());
    }

    private static Location home(EventContext at, UnitId unit, @Nullable LocalDate from) {
        return new Location(at.position(), at.commit(), unit, from);
    }

    private static Turn turn(EventContext at, boolean open, LocalDate from) {
        return new Turn(at.position(), at.commit(), open, from);
    }
}
