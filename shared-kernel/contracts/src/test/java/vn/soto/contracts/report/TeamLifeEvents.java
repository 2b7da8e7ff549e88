package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceResultsStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.AssistanceResult;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ResultKind;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCorrected;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReleased;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.TrainingEvent.AttendanceCorrected;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingVoided;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitId;

/**
 * Random events with one team's tag, in any order that a ledger might hold and some that it cannot. Days run over two
 * years, independent of the order of recording.
 */
final class TeamLifeEvents {

    static final TeamId TEAM = new TeamId("river");
    private static final TeamId OTHER = new TeamId("hill");
    private static final UnitId UNIT = new UnitId("hamlet");
    private static final LocalDate START = LocalDate.of(2025, 11, 1);
    private static final int DAYS = 500;

    private final Random random;
    private final Map<HouseholdId, LocalDate> charges = new HashMap<>();
    private final List<AssistanceRecorded> records = new ArrayList<>();
    private final Deque<SupportRequestTaken> taken = new ArrayDeque<>();
    private final List<MemberEnrolled> enrolled = new ArrayList<>();
    private final Set<AssistanceId> joined = new HashSet<>();
    private int serial;

    TeamLifeEvents(long seed) {
        random = new Random(seed);
    }

    static TeamFormed formed() {
        return new TeamFormed(
                TEAM,
                "Tổ bờ sông",
                new Instrument("12/QĐ-UBND", START),
                List.of(UNIT),
                List.of(
                        new FoundingMember(new MemberId("m-0"), MemberOrigin.YOUTH_UNION),
                        new FoundingMember(new MemberId("m-1"), MemberOrigin.OTHER)),
                new MemberId("m-0"),
                START);
    }

    DomainEvent next() {
        return switch (random.nextInt(22)) {
            case 0, 1, 2, 3, 4, 5, 6 -> recorded();
            case 7, 8, 9, 10 -> later();
            case 11, 12, 13 -> household();
            case 14 -> member();
            case 15 -> trained();
            case 16 -> session();
            case 17 -> group();
            case 18 -> joint();
            case 19 ->
                new HouseholdTotalStated(
                        TEAM,
                        QuarterCalendar.CALENDAR.of(VietnamTime.start(day())),
                        random.nextInt(4) == 0 ? null : (Integer) random.nextInt(900));
            default -> request();
        };
    }

    private LocalDate day() {
        return START.plusDays(random.nextInt(DAYS));
    }

    private <E> E any(E[] values) {
        return values[random.nextInt(values.length)];
    }

    private HouseholdId someHousehold() {
        return new HouseholdId("h-" + random.nextInt(12));
    }

    private MemberId someMember() {
        return new MemberId("m-" + random.nextInt(6));
    }

    private AssistanceContent content() {
        return new AssistanceContent(
                List.of(new ServiceCode("service-" + random.nextInt(4)), new ServiceCode("service-x")),
                null,
                any(Channel.values()),
                any(Mode.values()),
                any(AssistanceOutcome.values()),
                VietnamTime.start(day()).plusSeconds(random.nextInt(86_400)),
                random.nextBoolean() ? day() : null);
    }

    private List<ServiceCategory> categories() {
        return List.of(any(ServiceCategory.values()), any(ServiceCategory.values()));
    }

    private AssistanceRecorded recorded() {
        Beneficiary beneficiary = switch (random.nextInt(4)) {
            case 0 -> Beneficiary.walkIn(UNIT);
            case 1 -> Beneficiary.of(new BusinessId("b-" + random.nextInt(3)), UNIT);
            default -> Beneficiary.of(someHousehold(), UNIT);
        };
        String id = random.nextBoolean() ? "a-" + serial++ : new UUID(random.nextLong(), random.nextLong()).toString();
        AssistanceRecorded recorded = new AssistanceRecorded(
                new AssistanceId(id), TEAM, beneficiary, List.of(), content(), categories(), null, null);
        records.add(recorded);
        return recorded;
    }

    /** Help of another team along with members of this one, as the tag of this team shows it. */
    private DomainEvent joint() {
        AssistanceId id = new AssistanceId("j-" + random.nextInt(60));
        Beneficiary helped = Beneficiary.of(someHousehold(), UNIT);
        List<CreditShare> helpers =
                List.of(new CreditShare(new MemberId("other"), 50), new CreditShare(someMember(), 50, TEAM));
        return switch (joined.add(id) ? 3 + 2 * random.nextInt(2) : random.nextInt(5)) {
            case 0 -> new AssistanceVoided(id, OTHER, helped, null, List.of(TEAM));
            case 1 -> corrected(id, helped, helpers.subList(0, 1), null);
            case 2 -> corrected(id, helped, null, null);
            case 3 -> corrected(id, helped, helpers, null);
            case 4 -> corrected(id, helped, null, new AssistanceCorrected.Moved(Beneficiary.walkIn(UNIT), null));
            default -> new AssistanceRecorded(id, OTHER, helped, helpers, content(), categories(), null, null);
        };
    }

    private AssistanceCorrected corrected(
            AssistanceId id,
            Beneficiary helped,
            @Nullable List<CreditShare> helpers,
            AssistanceCorrected.@Nullable Moved moved) {
        return new AssistanceCorrected(
                id, OTHER, helped, helpers, content(), categories(), null, moved, null, List.of(TEAM));
    }

    /** An event of a record, also of one that nobody recorded. */
    private DomainEvent later() {
        AssistanceRecorded record = records.isEmpty() || random.nextInt(40) == 0
                ? new AssistanceRecorded(
                        new AssistanceId("nowhere"),
                        TEAM,
                        Beneficiary.walkIn(UNIT),
                        List.of(),
                        content(),
                        categories(),
                        null,
                        null)
                : records.get(random.nextInt(records.size()));
        AssistanceId id = record.assistance();
        return switch (random.nextInt(15)) {
            case 0, 1 -> new AssistanceVoided(id, TEAM, record.beneficiary());
            case 2, 3 -> new AssistanceFlaggedLate(id, TEAM, record.beneficiary(), day(), 3);
            case 14 ->
                new AssistanceResultsStated(
                        id,
                        TEAM,
                        record.beneficiary(),
                        random.nextInt(4) == 0
                                ? List.of()
                                : List.of(new AssistanceResult(any(ResultKind.values()), random.nextInt(3))));
            case 12, 13 ->
                new AssistanceFollowedUp(
                        id,
                        TEAM,
                        record.beneficiary(),
                        new Responsible(TEAM, someMember()),
                        any(AssistanceOutcome.values()),
                        VietnamTime.start(day()),
                        null);
            case 4, 5, 6 ->
                new AssistanceVerified(
                        id,
                        TEAM,
                        record.beneficiary(),
                        someMember(),
                        any(Verification.values()),
                        VietnamTime.start(day()));
            case 7 ->
                new AssistanceCorrected(
                        id,
                        TEAM,
                        Beneficiary.of(someHousehold(), UNIT),
                        null,
                        content(),
                        categories(),
                        null,
                        new AssistanceCorrected.Moved(record.beneficiary(), null),
                        someMember(),
                        List.of());
            default -> new AssistanceCorrected(id, TEAM, record.beneficiary(), null, content(), categories(), null);
        };
    }

    private DomainEvent household() {
        HouseholdId household = someHousehold();
        Responsible own = new Responsible(TEAM, someMember());
        Responsible other = new Responsible(OTHER, someMember());
        LocalDate day = day();
        LocalDate entered = charges.put(household, day);
        return switch (random.nextInt(9)) {
            case 8 ->
                new RelocationWithdrawn(
                        household,
                        UNIT,
                        UNIT,
                        UNIT,
                        entered == null ? day : entered,
                        List.of(random.nextBoolean() ? own : other),
                        random.nextBoolean() ? List.of(TEAM) : List.of());
            case 7 -> {
                @Nullable Responsible from = random.nextBoolean() ? other : null;
                @Nullable Responsible to = random.nextBoolean() ? own : null;
                yield new AssignmentCorrected(household, UNIT, from, to, entered == null ? day : entered, day);
            }
            case 0, 1 -> new HouseholdAssigned(household, UNIT, own, day);
            case 2 -> new HouseholdReassigned(household, UNIT, other, own, day);
            case 3 -> new HouseholdReassigned(household, UNIT, own, other, day);
            case 4 -> new HouseholdUnassigned(household, UNIT, own, UnassignmentCause.LEFT, day);
            case 5 -> {
                @Nullable HouseholdId survivor = random.nextBoolean() ? someHousehold() : null;
                yield survivor == null
                        ? new HouseholdSeparated(household, UNIT, someHousehold(), List.of(TEAM))
                        : new HouseholdMerged(household, UNIT, survivor, List.of(TEAM));
            }
            default -> new HouseholdFirstHelped(household, UNIT, TEAM, random.nextBoolean() ? null : someHousehold());
        };
    }

    private DomainEvent member() {
        if (enrolled.isEmpty() || random.nextBoolean()) {
            MemberEnrolled next = new MemberEnrolled(TEAM, someMember(), MemberOrigin.TEACHER, day());
            enrolled.add(next);
            return next;
        }
        MemberEnrolled known = enrolled.get(random.nextInt(enrolled.size()));
        return switch (random.nextInt(40)) {
            case 39 -> new TeamDissolved(TEAM, new Instrument("13/QĐ-UBND", START), day(), null);
            case 0, 3, 4, 5, 6, 7, 8, 9, 10 -> new MembershipEnded(TEAM, known.member(), EndReason.MOVED_AWAY, day());
            case 1, 11, 12, 13, 14, 15, 16, 17 -> new MemberSuspended(TEAM, known.member(), day());
            case 2, 18, 19, 20, 21, 22, 23, 24 -> new MemberResumed(TEAM, known.member(), day());
            default ->
                new MembershipCorrected(
                        TEAM,
                        known.member(),
                        known.effectiveFrom(),
                        MemberOrigin.YOUTH_UNION,
                        day(),
                        random.nextBoolean() ? null : day());
        };
    }

    private DomainEvent trained() {
        TrainingId training = new TrainingId("t-" + random.nextInt(8));
        Attendance attendance = new Attendance(
                day(), 2, List.of(new Attendee(TEAM, someMember()), new Attendee(OTHER, new MemberId("other"))));
        if (random.nextInt(6) == 0) {
            return new TrainingVoided(training, attendance.on(), List.of(TEAM, OTHER));
        }
        return random.nextBoolean()
                ? new TrainingHeld(training, List.of(ServiceCategory.VNEID), attendance)
                : new AttendanceCorrected(training, attendance, List.of(TEAM, OTHER));
    }

    private DomainEvent session() {
        OutreachId session = new OutreachId("s-" + random.nextInt(25));
        int attendance = random.nextInt(300);
        Integer newcomers = attendance % 2 == 0 ? null : (Integer) (attendance / 3);
        Holding holding = new Holding(day(), attendance, any(CountBasis.values()), List.of(someMember()), newcomers);
        return switch (random.nextInt(8)) {
            case 0 -> new OutreachVoided(session, TEAM, UNIT);
            case 1 -> new OutreachCorrected(session, TEAM, UNIT, holding);
            default -> new OutreachHeld(session, TEAM, UNIT, holding);
        };
    }

    private DomainEvent group() {
        CommunityGroupId group = new CommunityGroupId("g-" + random.nextInt(4));
        return switch (random.nextInt(6)) {
            case 0 -> new CommunityGroupClosed(group, TEAM, day());
            case 1, 2 -> new CommunityGroupRecorded(group, TEAM, random.nextInt(200), day());
            default -> new CommunityGroupUpdated(group, TEAM, random.nextInt(200), day());
        };
    }

    private DomainEvent request() {
        SupportRequestTaken last = taken.peekLast();
        int choice = last == null ? 0 : random.nextInt(5);
        return switch (choice) {
            case 0, 1 -> {
                SupportRequestTaken next =
                        new SupportRequestTaken(new SupportRequestId("r-" + serial++), UNIT, TEAM, someMember(), day());
                taken.add(next);
                yield next;
            }
            case 2 -> {
                SupportRequestTaken one = taken.removeFirst();
                yield new SupportRequestReleased(one.request(), UNIT, TEAM, one.member(), day());
            }
            case 3 -> new SupportRequestReopened(taken.getFirst().request(), UNIT, TEAM, day(), day());
            default ->
                new SupportRequestResolved(
                        taken.getFirst().request(), UNIT, TEAM, someMember(), RequestOutcome.DONE, null, day());
        };
    }
}
