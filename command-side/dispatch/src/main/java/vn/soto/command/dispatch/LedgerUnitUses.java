package vn.soto.command.dispatch;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.command.binding.CommandJson;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.plan.PlanPart;
import vn.soto.domain.shared.Command;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitUses;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;

/**
 * Reads what is recorded in units from the ledger, on from the last position at each call. The first call reads the whole
 * ledger, but decodes only events that name a unit; reversals are rare.
 */
final class LedgerUnitUses implements UnitUses {

    private static final int PAGE = 500;
    private static final List<String> READ = List.of(
            "assistance.recorded",
            "assistance.voided",
            "business.registered",
            "business.relocated",
            "household.registered",
            "household.relocated",
            "household.returned",
            "household.registration-withdrawn",
            "outreach.scheduled",
            "support-request.received");
    private static final String ESTABLISH = Command.nameOf(EstablishUnit.class);

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final JsonMapper json = CommandJson.mapper();
    private final Map<Id, UnitId> households = new HashMap<>();
    private final Map<Id, UnitId> records = new HashMap<>();
    private long position;

    LedgerUnitUses(LedgerReader ledger, EventCodec codec) {
        this.ledger = ledger;
        this.codec = codec;
    }

    @Override
    public synchronized Uses of(Collection<UnitId> units) {
        Set<UnitId> asked = new HashSet<>(units);
        if (asked.isEmpty()) {
            return new Uses(0, 0);
        }
        catchUp();
        return new Uses(count(households, asked), count(records, asked));
    }

    private static long count(Map<Id, UnitId> places, Set<UnitId> asked) {
        return places.values().stream().filter(asked::contains).count();
    }

    private void catchUp() {
        List<Commit> page = ledger.commits(position + 1, PAGE);
        while (!page.isEmpty()) {
            for (Commit commit : page) {
                commit.events().stream()
                        .filter(event -> READ.contains(event.type().name()))
                        .forEach(event -> apply(codec.decode(event.type(), event.payload())));
                position = commit.number();
            }
            page = ledger.commits(position + 1, PAGE);
        }
    }

    private void apply(DomainEvent event) {
        switch (event) {
            case HouseholdRegistered it -> households.put(it.household(), it.unit());
            case HouseholdRelocated it -> households.put(it.household(), it.unit());
            case HouseholdReturned it -> households.put(it.household(), it.unit());
            case RegistrationWithdrawn it -> households.remove(it.household());
            case AssistanceRecorded it ->
                records.put(it.assistance(), it.beneficiary().unit());
            case AssistanceCorrected it ->
                records.computeIfPresent(
                        it.assistance(), (record, unit) -> it.beneficiary().unit());
            case AssistanceVoided it -> records.remove(it.assistance());
            case BusinessRegistered it -> records.put(it.business(), it.unit());
            case BusinessRelocated it -> records.put(it.business(), it.unit());
            case OutreachScheduled it -> records.put(it.session(), it.unit());
            case SupportRequestReceived it -> records.put(it.request(), it.unit());
            default -> {}
        }
    }

    @Override
    public Set<UnitId> establishedBy(PlanId plan) {
        Set<UnitId> established = new LinkedHashSet<>();
        int part = 0;
        List<StoredEvent> recorded = ledger.aggregate(PlanPart.idOf(plan, part), 0, 1);
        while (!recorded.isEmpty()) {
            RecordedEvent event = recorded.getFirst().event();
            if (codec.decode(event.type(), event.payload()) instanceof PlanPartRecorded holding) {
                holding.steps().stream()
                        .filter(step -> ESTABLISH.equals(step.command()))
                        .map(step -> json.readTree(step.content()).path("unit").asString())
                        .map(UnitId::new)
                        .forEach(established::add);
            }
            part++;
            recorded = ledger.aggregate(PlanPart.idOf(plan, part), 0, 1);
        }
        return established;
    }
}
