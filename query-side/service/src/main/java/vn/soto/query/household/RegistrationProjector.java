package vn.soto.query.household;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.EventProjector;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;

/**
 * Counts the households of each residential unit by who is responsible for them, so that the number of those for which nobody can
 * act is known without reading households. It has one segment, because a household may move.
 */
@Component
final class RegistrationProjector extends EventProjector<HouseholdEvent> {

    /** By residential unit. */
    static final LogType<Registered.RegistrationRow, Registered> REGISTERED =
            LogType.folding("registered", Registered.RegistrationRow.class, 128, Registered.NONE, Registered::after);

    /** Households are written last: once a household is stored, its rows are not appended again. */
    RegistrationProjector() {
        super(
                "registered",
                1,
                HouseholdEvent.class,
                event -> event.household().value(),
                DocumentType.listed(REGISTERED.documentTypes(), RegisteredHousehold.KIND));
    }

    @Override
    protected void fold(HouseholdEvent event, EventContext at, Batch batch) {
        String household = event.household().value();
        Optional<RegisteredHousehold> before = batch.find(RegisteredHousehold.KIND, household);
        if (before.filter(known -> known.home().position() >= at.position()).isPresent()) {
            return;
        }
        RegisteredHousehold after =
                before.orElseGet(() -> RegisteredHousehold.first(household)).after(event, at.position());
        if (before.filter(after::countsAs).isPresent()) {
            return;
        }
        before.ifPresent(known -> append(known, at, false, batch));
        append(after, at, true, batch);
        batch.put(RegisteredHousehold.KIND, after);
    }

    private static void append(RegisteredHousehold known, EventContext at, boolean begins, Batch batch) {
        if (known.home().counts()) {
            REGISTERED.append(
                    known.home().unit(),
                    new Registered.RegistrationRow(
                            Registered.RegistrationRow.order(at.position(), begins), at.commit(), known.charge()),
                    batch);
        }
    }
}
