package vn.soto.query.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccessEvent;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.audit.CallBackSampleEvent;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.catalogue.CatalogueEvent;
import vn.soto.contracts.goal.CampaignEvent;
import vn.soto.contracts.goal.TargetEvent;
import vn.soto.contracts.goal.TargetId;
import vn.soto.contracts.household.CaseloadEvent;
import vn.soto.contracts.household.ConsentEvent;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.organisation.OrganisationEvent;
import vn.soto.contracts.outreach.CommunityGroupEvent;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.people.PeopleCountEvent;
import vn.soto.contracts.people.PeopleCountsId;
import vn.soto.contracts.period.PeriodEvent;
import vn.soto.contracts.period.ReportingPeriodsId;
import vn.soto.contracts.period.WorkingDaysEvent;
import vn.soto.contracts.person.DataRequestEvent;
import vn.soto.contracts.person.ErasureEvent;
import vn.soto.contracts.person.PersonEvent;
import vn.soto.contracts.plan.OpenPlansEvent;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanPartEvent;
import vn.soto.contracts.plan.WaitingPlansEvent;
import vn.soto.contracts.plan.WaitingPlansEvent.WaitingPlansChanged;
import vn.soto.contracts.policy.PolicyEvent;
import vn.soto.contracts.practice.PracticeEvent;
import vn.soto.contracts.recognition.RecognitionRoundEvent;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.report.ReportSampleEvent;
import vn.soto.contracts.report.UnitReportEvent;
import vn.soto.contracts.report.UnitReportId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.stipend.MobilisationEvent;
import vn.soto.contracts.stipend.MobilisationsId;
import vn.soto.contracts.stipend.StipendPolicyEvent;
import vn.soto.contracts.stipend.StipendStatementEvent;
import vn.soto.contracts.stipend.StipendStatementId;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.team.CoverageEvent;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.training.TrainingEvent;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitNameEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.testkit.SettableClock;

/** Writes events straight into a ledger in memory, with a clock and ids that repeat from run to run. */
public final class EventLog {

    public static final Instant START = Instant.parse("2026-07-01T02:00:00Z");

    public final SettableClock clock = new SettableClock(START);
    public final MemoryLedger ledger = new MemoryLedger("test/query", clock);
    public final EventCodec codec = EventCodec.product();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<Long, DomainEvent> decoded = new ConcurrentHashMap<>();
    private long ids;
    private @Nullable String device;

    /** The ledger for several query sides, one after the other: one that stops does not close it. */
    public LedgerReader lasting() {
        return (LedgerReader) Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(), new Class<?>[] {LedgerReader.class}, (self, method, arguments) -> {
                    try {
                        return method.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The event as it is now; tests that read the ledger again and again decode each event once. */
    public DomainEvent decode(StoredEvent stored) {
        return decoded.computeIfAbsent(stored.position(), position -> codec.decode(stored));
    }

    /** Asks a query side that has followed the ledger to its end. */
    public void then(Consumer<Json> questions) {
        try (QuerySideFixture side = QuerySideFixture.inMemory(this)) {
            questions.accept(new Json(side.upTo(ledger.tail().number()).http()));
        }
    }

    public Commit write(DomainEvent... events) {
        return write("tester", null, null, events);
    }

    public Commit write(String actor, @Nullable String reason, @Nullable String corrects, DomainEvent... events) {
        clock.set(clock.instant().plusSeconds(60));
        List<RecordedEvent> recorded = new ArrayList<>();
        for (DomainEvent event : events) {
            recorded.add(recorded(codec.typeOf(event.getClass()), aggregate(event), event, codec.encode(event)));
        }
        return append(actor, reason, corrects, recorded);
    }

    /** From now on events are entered on this device; on none that is known if it is absent. */
    public EventLog on(@Nullable String entered) {
        device = entered;
        return this;
    }

    /** Writes events under a correlation that other commits may have too. */
    public Commit writeTogether(String correlation, DomainEvent... events) {
        clock.set(clock.instant().plusSeconds(60));
        List<RecordedEvent> recorded = new ArrayList<>();
        for (DomainEvent event : events) {
            recorded.add(recorded(codec.typeOf(event.getClass()), aggregate(event), event, codec.encode(event)));
        }
        return append("tester", null, null, correlation, recorded);
    }

    /** @param reason header of the commit, by the id of its command */
    public Commit writeBecause(Function<UUID, String> reason, DomainEvent... events) {
        return write("tester", reason.apply(new UUID(7, ids + events.length + 1)), null, events);
    }

    /** Writes an event as stored by an older version of the product. */
    public Commit writeOlder(EventType type, String json, DomainEvent as) {
        clock.set(clock.instant().plusSeconds(60));
        Payload payload = new Payload("json", json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return append("tester", null, null, List.of(recorded(type, aggregate(as), as, payload)));
    }

    /** Writes an event of an unknown type, of a known aggregate and with known tags. */
    public Commit writeUnknown(DomainEvent of) {
        return append(
                "tester",
                null,
                null,
                List.of(recorded(
                        new EventType("assistance.praised", "1"),
                        aggregate(of),
                        of,
                        new Payload("json", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
    }

    /** Writes events that whoever runs the machine decided. */
    public Commit writeOnTheMachine(DomainEvent... events) {
        clock.set(clock.instant().plusSeconds(60));
        List<RecordedEvent> recorded = new ArrayList<>();
        for (DomainEvent event : events) {
            recorded.add(recorded(codec.typeOf(event.getClass()), aggregate(event), event, codec.encode(event)));
        }
        UUID id = new UUID(7, ++ids);
        return ledger.append(new Draft(
                id,
                new Origin.SystemTask("on-the-machine"),
                Origin.SystemTask.ACTOR,
                null,
                null,
                id.toString(),
                id.toString(),
                recorded,
                List.of()));
    }

    private Commit append(
            String actor, @Nullable String reason, @Nullable String corrects, List<RecordedEvent> events) {
        return append(actor, reason, corrects, new UUID(7, ids + 1).toString(), events);
    }

    private Commit append(
            String actor,
            @Nullable String reason,
            @Nullable String corrects,
            String correlation,
            List<RecordedEvent> events) {
        UUID id = new UUID(7, ++ids);
        return ledger.append(new Draft(
                id,
                new Origin.Command(id, "test", Hash.sha256()),
                actor,
                reason,
                corrects,
                correlation,
                id.toString(),
                events,
                List.of()));
    }

    private RecordedEvent recorded(EventType type, String aggregate, DomainEvent event, Payload payload) {
        long sequence = sequences.merge(aggregate, 0L, (old, zero) -> old + 1);
        return new RecordedEvent(
                "e-" + ++ids,
                clock.instant(),
                type,
                new StreamPosition("Test", aggregate, sequence),
                device == null ? new TreeMap<>() : new TreeMap<>(Map.of("device", device)),
                List.copyOf(event.tags()),
                payload);
    }

    private static String aggregate(DomainEvent event) {
        return switch (event) {
            case UnitEvent of -> of.unit().value();
            case UnitNameEvent.UnitNameClaimed of -> "unit-name:" + of.parent() + "/" + of.name();
            case UnitNameEvent.UnitNameReleased of -> "unit-name:" + of.parent() + "/" + of.name();
            case TeamEvent of -> of.team().value();
            case CoverageEvent.UnitCoverageChanged of -> "unit-coverage:" + of.unit();
            case OrganisationEvent of -> of.organisation().value();
            case TrainingEvent of -> of.training().value();
            case HouseholdEvent of -> of.household().value();
            case CaseloadEvent.CaseloadChanged of -> "caseload:" + of.member();
            case CaseloadEvent.CaseloadFlaggedLeftBehind of -> "caseload:" + of.member();
            case ConsentEvent of -> "consents:" + of.household();
            case BusinessEvent of -> of.business().value();
            case AssistanceEvent of -> of.assistance().value();
            case OutreachEvent of -> of.session().value();
            case CommunityGroupEvent of -> of.group().value();
            case SupportRequestEvent of -> of.request().value();
            case PersonEvent of -> "personal-data:" + of.subject();
            case ErasureEvent of -> ErasureEvent.LIST;
            case DataRequestEvent of -> of.dataRequest().value();
            case CatalogueEvent of -> "catalogue";
            case PlanEvent of -> "plan:" + of.plan();
            case PlanPartEvent.PlanPartRecorded of -> "plan-part:" + of.plan() + ":" + of.part();
            case OpenPlansEvent of -> "plans:open";
            case WaitingPlansChanged of -> WaitingPlansEvent.idOf(of.account());
            case PolicyEvent of -> "policy";
            case AccessEvent of -> AccessEvent.idOf(of.account());
            case RoleHolderListed of -> RoleHoldersEvent.idOf(of.role());
            case ReportEvent of -> new ReportId(of.team(), of.quarter()).toString();
            case PeriodEvent of -> new ReportingPeriodsId(of.authority()).toString();
            case WorkingDaysEvent of -> "working-days";
            case PeopleCountEvent of -> new PeopleCountsId(of.unit()).toString();
            case TargetEvent of -> new TargetId(of.unit(), of.quarter(), of.indicator()).toString();
            case CampaignEvent of -> of.campaign().value();
            case RecognitionRoundEvent of -> of.round().value();
            case PracticeEvent of -> of.practice().value();
            case StipendPolicyEvent _ -> "stipend-policy";
            case MobilisationEvent of -> new MobilisationsId(of.team()).toString();
            case StipendStatementEvent of -> new StipendStatementId(of.unit(), of.period()).toString();
            case CallBackSampleEvent of -> of.callBackSample().value();
            case ReportSampleEvent of -> of.sample().value();
            case UnitReportEvent of -> new UnitReportId(of.unit(), of.quarter()).toString();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }
}
