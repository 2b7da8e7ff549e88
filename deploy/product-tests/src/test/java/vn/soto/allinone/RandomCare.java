package vn.soto.allinone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.support.DeclineReason;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.contracts.unit.UnitState;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.FollowUpAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.StateAssistanceResults;
import vn.soto.domain.assistance.AssistanceCommand.VerifyAssistance;
import vn.soto.domain.business.BusinessCommand.CloseBusiness;
import vn.soto.domain.business.BusinessCommand.ReopenBusiness;
import vn.soto.domain.household.HouseholdCommand.MergeDuplicateHouseholds;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.SeparateHouseholds;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.household.HouseholdCommand.WithdrawRegistration;
import vn.soto.domain.outreach.CommunityGroupCommand.CloseCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.RecordCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.UpdateCommunityGroup;
import vn.soto.domain.outreach.OutreachCommand.CancelOutreach;
import vn.soto.domain.outreach.OutreachCommand.HoldOutreach;
import vn.soto.domain.outreach.OutreachCommand.RescheduleOutreach;
import vn.soto.domain.outreach.OutreachCommand.ScheduleOutreach;
import vn.soto.domain.report.ReportCommand.StateHouseholdTotal;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.support.SupportRequestCommand.DeclineSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReleaseSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReopenSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ResolveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.TakeSupportRequest;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;

/** Adds to {@link RandomTeams} help of every kind, requests, groups, duplicates, reports and changes of two more communes. */
final class RandomCare {

    private static final String REASON = "nhập bù từ sổ tay của tổ";
    private static final List<ServiceCode> SERVICES = PlanCatalogue.version1().services().stream()
            .filter(service -> !service.needsProcedure())
            .map(Service::code)
            .toList();

    private static final Instrument DECISION = new Instrument("13/QĐ-UBND", LocalDate.of(2025, 12, 2));
    private static final List<UnitId> COMMUNES = List.of(new UnitId("c"), new UnitId("c-2"), new UnitId("c-3"));

    private final RandomTeams teams;
    private final RandomCorrections corrections;
    private final RandomNumbers told;
    private final List<RecordAssistance> help = new ArrayList<>();
    private final List<SupportRequestId> requests = new ArrayList<>();
    private final List<CommunityGroupId> groups = new ArrayList<>();
    private final List<OutreachId> sessions = new ArrayList<>();

    RandomCare(RandomTeams teams) {
        this.teams = teams;
        this.corrections = new RandomCorrections(teams);
        this.told = new RandomNumbers(teams, COMMUNES);
        teams.send(commune("c-2", "25750"));
        teams.send(commune("c-3", "25753"));
    }

    private static EstablishUnit commune(String id, String code) {
        return new EstablishUnit(
                new UnitId(id),
                UnitKind.COMMUNE,
                "Tên " + id,
                code,
                new UnitId("p"),
                DECISION,
                LocalDate.of(2020, 1, 1));
    }

    /** Sends a random command; returns whether it was accepted. */
    boolean any() {
        return teams.random.nextInt(6) == 0 ? divided() : sent(command());
    }

    /** Sends random corrections of days until one is accepted; what happened meanwhile may refuse them all. */
    boolean anyCorrectedDay() {
        return Stream.generate(() -> sent(corrections.further())).limit(12).anyMatch(accepted -> accepted);
    }

    /** Splits the unit in which help was recorded, and moves the household that was helped into one of the successors. */
    private boolean divided() {
        List<RecordAssistance> toHouseholds =
                help.stream().filter(record -> record.household() != null).toList();
        if (toHouseholds.isEmpty()) {
            return false;
        }
        RecordAssistance helped = teams.any(toHouseholds);
        UnitId unit = ((AssistanceRecorded)
                        teams.events(helped.assistance().value()).findFirst().orElseThrow())
                .beneficiary()
                .unit();
        LocalDate day = after(helped);
        List<UnitId> into = Stream.of(teams.any(teams.units), teams.any(teams.units), teams.any(teams.units))
                .filter(successor -> !successor.equals(unit))
                .distinct()
                .toList();
        return sent(new SplitUnit(unit, into, DECISION, day))
                && sent(new RelocateHousehold(
                        Objects.requireNonNull(helped.household()), teams.any(into), day.plusDays(1)));
    }

    /** The hamlets of a commune that was split go to a commune in force: until that is decided, they report to none. */
    void decideSplits() {
        LocalDate today = VietnamTime.day(teams.clock.instant());
        for (UnitId unit : teams.units) {
            boolean decided = state(unit)
                    .parentOn(today)
                    .map(parent -> teams.lineage(today).of(parent).decided())
                    .orElse(true);
            if (!decided) {
                List<UnitId> inForce = COMMUNES.stream()
                        .filter(commune -> state(commune).inForceOn(today))
                        .toList();
                sent(new ReparentUnit(unit, teams.any(inForce), null, DECISION, today));
            }
        }
    }

    private UnitState state(UnitId unit) {
        UnitState state = UnitState.NONE;
        for (UnitEvent event : teams.unit(unit)) {
            state = state.after(event);
        }
        return state;
    }

    private LocalDate after(RecordAssistance helped) {
        return VietnamTime.day(helped.content().occurredAt()).plusDays(1L + teams.random.nextInt(20));
    }

    private FollowUpAssistance followUp() {
        RecordAssistance helped = teams.any(help);
        LocalDate day = after(helped);
        return new FollowUpAssistance(
                helped.assistance(),
                helped.team(),
                helped.helpers().getFirst(),
                teams.any(List.of(AssistanceOutcome.DONE, AssistanceOutcome.PARTLY)),
                VietnamTime.start(day),
                teams.random.nextBoolean() ? day.plusDays(30) : null);
    }

    private boolean sent(Command command) {
        try {
            teams.send(command);
            note(command);
            return true;
        } catch (RuleViolatedException | AlreadyExistsException | NotFoundException e) {
            return false;
        }
    }

    private void note(Command command) {
        switch (command) {
            case RecordAssistance recorded -> help.add(recorded);
            case ReceiveSupportRequest received -> requests.add(received.request());
            case RecordCommunityGroup recorded -> groups.add(recorded.group());
            case ScheduleOutreach scheduled -> sessions.add(scheduled.session());
            default -> {
                // about something known
            }
        }
    }

    private Command command() {
        int kind = teams.random.nextInt(76);
        if (kind >= 66 && !help.isEmpty()) {
            return fact();
        }
        if (kind >= 60) {
            return territory(kind);
        }
        if (kind < 22 || help.isEmpty() || requests.isEmpty() || groups.isEmpty() || sessions.isEmpty()) {
            return switch (kind % 11) {
                case 0, 1 -> receive();
                case 2 ->
                    new RecordCommunityGroup(
                            new CommunityGroupId(teams.newId()), team(), teams.random.nextInt(200), teams.day());
                case 3 ->
                    new ScheduleOutreach(
                            new OutreachId(teams.newId()),
                            team(),
                            teams.any(teams.units),
                            VietnamTime.start(teams.day()),
                            List.of(ServiceCategory.CYBER_SAFETY),
                            OutreachChannel.RESIDENTS_MEETING);
                default -> record();
            };
        }
        return kind < 34 ? request(kind) : other(kind);
    }

    private Command territory(int kind) {
        return switch (kind) {
            case 60 -> new MergeUnits(teams.any(COMMUNES), List.of(teams.any(COMMUNES)), DECISION, teams.day());
            case 61 -> new SplitUnit(teams.any(COMMUNES), COMMUNES.subList(1, 3), DECISION, teams.day());
            default -> new ReparentUnit(teams.any(teams.units), teams.any(COMMUNES), null, DECISION, teams.day());
        };
    }

    private TeamId team() {
        return teams.any(teams.teams);
    }

    private MemberId member() {
        return teams.any(teams.members);
    }

    private RecordAssistance record() {
        int whom = teams.random.nextInt(5);
        boolean communal = whom == 4 && teams.random.nextInt(3) == 0;
        return new RecordAssistance(
                new AssistanceId(teams.newId()),
                team(),
                whom < 3 ? teams.any(teams.households) : null,
                whom == 3 ? teams.any(teams.businesses) : null,
                whom == 4 ? teams.any(communal ? COMMUNES : teams.units) : null,
                Stream.of(member(), member()).distinct().toList(),
                along(),
                content(),
                null,
                teams.random.nextBoolean() ? REASON : null,
                teams.random.nextInt(3) == 0 ? told.results() : null);
    }

    private @Nullable List<Responsible> along() {
        int index = teams.random.nextInt(teams.teams.size());
        return teams.random.nextInt(3) == 0
                ? List.of(new Responsible(teams.teams.get(index), teams.members.get(index + teams.random.nextInt(4))))
                : null;
    }

    /** Corrects who was helped, and perhaps who of other teams helped along. */
    private CorrectAssistance correct() {
        RecordAssistance helped = teams.any(help);
        int whom = teams.random.nextInt(5);
        return new CorrectAssistance(
                helped.assistance(),
                null,
                teams.random.nextInt(4) == 0 ? List.of() : along(),
                helped.content(),
                whom < 3 ? teams.any(teams.households) : null,
                whom == 3 ? teams.any(teams.businesses) : null,
                whom == 4 ? teams.any(teams.units) : null,
                null,
                null,
                REASON);
    }

    private Command fact() {
        return switch (teams.random.nextInt(7)) {
            case 4 -> told.people();
            case 6 -> told.skillGroups();
            case 5 -> new StateAssistanceResults(teams.any(help).assistance(), told.results());
            case 0 ->
                new StateHouseholdTotal(
                        team(),
                        new Quarter(2026, 1 + teams.random.nextInt(2)),
                        teams.random.nextInt(4) == 0 ? null : (Integer) teams.random.nextInt(400),
                        null);
            case 1 -> corrections.next();
            default -> correct();
        };
    }

    private AssistanceContent content() {
        LocalDate day = teams.day();
        AssistanceOutcome outcome = teams.any(List.of(AssistanceOutcome.values()));
        return new AssistanceContent(
                Stream.of(teams.any(SERVICES), teams.any(SERVICES)).distinct().toList(),
                null,
                teams.any(List.of(Channel.values())),
                teams.any(List.of(Mode.values())),
                outcome,
                VietnamTime.start(day),
                outcome == AssistanceOutcome.NEEDS_FOLLOW_UP ? day.plusDays(10) : null);
    }

    private ReceiveSupportRequest receive() {
        boolean known = teams.random.nextBoolean();
        return new ReceiveSupportRequest(
                known ? teams.any(teams.households) : null,
                new SupportRequestId(teams.newId()),
                known ? null : teams.any(teams.units),
                RequestSource.HOTLINE,
                List.of(ServiceCategory.VNEID),
                teams.day(),
                null,
                null,
                null);
    }

    private Command request(int kind) {
        SupportRequestId request = teams.any(requests);
        return switch (kind % 6) {
            case 0, 1, 2 -> new TakeSupportRequest(request, team(), member(), teams.day());
            case 3 -> new ReleaseSupportRequest(request, teams.day());
            case 4 ->
                teams.random.nextBoolean()
                        ? new ResolveSupportRequest(request, RequestOutcome.REFERRED, null, teams.day())
                        : new ReopenSupportRequest(request, teams.day(), null, REASON);
            default -> new DeclineSupportRequest(request, DeclineReason.DUPLICATE, REASON, teams.day());
        };
    }

    private Command other(int kind) {
        return switch (kind % 13) {
            case 0, 1 ->
                new VerifyAssistance(
                        teams.any(help).assistance(),
                        new MemberId(new UUID(0x4ffeL, Long.MIN_VALUE).toString()),
                        teams.any(List.of(Verification.values())),
                        VietnamTime.start(teams.day()));
            case 2, 3 -> followUp();
            case 4 -> new UpdateCommunityGroup(teams.any(groups), teams.random.nextInt(200), teams.day());
            case 5 -> new CloseCommunityGroup(teams.any(groups), teams.day());
            case 6 ->
                new HoldOutreach(
                        teams.any(sessions),
                        new Holding(
                                teams.day(),
                                teams.random.nextInt(90),
                                teams.any(List.of(CountBasis.values())),
                                List.of(member()),
                                teams.random.nextBoolean() ? null : (Integer) teams.random.nextInt(20)));
            case 7 ->
                teams.random.nextBoolean()
                        ? new RescheduleOutreach(teams.any(sessions), VietnamTime.start(teams.day()))
                        : new CancelOutreach(teams.any(sessions), REASON);
            case 8 -> new MergeDuplicateHouseholds(teams.any(teams.households), teams.any(teams.households), REASON);
            case 9 ->
                teams.random.nextBoolean()
                        ? new SeparateHouseholds(teams.any(teams.households), REASON)
                        : new UnassignHousehold(teams.any(teams.households), teams.day(), null);
            case 10 -> new SubmitQuarterlyReport(team(), new Quarter(2026, 1 + teams.random.nextInt(2)), REASON);
            case 11 ->
                teams.random.nextBoolean()
                        ? new CloseBusiness(teams.any(teams.businesses), teams.day())
                        : new ReopenBusiness(teams.any(teams.businesses), teams.day());
            default -> new WithdrawRegistration(teams.any(teams.households), REASON);
        };
    }
}
