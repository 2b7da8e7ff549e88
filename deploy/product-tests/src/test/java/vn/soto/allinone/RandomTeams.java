package vn.soto.allinone;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.command.dispatch.CaptureMetadata;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.contracts.unit.UnitSuccession;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RestoreAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.business.BusinessCommand.RelocateBusiness;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.outreach.OutreachCommand.CorrectOutreach;
import vn.soto.domain.outreach.OutreachCommand.HoldOutreach;
import vn.soto.domain.outreach.OutreachCommand.RestoreOutreach;
import vn.soto.domain.outreach.OutreachCommand.ScheduleOutreach;
import vn.soto.domain.outreach.OutreachCommand.VoidOutreach;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.Team;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.CorrectMembership;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.team.TeamCommand.ResumeMember;
import vn.soto.domain.team.TeamCommand.SuspendMember;
import vn.soto.domain.training.TrainingCommand.CorrectAttendance;
import vn.soto.domain.training.TrainingCommand.HoldTraining;
import vn.soto.domain.training.TrainingCommand.RestoreTraining;
import vn.soto.domain.training.TrainingCommand.ScheduleTraining;
import vn.soto.domain.training.TrainingCommand.VoidTraining;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;
import vn.soto.events.EventCodec;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.plans.DryRun;
import vn.soto.testkit.SettableClock;

/** Four teams in a commune, and random commands about half a year of them, most of them entered afterwards. */
final class RandomTeams implements AutoCloseable {

    private static final String REASON = "nhập bù từ sổ tay của tổ";
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", LocalDate.of(2025, 12, 1));
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 180;
    private static final int TRIES = 40;
    private static final ServiceCode SERVICE = PlanCatalogue.version1().services().stream()
            .filter(service -> !service.needsProcedure())
            .map(Service::code)
            .findFirst()
            .orElseThrow();

    /** After the half-year. */
    static final Instant LATER = Instant.parse("2026-07-15T02:00:00Z");

    final SettableClock clock;
    final MemoryLedger ledger;

    private final EventCodec codec = EventCodec.product();
    final CommandSide side;
    final Random random;
    final List<UnitId> units = ids("u", 6, UnitId::new);
    final List<TeamId> teams = ids("t", 4, TeamId::new);
    final List<MemberId> members = ids("m", 8, MemberId::new);
    final List<HouseholdId> households = ids("h", 8, HouseholdId::new);
    final List<BusinessId> businesses = ids("b", 3, BusinessId::new);
    private final Map<AssistanceId, RecordAssistance> help = new HashMap<>();
    private final Map<OutreachId, ScheduleOutreach> planned = new HashMap<>();
    private final Map<OutreachId, Holding> sessions = new HashMap<>();
    private final Map<TrainingId, Attendance> trainings = new HashMap<>();

    /** Voided records, by the command that restores each, with the restored state. */
    private final Map<Command, Runnable> voided = new LinkedHashMap<>();

    private final Map<UnitId, UndoUnitChange> ends = new HashMap<>();
    private long ids;
    private Command last;

    /** Whether help that was voided is restored: nothing lists it as left behind by a change of the area meanwhile. */
    boolean restoresHelp;

    /** Is told of each command before it is sent. */
    Consumer<Command> beforeEach = command -> {};

    /** Is told that the command was recorded. */
    Runnable afterEach = () -> {};

    RandomTeams(long seed) {
        this(seed, LATER);
    }

    /** @param start when the teams are entered */
    RandomTeams(long seed, Instant start) {
        this.clock = new SettableClock(start);
        this.ledger = new MemoryLedger("test/left-behind", clock);
        this.side =
                CommandSide.start(ledger, ledger, codec, clock, DefaultPolicy.standard(), new SimpleMeterRegistry());
        this.random = new Random(seed);
        this.last = unit("p", UnitKind.PROVINCE, "79", null);
        send(last);
        send(unit("c", UnitKind.COMMUNE, "25747", new UnitId("p")));
        units.forEach(unit -> send(unit(unit.value(), UnitKind.HAMLET, null, new UnitId("c"))));
        for (int i = 0; i < teams.size(); i++) {
            List<MemberId> own = members.subList(i, i + 4);
            send(new FormTeam(
                    teams.get(i),
                    "Tổ số " + (i + 1),
                    DECISION,
                    units.subList(0, i + 1),
                    own.stream()
                            .map(member -> new FoundingMember(member, MemberOrigin.TEACHER))
                            .toList(),
                    own.getFirst(),
                    FIRST));
        }
        for (int i = 0; i < households.size(); i++) {
            send(new RegisterHousehold(households.get(i), any(units), "H-" + i));
        }
        for (int i = 0; i < businesses.size(); i++) {
            send(new RegisterBusiness(businesses.get(i), BusinessKind.HOUSEHOLD_BUSINESS, any(units), "CS-" + i, null));
        }
    }

    private static <T> List<T> ids(String kind, int count, Function<String, T> made) {
        return IntStream.range(0, count)
                .mapToObj(number -> made.apply(kind + "-" + number))
                .toList();
    }

    private static EstablishUnit unit(String id, UnitKind kind, @Nullable String code, @Nullable UnitId parent) {
        return new EstablishUnit(new UnitId(id), kind, "Tên " + id, code, parent, DECISION, LocalDate.of(2020, 1, 1));
    }

    CommandOutcome send(Command command) {
        beforeEach.accept(command);
        CommandOutcome outcome =
                side.gateway().submit(new CommandRequest(new UUID(0x7000L, Long.MIN_VALUE | ++ids), "tester"), command);
        afterEach.run();
        return outcome;
    }

    /** As somebody proposed it and another person approved it. */
    void sendApproved(Command command) {
        UUID id = new UUID(0x7000L, Long.MIN_VALUE | ++ids);
        side.gateway()
                .submit(
                        new CommandRequest(
                                id, "tester", Set.of(), id.toString(), id.toString(), CaptureMetadata.none(), true),
                        command);
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> T any(Set<T> set) {
        return any(set.stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList());
    }

    LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    String newId() {
        return new UUID(0x4fffL, Long.MIN_VALUE | ++ids).toString();
    }

    /** The command that was accepted last. */
    String told() {
        return last.toString();
    }

    /** Sends random commands until one is accepted. */
    CommandOutcome anyAccepted() {
        return Stream.generate(() -> sent(command()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Sends random corrections of help, outreach and attendance until one is accepted; returns whether one was. Events
     * meanwhile may refuse them all.
     */
    boolean anyCorrection() {
        return oneAccepted(() -> correction(45 + random.nextInt(15)));
    }

    /** The same of help and outreach, as long as there is any. */
    boolean anyCorrectionOfHelp() {
        return oneAccepted(() -> correction(45 + random.nextInt(random.nextInt(4) == 0 ? 12 : 7)));
    }

    private boolean oneAccepted(Supplier<Command> commands) {
        return Stream.generate(() -> sent(commands.get())).limit(TRIES).anyMatch(Optional::isPresent);
    }

    private Optional<CommandOutcome> sent(Command command) {
        try {
            CommandOutcome outcome = send(command);
            last = command;
            note(command);
            return Optional.of(outcome);
        } catch (RuleViolatedException e) {
            return Optional.empty();
        }
    }

    private Command command() {
        int kind = random.nextInt(109);
        if (kind < 45) {
            return record(kind);
        }
        if (kind < 60) {
            return correction(kind);
        }
        if (kind < 80) {
            return membership(kind);
        }
        return kind < 100 ? area(kind) : succession(kind);
    }

    private Command record(int kind) {
        if (kind < 26 || (planned.isEmpty() && kind < 32)) {
            boolean business = kind < 4;
            boolean walkIn = kind >= 4 && kind < 7;
            return new RecordAssistance(
                    new AssistanceId(newId()),
                    any(teams),
                    business || walkIn ? null : any(households),
                    business ? any(businesses) : null,
                    walkIn ? any(units) : null,
                    List.of(any(members)),
                    content(day()),
                    null,
                    REASON);
        }
        if (kind < 29) {
            OutreachId session = any(planned.keySet());
            return new HoldOutreach(session, holding());
        }
        if (kind < 33) {
            return plan(new OutreachId(newId()), any(teams), any(units), day());
        }
        if (kind < 38) {
            return trainings.isEmpty() || kind < 35
                    ? new ScheduleTraining(
                            new TrainingId(newId()),
                            List.of(ServiceCategory.VNEID),
                            Organiser.PEOPLES_COMMITTEE,
                            null,
                            day(),
                            3)
                    : new HoldTraining(any(trainings.keySet()), attendance());
        }
        return kind < 43
                ? new AssignHousehold(any(households), any(teams), any(members), day())
                : new ReassignHousehold(any(households), any(teams), any(members), day());
    }

    private static ScheduleOutreach plan(OutreachId session, TeamId team, UnitId unit, LocalDate day) {
        return new ScheduleOutreach(
                session,
                team,
                unit,
                VietnamTime.start(day),
                List.of(ServiceCategory.VNEID),
                OutreachChannel.RESIDENTS_MEETING);
    }

    private static AssistanceContent content(LocalDate day) {
        return new AssistanceContent(List.of(SERVICE), Channel.HOME_VISIT, Mode.DEMONSTRATED, VietnamTime.start(day));
    }

    private Holding holding() {
        return new Holding(day(), 12, CountBasis.COUNTED_LIST, List.of(any(members)));
    }

    private Attendance attendance() {
        return new Attendance(
                day(), 3, List.of(new Attendee(any(teams), any(members)), new Attendee(any(teams), any(members))));
    }

    private Command correction(int kind) {
        if (!voided.isEmpty() && random.nextInt(6) == 0) {
            return any(List.copyOf(voided.keySet()));
        }
        if (kind < 52 && !help.isEmpty()) {
            RecordAssistance record = Objects.requireNonNull(help.get(any(help.keySet())));
            return new CorrectAssistance(
                    record.assistance(), List.of(any(members)), content(day()), null, null, null, REASON);
        }
        if (kind < 54 && !help.isEmpty()) {
            return new VoidAssistance(any(help.keySet()), REASON);
        }
        if (kind < 57 && !sessions.isEmpty()) {
            return kind < 56
                    ? new CorrectOutreach(any(sessions.keySet()), holding(), null, REASON)
                    : new VoidOutreach(any(sessions.keySet()), REASON);
        }
        return trainings.isEmpty()
                ? plan(new OutreachId(newId()), any(teams), any(units), day())
                : random.nextInt(4) > 0
                        ? new CorrectAttendance(any(trainings.keySet()), attendance(), REASON)
                        : new VoidTraining(any(trainings.keySet()), REASON);
    }

    private Command membership(int kind) {
        return switch (kind % 5) {
            case 0 -> new EndMembership(any(teams), any(members), EndReason.RESIGNED, day());
            case 1 -> new SuspendMember(any(teams), any(members), day(), REASON);
            case 2 -> new ResumeMember(any(teams), any(members), day());
            case 3 -> new EnrolMember(any(teams), any(members), MemberOrigin.OTHER, day());
            default ->
                new CorrectMembership(
                        any(teams),
                        any(members),
                        random.nextBoolean() ? FIRST : day(),
                        MemberOrigin.OTHER,
                        day(),
                        random.nextBoolean() ? null : day(),
                        REASON);
        };
    }

    private Command area(int kind) {
        if (kind < 88) {
            List<UnitId> area = units.stream()
                    .filter(unit -> random.nextInt(6) > (ends.containsKey(unit) ? 4 : 1))
                    .toList();
            return new ChangeCoverage(any(teams), area, DECISION, day());
        }
        if (kind < 94) {
            return new RelocateHousehold(any(households), any(units), day());
        }
        if (kind < 97) {
            return new RelocateBusiness(any(businesses), any(units), day());
        }
        return switch (kind) {
            case 97 -> new MarkHouseholdLeft(any(households), day());
            case 98 -> new ReturnHousehold(any(households), any(units), day());
            default -> new DissolveTeam(any(teams), DECISION, day(), REASON);
        };
    }

    private Command succession(int kind) {
        if (kind < 105) {
            return new MergeUnits(any(units), List.of(any(units)), DECISION, day());
        }
        if (kind < 107) {
            return new SplitUnit(any(units), List.of(any(units), any(units)), DECISION, day());
        }
        return kind < 108 || ends.isEmpty()
                ? new RenameUnit(any(units), "Tên mới " + ids, DECISION, day())
                : Objects.requireNonNull(ends.get(any(ends.keySet())));
    }

    private static UndoUnitChange undo(UnitId unit, UnitChange change, LocalDate day) {
        return new UndoUnitChange(unit, change, day, REASON);
    }

    private void note(Command command) {
        switch (command) {
            case RecordAssistance record -> help.put(record.assistance(), asCounted(record));
            case MergeUnits merged ->
                merged.from().forEach(unit -> ends.put(unit, undo(unit, UnitChange.MERGED, merged.effectiveFrom())));
            case SplitUnit split -> ends.put(split.unit(), undo(split.unit(), UnitChange.SPLIT, split.effectiveFrom()));
            case UndoUnitChange undone -> ends.remove(undone.unit());
            case CorrectAssistance right -> {
                RecordAssistance was = Objects.requireNonNull(help.get(right.assistance()));
                help.put(
                        right.assistance(),
                        new RecordAssistance(
                                was.assistance(),
                                was.team(),
                                was.household(),
                                was.business(),
                                was.walkIn(),
                                Objects.requireNonNull(right.helpers()),
                                right.content(),
                                null,
                                REASON));
            }
            case VoidAssistance gone -> {
                if (restoresHelp) {
                    gone(new RestoreAssistance(gone.assistance(), REASON), gone.assistance(), help);
                } else {
                    help.remove(gone.assistance());
                }
            }
            case ScheduleOutreach scheduled -> planned.put(scheduled.session(), scheduled);
            case HoldOutreach held -> sessions.put(held.session(), held.holding());
            case CorrectOutreach right -> sessions.put(right.session(), right.holding());
            case VoidOutreach gone -> gone(new RestoreOutreach(gone.session(), REASON), gone.session(), sessions);
            case ScheduleTraining scheduled ->
                trainings.put(scheduled.training(), new Attendance(scheduled.on(), 3, List.of()));
            case HoldTraining held -> trainings.put(held.training(), held.attendance());
            case CorrectAttendance right -> trainings.put(right.training(), right.attendance());
            case VoidTraining gone -> gone(new RestoreTraining(gone.training(), REASON), gone.training(), trainings);
            case RestoreAssistance _, RestoreOutreach _, RestoreTraining _ ->
                Objects.requireNonNull(voided.remove(command)).run();
            default -> {
                // no record
            }
        }
    }

    private <I, V> void gone(Command restoring, I id, Map<I, V> records) {
        V was = Objects.requireNonNull(records.remove(id));
        voided.put(restoring, () -> records.put(id, was));
    }

    /** A person without a household is counted in what the unit had become by the day of the help. */
    private RecordAssistance asCounted(RecordAssistance record) {
        UnitId unit = record.walkIn() == null
                ? null
                : ((AssistanceRecorded)
                                events(record.assistance().value()).findFirst().orElseThrow())
                        .beneficiary()
                        .unit();
        return new RecordAssistance(
                record.assistance(),
                record.team(),
                record.household(),
                record.business(),
                unit,
                record.helpers(),
                record.content(),
                null,
                REASON);
    }

    /** The help that stands, as it was last corrected. */
    List<RecordAssistance> help() {
        return List.copyOf(help.values());
    }

    /** Records that could not be recorded now as they stand: every one is sent again, in a dry run. */
    Set<String> unfit() {
        Set<String> unfit = new HashSet<>();
        try (DryRun dryRun = DryRun.over(side, "tester")) {
            help.forEach((id, record) -> {
                if (refused(
                        dryRun,
                        new RecordAssistance(
                                new AssistanceId(newId()),
                                record.team(),
                                record.household(),
                                record.business(),
                                record.walkIn(),
                                record.helpers(),
                                record.content(),
                                null,
                                REASON))) {
                    unfit.add("ASSISTANCE " + id);
                }
            });
            sessions.forEach((id, holding) -> {
                if (unfitSession(dryRun, Objects.requireNonNull(planned.get(id)), holding)) {
                    unfit.add("OUTREACH " + id);
                }
            });
            trainings.forEach((id, attendance) -> {
                TrainingId again = new TrainingId(newId());
                if (!attendance.attendees().isEmpty()
                        && (refused(
                                        dryRun,
                                        new ScheduleTraining(
                                                again,
                                                List.of(ServiceCategory.VNEID),
                                                Organiser.PEOPLES_COMMITTEE,
                                                null,
                                                attendance.on(),
                                                3))
                                || refused(dryRun, new HoldTraining(again, attendance)))) {
                    unfit.add("TRAINING " + id);
                }
            });
        }
        households.stream().filter(this::unfitCharge).forEach(id -> unfit.add("ASSIGNMENT " + id));
        return unfit;
    }

    private static boolean refused(DryRun dryRun, Command command) {
        try {
            dryRun.send(command, true);
            return false;
        } catch (RuleViolatedException e) {
            return true;
        } catch (AlreadyExistsException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing is planned in a unit after its end, so the two rules about the team are asked then. */
    private boolean unfitSession(DryRun dryRun, ScheduleOutreach was, Holding holding) {
        LocalDate day = holding.heldOn();
        if (UnitSuccession.of(unit(was.unit())).linksOn(day).gone()) {
            Team team = team(was.team());
            return !team.covers(was.unit(), day, lineage(day))
                    || !holding.holders().stream().allMatch(holder -> team.wasActive(holder, day));
        }
        OutreachId again = new OutreachId(newId());
        return refused(dryRun, plan(again, was.team(), was.unit(), day))
                || refused(dryRun, new HoldOutreach(again, holding));
    }

    private Team team(TeamId team) {
        return Team.of(events(team.value()).map(TeamEvent.class::cast).toList());
    }

    List<UnitEvent> unit(UnitId unit) {
        return events(unit.value()).map(UnitEvent.class::cast).toList();
    }

    /** An assignment cannot be sent again while it stands, so its two rules are asked. */
    private boolean unfitCharge(HouseholdId household) {
        Responsible responsible = null;
        LocalDate since = FIRST;
        List<DomainEvent> events = events(household.value()).toList();
        for (DomainEvent event : events) {
            switch (event) {
                case HouseholdAssigned assigned -> {
                    responsible = assigned.to();
                    since = assigned.effectiveFrom();
                }
                case HouseholdReassigned passed -> {
                    responsible = passed.to();
                    since = passed.effectiveFrom();
                }
                case HouseholdUnassigned ended -> responsible = null;
                default -> {
                    // says nothing about who is responsible
                }
            }
        }
        if (responsible == null) {
            return false;
        }
        Team team = team(responsible.team());
        return !team.wasActive(responsible.member(), since) || !team.covers(home(events, since), since, lineage(since));
    }

    UnitLineage lineage(LocalDate day) {
        return new UnitLineage(unit -> UnitSuccession.of(unit(unit)).linksOn(day));
    }

    private static UnitId home(List<DomainEvent> events, LocalDate day) {
        UnitId home = ((HouseholdRegistered) events.getFirst()).unit();
        for (DomainEvent event : events) {
            if (event instanceof HouseholdRelocated moved
                    && !moved.effectiveFrom().isAfter(day)) {
                home = moved.unit();
            } else if (event instanceof HouseholdReturned back
                    && !back.effectiveFrom().isAfter(day)) {
                home = back.unit();
            }
        }
        return home;
    }

    Stream<DomainEvent> events(String aggregate) {
        return new ArrayList<>(ledger.aggregate(aggregate, 0, 10_000)).stream().map(codec::decode);
    }

    @Override
    public void close() {
        side.close();
    }
}
