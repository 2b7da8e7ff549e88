package vn.soto.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import vn.soto.benchmarks.ProvinceLedger.Placed;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.StreamPosition;

/**
 * One team's work, event by event. Of a hundred events, 74 are records of help, 8 later events of such a record, and 10
 * households registered and assigned. The others are 5 requests received, taken and resolved, and 3 sessions. One record in fifty
 * is entered up to 120 days late. Not thread-safe.
 */
final class TeamYears {

    private static final List<Channel> CHANNELS = List.of(Channel.values());
    private static final List<Mode> MODES = List.of(Mode.values());
    private static final List<ServiceCategory> CATEGORIES = List.of(ServiceCategory.values());
    private static final int REMEMBERED = 60;
    private static final int MOST_HOUSEHOLDS = 220;

    private final TeamId team;
    private final UnitId unit;
    private final List<MemberId> members;
    private final Supplier<UUID> ids;
    private final Random random;
    private final List<HouseholdId> households = new ArrayList<>();
    private final List<Help> records = new ArrayList<>();

    /** A record of help and the number of its events. */
    private record Help(AssistanceRecorded recorded, int events) {}

    TeamYears(TeamId team, UnitId unit, List<MemberId> members, Supplier<UUID> ids, Random random) {
        this.team = team;
        this.unit = unit;
        this.members = members;
        this.ids = ids;
        this.random = random;
    }

    TeamId team() {
        return team;
    }

    /** The events of the next command. */
    List<Placed> next(LocalDate today) {
        int dice = random.nextInt(100);
        if (households.isEmpty() || (dice < 10 && households.size() < MOST_HOUSEHOLDS)) {
            return household(today);
        }
        if (dice < 18 && !records.isEmpty()) {
            return later(today);
        }
        if (dice < 23) {
            return request(today);
        }
        return dice < 26 ? session(today) : help(today);
    }

    private String id() {
        return ids.get().toString();
    }

    private <E> E any(List<E> from) {
        return from.get(random.nextInt(from.size()));
    }

    private List<Placed> household(LocalDate today) {
        HouseholdId household = new HouseholdId(id());
        households.add(household);
        return List.of(
                new Placed(
                        new HouseholdRegistered(household, unit, "HO-" + households.size()),
                        new StreamPosition("household", household.value(), 0)),
                new Placed(
                        new HouseholdAssigned(household, unit, new Responsible(team, any(members)), today),
                        new StreamPosition("household", household.value(), 1)));
    }

    private List<Placed> help(LocalDate today) {
        boolean late = random.nextInt(50) == 0;
        LocalDate day = today.minusDays(random.nextInt(late ? 120 : 4));
        AssistanceRecorded recorded = new AssistanceRecorded(
                new AssistanceId(id()),
                team,
                Beneficiary.of(any(households), unit),
                CreditShare.split(CreditRule.EQUAL_SHARES, members.subList(0, 2)),
                content(day),
                categories(),
                null,
                null);
        List<Placed> events = new ArrayList<>(List.of(placed(recorded, 0)));
        if (late) {
            events.add(
                    placed(new AssistanceFlaggedLate(recorded.assistance(), team, recorded.beneficiary(), day, 7), 1));
        }
        if (records.size() == REMEMBERED) {
            records.removeFirst();
        }
        records.add(new Help(recorded, events.size()));
        return events;
    }

    private static Placed placed(DomainEvent event, AssistanceId record, int sequence) {
        return new Placed(event, new StreamPosition("assistance", record.value(), sequence));
    }

    private static Placed placed(AssistanceRecorded event, int sequence) {
        return placed(event, event.assistance(), sequence);
    }

    private static Placed placed(AssistanceFlaggedLate event, int sequence) {
        return placed(event, event.assistance(), sequence);
    }

    private AssistanceContent content(LocalDate day) {
        return new AssistanceContent(
                categories().stream().map(ServiceCode::generic).toList(),
                any(CHANNELS),
                any(MODES),
                VietnamTime.start(day).plusSeconds(28_800 + random.nextInt(28_800)));
    }

    private List<ServiceCategory> categories() {
        return List.of(any(CATEGORIES.subList(0, 5)), any(CATEGORIES.subList(5, 10)));
    }

    private List<Placed> later(LocalDate today) {
        int index = random.nextInt(records.size());
        Help help = records.get(index);
        AssistanceRecorded record = help.recorded;
        DomainEvent event = switch (random.nextInt(4)) {
            case 0 ->
                new AssistanceCorrected(
                        record.assistance(),
                        team,
                        record.beneficiary(),
                        null,
                        content(today.minusDays(random.nextInt(40))),
                        categories(),
                        null);
            case 1 -> new AssistanceVoided(record.assistance(), team, record.beneficiary());
            default ->
                new AssistanceVerified(
                        record.assistance(),
                        team,
                        record.beneficiary(),
                        members.getLast(),
                        Verification.CONFIRMED,
                        VietnamTime.start(today));
        };
        if (event instanceof AssistanceVoided) {
            records.remove(index);
        } else {
            records.set(index, new Help(record, help.events + 1));
        }
        return List.of(placed(event, record.assistance(), help.events));
    }

    private List<Placed> request(LocalDate today) {
        SupportRequestId request = new SupportRequestId(id());
        MemberId member = any(members);
        return List.of(
                new Placed(
                        new SupportRequestReceived(
                                request,
                                unit,
                                any(households),
                                RequestSource.IN_PERSON,
                                List.of(any(CATEGORIES)),
                                today,
                                today.plusDays(7),
                                null,
                                null,
                                null),
                        new StreamPosition("support-request", request.value(), 0)),
                new Placed(
                        new SupportRequestTaken(request, unit, team, member, today),
                        new StreamPosition("support-request", request.value(), 1)),
                new Placed(
                        new SupportRequestResolved(request, unit, team, member, RequestOutcome.DONE, null, today),
                        new StreamPosition("support-request", request.value(), 2)));
    }

    private List<Placed> session(LocalDate today) {
        OutreachId session = new OutreachId(id());
        return List.of(
                new Placed(
                        new OutreachScheduled(
                                session,
                                team,
                                unit,
                                VietnamTime.start(today),
                                List.of(any(CATEGORIES)),
                                OutreachChannel.RESIDENTS_MEETING),
                        new StreamPosition("outreach", session.value(), 0)),
                new Placed(
                        new OutreachHeld(
                                session,
                                team,
                                unit,
                                new Holding(today, random.nextInt(80), CountBasis.COUNTED_LIST, List.of(any(members)))),
                        new StreamPosition("outreach", session.value(), 1)));
    }
}
