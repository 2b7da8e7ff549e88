package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected.Moved;
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
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
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
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.SuspensionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitId;

/**
 * Makes of what {@link CountedEventWriter} packed an event that {@link Indicators} counts like the one in the ledger.
 * Components that no figure counts are the same in all of them, so these events are for figures only.
 */
final class CountedEventReader {

    private static final UnitId SOME_UNIT = new UnitId("unit");
    private static final ServiceCode SOME_SERVICE = new ServiceCode("service");
    private static final MemberId SOME_MEMBER = new MemberId("member");
    private static final LocalDate SOME_DAY = LocalDate.EPOCH;
    private static final Instrument SOME_DECISION = new Instrument("1", SOME_DAY);

    private static final Channel[] CHANNELS = Channel.values();
    private static final Mode[] MODES = Mode.values();
    private static final AssistanceOutcome[] OUTCOMES = AssistanceOutcome.values();
    private static final Verification[] VERIFICATIONS = Verification.values();
    private static final ServiceCategory[] CATEGORIES = ServiceCategory.values();
    private static final ResultKind[] RESULTS = ResultKind.values();
    private static final CountBasis[] BASES = CountBasis.values();

    private final TeamId team;
    private final TeamId other;
    private final Responsible own;

    CountedEventReader(TeamId team) {
        this.team = team;
        this.other = new TeamId(team.value().equals("other") ? "another" : "other");
        this.own = new Responsible(team, SOME_MEMBER);
    }

    DomainEvent event(CountedKind kind, PackedReader packed) {
        return switch (kind) {
            case FORMED,
                    ENROLLED,
                    ENDED,
                    MEMBERSHIP_CORRECTED,
                    SUSPENDED,
                    RESUMED,
                    SUSPENSION_CORRECTED,
                    DISSOLVED,
                    DISSOLUTION_CORRECTED -> team(kind, packed);
            case HOUSEHOLD_GAINED -> new HouseholdAssigned(household(packed), SOME_UNIT, own, packed.day());
            case HOUSEHOLD_TAKEN -> taken(packed);
            case HOUSEHOLD_LOST ->
                new HouseholdUnassigned(household(packed), SOME_UNIT, own, UnassignmentCause.DECIDED, packed.day());
            case ASSIGNMENT_CORRECTED -> ofSomebody(packed);
            case ASSIGNMENT_REDATED -> redated(packed);
            case RELOCATION_WITHDRAWN -> goesOn(packed);
            case MERGED -> new HouseholdMerged(household(packed), SOME_UNIT, household(packed), List.of());
            case SEPARATED -> separated(household(packed));
            case HELP_RECORDED,
                    HELP_CORRECTED,
                    HELP_VOIDED,
                    HELP_FLAGGED_LATE,
                    HELP_VERIFIED,
                    HELP_MOVED,
                    HELP_FOLLOWED_UP,
                    HELP_RESULTS -> help(kind, packed);
            case JOINT_HELP -> joint(packed);
            case JOINT_HELP_GONE -> jointGone(packed);
            case HOUSEHOLD_TOTAL_STATED -> total(packed);
            case TRAINED -> trained(packed);
            case SESSION_TOLD -> told(packed);
            case SESSION_VOIDED -> new OutreachVoided(session(packed), team, SOME_UNIT);
            case GROUP_COUNTED -> new CommunityGroupUpdated(group(packed), team, packed.count(), packed.day());
            case GROUP_CLOSED -> new CommunityGroupClosed(group(packed), team, packed.day());
            case REQUEST_TAKEN, REQUEST_RELEASED, REQUEST_RESOLVED, REQUEST_REOPENED ->
                request(kind, request(packed), packed);
        };
    }

    private DomainEvent request(CountedKind kind, SupportRequestId request, PackedReader packed) {
        return switch (kind) {
            case REQUEST_TAKEN -> new SupportRequestTaken(request, SOME_UNIT, team, SOME_MEMBER, packed.day());
            case REQUEST_RELEASED -> new SupportRequestReleased(request, SOME_UNIT, team, SOME_MEMBER, SOME_DAY);
            case REQUEST_RESOLVED ->
                new SupportRequestResolved(
                        request, SOME_UNIT, team, SOME_MEMBER, RequestOutcome.DONE, null, packed.day());
            default -> new SupportRequestReopened(request, SOME_UNIT, team, SOME_DAY, SOME_DAY);
        };
    }

    private OutreachHeld told(PackedReader packed) {
        return new OutreachHeld(
                session(packed),
                team,
                SOME_UNIT,
                new Holding(
                        packed.day(),
                        packed.count(),
                        packed.constant(BASES),
                        List.of(),
                        packed.hasMore() ? (Integer) packed.count() : null));
    }

    private DomainEvent team(CountedKind kind, PackedReader packed) {
        return switch (kind) {
            case ENROLLED -> new MemberEnrolled(team, member(packed), MemberOrigin.OTHER, packed.day());
            case ENDED -> new MembershipEnded(team, member(packed), EndReason.OTHER, packed.day());
            case MEMBERSHIP_CORRECTED ->
                new MembershipCorrected(
                        team, member(packed), packed.day(), MemberOrigin.OTHER, packed.day(), packed.dayIfAny());
            case SUSPENDED -> new MemberSuspended(team, member(packed), packed.day());
            case RESUMED -> new MemberResumed(team, member(packed), packed.day());
            case SUSPENSION_CORRECTED ->
                new SuspensionCorrected(team, member(packed), packed.day(), packed.dayIfAny(), packed.dayIfAny());
            case DISSOLVED -> new TeamDissolved(team, SOME_DECISION, packed.day(), null);
            case DISSOLUTION_CORRECTED -> new DissolutionCorrected(team, packed.day(), packed.dayIfAny());
            default -> formed(packed);
        };
    }

    private HouseholdTotalStated total(PackedReader packed) {
        Quarter quarter = new Quarter(packed.count(), packed.count());
        return new HouseholdTotalStated(team, quarter, packed.hasMore() ? (Integer) packed.count() : null);
    }

    private AssistanceVoided jointGone(PackedReader packed) {
        return new AssistanceVoided(
                new AssistanceId(packed.id()), other, Beneficiary.walkIn(SOME_UNIT), null, List.of(team));
    }

    private static HouseholdSeparated separated(HouseholdId household) {
        return new HouseholdSeparated(household, SOME_UNIT, household, List.of());
    }

    private HouseholdAssigned taken(PackedReader packed) {
        HouseholdId household = household(packed);
        return new HouseholdAssigned(household, SOME_UNIT, new Responsible(team, member(packed)), packed.day());
    }

    private static AssignmentCorrected ofSomebody(PackedReader packed) {
        return new AssignmentCorrected(household(packed), SOME_UNIT, null, null, packed.day(), packed.day());
    }

    private AssignmentCorrected redated(PackedReader packed) {
        return new AssignmentCorrected(
                household(packed), SOME_UNIT, own(packed), own(packed), packed.day(), packed.day());
    }

    private RelocationWithdrawn goesOn(PackedReader packed) {
        HouseholdId household = household(packed);
        List<Responsible> goesOn = List.of(new Responsible(team, member(packed)));
        return new RelocationWithdrawn(household, SOME_UNIT, SOME_UNIT, SOME_UNIT, packed.day(), goesOn, List.of());
    }

    private @Nullable Responsible own(PackedReader packed) {
        String member = packed.idIfAny();
        return member == null ? null : new Responsible(team, new MemberId(member));
    }

    private TeamFormed formed(PackedReader packed) {
        LocalDate from = packed.day();
        List<FoundingMember> founders = some(packed, MemberId::new, PackedReader::id).stream()
                .map(member -> new FoundingMember(member, MemberOrigin.OTHER))
                .toList();
        return new TeamFormed(team, "team", SOME_DECISION, List.of(), founders, SOME_MEMBER, from);
    }

    private TrainingHeld trained(PackedReader packed) {
        TrainingId training = new TrainingId(packed.id());
        LocalDate on = packed.day();
        List<Attendee> attendees = some(packed, MemberId::new, PackedReader::id).stream()
                .map(member -> new Attendee(team, member))
                .toList();
        return new TrainingHeld(training, List.of(), new Attendance(on, 1, attendees));
    }

    private DomainEvent help(CountedKind kind, PackedReader packed) {
        AssistanceId record = new AssistanceId(packed.id());
        Beneficiary nobody = Beneficiary.walkIn(SOME_UNIT);
        return switch (kind) {
            case HELP_VOIDED -> new AssistanceVoided(record, team, nobody);
            case HELP_FLAGGED_LATE -> new AssistanceFlaggedLate(record, team, nobody, SOME_DAY, 0);
            case HELP_VERIFIED ->
                new AssistanceVerified(
                        record, team, nobody, SOME_MEMBER, packed.constant(VERIFICATIONS), VietnamTime.start(SOME_DAY));
            case HELP_FOLLOWED_UP ->
                new AssistanceFollowedUp(
                        record, team, nobody, own, packed.constant(OUTCOMES), VietnamTime.start(SOME_DAY), null);
            case HELP_RESULTS -> new AssistanceResultsStated(record, team, nobody, results(packed));
            default -> stated(kind, record, packed);
        };
    }

    private static List<AssistanceResult> results(PackedReader packed) {
        return IntStream.range(0, packed.count())
                .mapToObj(i -> new AssistanceResult(packed.constant(RESULTS), packed.count()))
                .toList();
    }

    private AssistanceRecorded joint(PackedReader packed) {
        AssistanceId record = new AssistanceId(packed.id());
        AssistanceContent content = new AssistanceContent(
                List.of(SOME_SERVICE), Channel.OTHER, Mode.DEMONSTRATED, VietnamTime.start(packed.day()));
        List<CreditShare> helpers = List.of(new CreditShare(SOME_MEMBER, 0, team));
        return new AssistanceRecorded(
                record, other, Beneficiary.walkIn(SOME_UNIT), helpers, content, List.of(), null, null);
    }

    private DomainEvent stated(CountedKind kind, AssistanceId record, PackedReader packed) {
        LocalDate day = packed.day();
        Beneficiary beneficiary =
                new Beneficiary(SOME_UNIT, ifAny(packed, HouseholdId::new), ifAny(packed, BusinessId::new));
        Channel channel = packed.constant(CHANNELS);
        Mode mode = packed.constant(MODES);
        AssistanceOutcome outcome = packed.constant(OUTCOMES);
        List<ServiceCategory> categories = categories(packed.number());
        AssistanceContent content = new AssistanceContent(
                some(packed, ServiceCode::new, PackedReader::text),
                null,
                channel,
                mode,
                outcome,
                VietnamTime.start(day),
                null);
        return switch (kind) {
            case HELP_RECORDED ->
                new AssistanceRecorded(record, team, beneficiary, List.of(), content, categories, null, null);
            case HELP_MOVED ->
                new AssistanceCorrected(
                        record,
                        team,
                        beneficiary,
                        null,
                        content,
                        categories,
                        null,
                        new Moved(beneficiary, null),
                        null,
                        List.of());
            default -> new AssistanceCorrected(record, team, beneficiary, null, content, categories, null);
        };
    }

    @SuppressWarnings("EnumOrdinal") // constants are packed by their place, which a test holds
    private static List<ServiceCategory> categories(long packed) {
        return Stream.of(CATEGORIES)
                .filter(category -> (packed & (1L << category.ordinal())) != 0)
                .toList();
    }

    private static <T> List<T> some(
            PackedReader packed, Function<String, T> made, Function<PackedReader, String> read) {
        List<T> all = new ArrayList<>();
        IntStream.range(0, packed.count()).forEach(i -> all.add(made.apply(read.apply(packed))));
        return all;
    }

    private static <T extends Id> @Nullable T ifAny(PackedReader packed, Function<String, T> made) {
        String id = packed.idIfAny();
        return id == null ? null : made.apply(id);
    }

    private static MemberId member(PackedReader packed) {
        return new MemberId(packed.id());
    }

    private static HouseholdId household(PackedReader packed) {
        return new HouseholdId(packed.id());
    }

    private static OutreachId session(PackedReader packed) {
        return new OutreachId(packed.id());
    }

    private static CommunityGroupId group(PackedReader packed) {
        return new CommunityGroupId(packed.id());
    }

    private static SupportRequestId request(PackedReader packed) {
        return new SupportRequestId(packed.id());
    }
}
