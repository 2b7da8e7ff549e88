package vn.soto.query.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.business.BusinessEvent.BusinessClosed;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.Consent;
import vn.soto.contracts.household.ConsentEvent.ConsentRecorded;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawalTakenBack;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawn;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdEvent.DuplicatesChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.person.DataRequestEvent.DataRequestAnswered;
import vn.soto.contracts.person.DataRequestEvent.DataRequestCarriedOut;
import vn.soto.contracts.person.DataRequestEvent.DataRequestFlaggedLate;
import vn.soto.contracts.person.DataRequestEvent.DataRequestReceived;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.DataRequestKind;
import vn.soto.contracts.person.DataRequestStep;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.ErasureEvent.ErasureListed;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.PersonEvent.ProcessingRestricted;
import vn.soto.contracts.person.PersonEvent.RestrictionLifted;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.OpenPlansEvent.OpenPlansChanged;
import vn.soto.contracts.plan.PlanEvent.PlanAbandoned;
import vn.soto.contracts.plan.PlanEvent.PlanApproved;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanPaused;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanEvent.PlanResumed;
import vn.soto.contracts.plan.PlanEvent.PlanReversed;
import vn.soto.contracts.plan.PlanEvent.PlanStarted;
import vn.soto.contracts.plan.PlanEvent.PlanStopped;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.contracts.plan.StepRefusal;
import vn.soto.contracts.plan.WaitingPlansEvent.WaitingPlansChanged;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameClaimed;
import vn.soto.ledger.Commit;

/** A small province and a random year of it, the same for the same seed. */
public final class Sample {

    public static final UnitId PROVINCE = new UnitId("p");
    public static final Instrument DECISION = new Instrument("12/QĐ-UBND", LocalDate.of(2026, 1, 5));
    public static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    private static final List<ServiceCode> SERVICES =
            PlanCatalogue.version1().services().stream().map(Service::code).toList();

    public final EventLog scribe = new EventLog();
    final List<UnitId> communes = new ArrayList<>();
    public final List<UnitId> residential = new ArrayList<>();
    final Map<TeamId, List<MemberId>> members = new HashMap<>();
    public final List<TeamId> teams = new ArrayList<>();
    private final Random random;
    private final Map<TeamId, UnitId> unitOf = new HashMap<>();
    private final List<HouseholdId> households = new ArrayList<>();
    private final Map<HouseholdId, UnitId> homes = new HashMap<>();
    private final Map<HouseholdId, Responsible> responsible = new HashMap<>();
    private final Map<HouseholdId, LocalDate> assigned = new HashMap<>();
    private final Map<HouseholdId, HouseholdId> survivors = new HashMap<>();
    private final Map<HouseholdId, SortedSet<TeamId>> helpedBy = new HashMap<>();
    private final List<AssistanceRecorded> records = new ArrayList<>();
    private final Map<AssistanceId, String> eventIds = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private final TeamLife life;

    /** Number of the commit with which the last of {@link #teams} was formed. */
    public final long founded;

    private int ids;

    public Sample(long seed, int steps) {
        this(seed, steps, false);
    }

    /** @param publicToo with outreach and requests between everything else */
    public Sample(long seed, int steps, boolean publicToo) {
        random = new Random(seed);
        PublicWork publicWork = new PublicWork(this, seed);
        life = new TeamLife(this, random);
        establish();
        founded = scribe.ledger.tail().number();
        for (int i = 0; i < steps; i++) {
            step();
            if (publicToo) {
                publicWork.step();
            }
        }
        if (steps > 0) {
            plans();
            Ambitions.write(this);
            personalData();
        }
    }

    private void establish() {
        unit(PROVINCE, UnitKind.PROVINCE, "Bình Dương", null, "74");
        for (int c = 0; c < 3; c++) {
            UnitId commune = new UnitId("c" + c);
            communes.add(commune);
            unit(commune, UnitKind.WARD, "Phường " + c, PROVINCE, "2574" + c);
            for (int r = 0; r < 3; r++) {
                UnitId unit = new UnitId("c" + c + "-r" + r);
                residential.add(unit);
                unit(unit, UnitKind.NEIGHBOURHOOD, "Khu phố " + r, commune, null);
            }
        }
        residential.forEach(unit -> form(List.of(unit)));
        form(List.of(residential.get(0), residential.get(1)));
    }

    /** A household that asked about its data, objected, and had withdrawn a consent by mistake. */
    private void personalData() {
        HouseholdId household = new HouseholdId("h-" + ids++);
        Subject subject = Subject.of(household);
        DataRequestId asked = new DataRequestId("dr-" + ids++);
        scribe.write(new HouseholdRegistered(household, residential.getFirst(), "HO-" + ids));
        scribe.write(new DataRequestReceived(
                asked, subject, DataRequestKind.OBJECTION, false, DAY, DAY.plusDays(4), DAY.plusDays(16)));
        scribe.write(new DataRequestAnswered(asked, subject, DAY.plusDays(1)));
        scribe.write(new ProcessingRestricted(subject, DAY.plusDays(1), asked));
        scribe.write(
                new DataRequestCarriedOut(asked, subject, DAY.plusDays(17)),
                new DataRequestFlaggedLate(
                        asked, subject, DataRequestStep.CARRYING_OUT, DAY.plusDays(16), DAY.plusDays(17)));
        scribe.write(new RestrictionLifted(subject, DAY.plusDays(30)));
        scribe.write(new DataRequestReceived(
                new DataRequestId("dr-" + ids++),
                subject,
                DataRequestKind.ACCESS,
                false,
                DAY.plusDays(30),
                DAY.plusDays(33),
                DAY.plusDays(40)));
        scribe.write(new ConsentWithdrawn(household, ConsentPurpose.PHOTO, DAY.plusDays(31)));
        scribe.write(new ConsentWithdrawalTakenBack(household, ConsentPurpose.PHOTO, DAY.plusDays(31)));
    }

    /** One plan of two parts that stops once, and the plan that reverses it. */
    private void plans() {
        PlanId plan = new PlanId("plan-" + ids++);
        PlanId undo = new PlanId("plan-" + ids++);
        String digest = "ab".repeat(32);
        scribe.writeTogether(
                "plan-" + plan,
                new PlanPartRecorded(plan, 0, 0, "00".repeat(32), digest, planned(200), "ab".repeat(16)));
        scribe.writeTogether(
                "plan-" + plan, new PlanPartRecorded(plan, 1, 200, digest, digest, planned(10), "ab".repeat(16)));
        scribe.write(new PlanSubmitted(
                plan,
                PlanKind.REORGANISATION,
                210,
                2,
                digest,
                "tester",
                true,
                null,
                List.of("register-household"),
                new SecondPerson(List.of("OFFICER", "ADMINISTRATOR"), false)));
        scribe.write("second", null, null, new PlanApproved(plan, "second"), new OpenPlansChanged(List.of(plan)));
        scribe.write(new WaitingPlansChanged("first", List.of()));
        scribe.write(new PlanStarted(plan));
        scribe.write(
                new PlanProgressed(
                        plan, 1, 150, 150, 0, 0, List.of(new StepRefusal(150, 152, "REPORT_IS_LATE", List.of()))),
                new PlanStopped(plan, 150));
        scribe.write(new PlanResumed(plan, 1, 150));
        scribe.write(new PlanProgressed(plan, 1, 205, 200, 3, 2, List.of(refusal(199), refusal(203))));
        scribe.write(new PlanPaused(plan));
        scribe.write("second", "không cần nữa", null, new PlanAbandoned(plan));
        scribe.write("second", "nhập nhầm", null, new PlanReversed(plan, undo));
        scribe.write(new PlanPartRecorded(undo, 0, 0, "00".repeat(32), digest, planned(1), "ab".repeat(16)));
        scribe.write(new PlanSubmitted(
                undo, PlanKind.UNDO, 1, 1, digest, "second", false, plan, List.of("register-household"), null));
        scribe.write(new PlanStarted(undo));
        scribe.write(new PlanProgressed(undo, 1, 1, 1, 0, 0, List.of()), new PlanCompleted(undo, 1));
    }

    private static StepRefusal refusal(int step) {
        return new StepRefusal(step, step + 2, "UNIT_NAME_IS_FREE_WITHIN_PARENT", List.of("ấp " + step));
    }

    private static List<PlanStep> planned(int steps) {
        return IntStream.range(0, steps)
                .mapToObj(step -> new PlanStep(step + 2, step == 7 ? null : "establish-unit", "{}"))
                .toList();
    }

    private void unit(
            UnitId unit,
            UnitKind kind,
            String name,
            @org.jspecify.annotations.Nullable UnitId parent,
            @org.jspecify.annotations.Nullable String code) {
        UnitEstablished established = new UnitEstablished(unit, kind, name, code, parent, DECISION, DAY);
        if (parent == null) {
            scribe.write(established);
        } else {
            scribe.write(established, new UnitNameClaimed(parent, name, unit));
        }
    }

    private void form(List<UnitId> coverage) {
        TeamId team = new TeamId("team-" + ids++);
        List<MemberId> founders = new ArrayList<>(List.of(member(), member(), member()));
        teams.add(team);
        members.put(team, founders);
        unitOf.put(team, coverage.getFirst());
        scribe.write(new TeamFormed(
                team,
                "Tổ " + team,
                DECISION,
                coverage,
                founders.stream()
                        .map(m -> new FoundingMember(m, MemberOrigin.YOUTH_UNION))
                        .toList(),
                founders.getFirst(),
                DAY));
    }

    MemberId member() {
        return new MemberId("m-" + ids++);
    }

    <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 4 && households.size() > 5) {
            change();
        } else if (dice < 12 || households.isEmpty()) {
            register();
        } else if (dice < 60 || records.isEmpty()) {
            help();
        } else if (dice < 65) {
            lookAgain();
        } else if (dice < 70) {
            callBack();
        } else if (dice < 78) {
            correct();
        } else if (dice < 83) {
            voidRecord();
        } else if (dice < 88) {
            reassign();
        } else if (dice < 96) {
            changeTeam();
        } else {
            submit();
        }
    }

    private void register() {
        TeamId team = any(teams);
        HouseholdId household = new HouseholdId("h-" + ids++);
        UnitId unit = home(team);
        Responsible to = new Responsible(team, any(current(team)));
        households.add(household);
        homes.put(household, unit);
        responsible.put(household, to);
        scribe.write(new HouseholdRegistered(household, unit, "HO-" + ids));
        person(household);
        scribe.write(
                new HouseholdAssigned(household, unit, to, nextDay(household)),
                new CaseloadChanged(to.member(), to.team(), 1, 220));
    }

    /** Number of households in a unit. */
    public long households(String unit) {
        return homes.values().stream().filter(home -> home.value().equals(unit)).count();
    }

    /** Some households have a contact, some of those are erased; what is sealed nobody here opens. */
    private void person(HouseholdId household) {
        Sealed sealed = new Sealed("A".repeat(40) + ids);
        if (ids % 3 == 0) {
            scribe.write(new HouseholdContactRecorded(household, sealed, null, sealed));
        }
        if (ids % 9 == 0) {
            Subject subject = Subject.of(household);
            scribe.write(
                    new PersonalDataErased(subject, ErasureBasis.PURPOSE_MET, null), new ErasureListed(subject, ids));
        }
    }

    public UnitId home(TeamId team) {
        return unitOf.getOrDefault(team, residential.getFirst());
    }

    public List<MemberId> current(TeamId team) {
        return members.getOrDefault(team, List.of());
    }

    private Responsible charge(HouseholdId household) {
        return responsible.getOrDefault(
                household,
                new Responsible(teams.getFirst(), current(teams.getFirst()).getFirst()));
    }

    /** A household passes on in the order of days, as the domain has it. */
    private LocalDate nextDay(HouseholdId household) {
        return assigned.merge(household, day(), (last, day) -> day.isBefore(last) ? last : day);
    }

    LocalDate day() {
        return LocalDate.of(2026, 5, 1).plusDays(random.nextInt(200));
    }

    private void help() {
        HouseholdId household = any(households);
        Responsible who = charge(household);
        Beneficiary beneficiary = beneficiary(household, home(who.team()));
        boolean known = beneficiary.household() != null;
        AssistanceRecorded recorded = new AssistanceRecorded(
                new AssistanceId("a-" + ids++),
                who.team(),
                beneficiary,
                helpers(who.team()),
                content(),
                List.of(),
                known ? who : null,
                null);
        records.add(recorded);
        List<DomainEvent> events = new ArrayList<>(List.of(stated(recorded)));
        if (random.nextInt(8) == 0) {
            events.add(flaggedLate(recorded));
        }
        if (known && random.nextInt(12) == 0) {
            TeamId other = any(teams);
            events.add(new AssistanceRouted(
                    recorded.assistance(),
                    recorded.team(),
                    beneficiary,
                    new Responsible(other, any(current(other))),
                    day()));
        }
        if (known && helpedBy.computeIfAbsent(household, h -> new TreeSet<>()).add(who.team())) {
            events.add(new HouseholdFirstHelped(household, beneficiary.unit(), who.team(), survivors.get(household)));
        }
        Commit commit = scribe.write(who.member().value(), null, null, events.toArray(DomainEvent[]::new));
        eventIds.put(recorded.assistance(), commit.events().getFirst().id());
    }

    /** Mostly a household; a business or somebody who walked in, where the team works. */
    private Beneficiary beneficiary(HouseholdId household, UnitId unit) {
        return switch (random.nextInt(10)) {
            case 0 -> Beneficiary.of(new BusinessId("b-" + random.nextInt(20) + "-" + unit), unit);
            case 1 -> Beneficiary.walkIn(unit);
            default -> Beneficiary.of(household, homes.getOrDefault(household, residential.getFirst()));
        };
    }

    private List<CreditShare> helpers(TeamId team) {
        List<MemberId> members = new ArrayList<>(List.of(any(current(team))));
        if (random.nextInt(4) == 0) {
            members.add(any(current(team)));
        }
        CreditRule rule = random.nextInt(4) == 0 ? CreditRule.FIRST_HELPER : CreditRule.EQUAL_SHARES;
        return CreditShare.split(rule, members.stream().distinct().toList());
    }

    /** With the categories of its services. */
    private static AssistanceRecorded stated(AssistanceRecorded recorded) {
        return new AssistanceRecorded(
                recorded.assistance(),
                recorded.team(),
                recorded.beneficiary(),
                recorded.helpers(),
                recorded.content(),
                categories(recorded.content()),
                recorded.responsible(),
                recorded.note());
    }

    private static List<ServiceCategory> categories(AssistanceContent content) {
        return content.services().stream()
                .flatMap(code -> PlanCatalogue.version1().find(code, DAY).stream())
                .map(Service::category)
                .toList();
    }

    private static AssistanceFlaggedLate flaggedLate(AssistanceRecorded record) {
        return new AssistanceFlaggedLate(
                record.assistance(),
                record.team(),
                record.beneficiary(),
                VietnamTime.day(record.content().occurredAt()),
                30);
    }

    private AssistanceContent content() {
        List<ServiceCode> services = new ArrayList<>(List.of(any(SERVICES)));
        if (random.nextInt(4) == 0) {
            services.add(any(SERVICES));
        }
        Instant occurred = Instant.parse("2026-06-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(24 * 160)));
        LocalDate followUp = VietnamTime.day(occurred).plusDays(1 + random.nextInt(30));
        return new AssistanceContent(
                services,
                random.nextInt(9) == 0 ? "1.004194" : null,
                any(List.of(Channel.values())),
                any(List.of(Mode.values())),
                any(List.of(AssistanceOutcome.values())),
                occurred,
                random.nextInt(3) == 0 ? followUp : null);
    }

    private void correct() {
        AssistanceRecorded record = any(records);
        AssistanceContent content = content();
        List<DomainEvent> events = new ArrayList<>(List.of(new AssistanceCorrected(
                record.assistance(),
                record.team(),
                record.beneficiary(),
                random.nextBoolean() ? null : helpers(record.team()),
                content,
                categories(content),
                null)));
        if (random.nextInt(6) == 0) {
            events.add(new AssistanceFlaggedLate(
                    record.assistance(),
                    record.team(),
                    record.beneficiary(),
                    VietnamTime.day(content.occurredAt()),
                    30));
        }
        scribe.write("leader", "nhập nhầm", eventIds.get(record.assistance()), events.toArray(DomainEvent[]::new));
    }

    private void lookAgain() {
        AssistanceRecorded record = any(records);
        TeamId team = any(teams);
        Responsible by = new Responsible(team, any(current(team)));
        scribe.write(new AssistanceFollowedUp(
                record.assistance(),
                record.team(),
                record.beneficiary(),
                by,
                any(List.of(AssistanceOutcome.values())),
                record.content().occurredAt(),
                random.nextBoolean() ? null : day()));
    }

    private void callBack() {
        AssistanceRecorded record = any(records);
        scribe.write(new AssistanceVerified(
                record.assistance(),
                record.team(),
                record.beneficiary(),
                any(current(record.team())),
                any(List.of(Verification.values())),
                record.content().occurredAt()));
    }

    private void voidRecord() {
        AssistanceRecorded record = records.remove(random.nextInt(records.size()));
        AssistanceEvent voided = new AssistanceVoided(record.assistance(), record.team(), record.beneficiary());
        scribe.write("leader", "trùng", eventIds.get(record.assistance()), voided);
    }

    private void reassign() {
        HouseholdId household = any(households);
        TeamId team = any(teams);
        Responsible to = new Responsible(team, any(current(team)));
        Responsible from = responsible.get(household);
        if (survivors.containsKey(household)) {
            separate(household);
        } else if (from == null) {
            responsible.put(household, to);
            scribe.write(new HouseholdAssigned(household, home(household), to, nextDay(household)));
        } else {
            responsible.put(household, to);
            scribe.write(new HouseholdReassigned(household, home(household), from, to, nextDay(household)));
        }
    }

    private UnitId home(HouseholdId household) {
        return homes.getOrDefault(household, residential.getFirst());
    }

    /** Something happens to a household; those that were helped do not move, so that units add up to distinct households. */
    private void change() {
        HouseholdId household = any(households);
        switch (random.nextInt(7)) {
            case 0 -> unassign(household, UnassignmentCause.DECIDED);
            case 1, 2 -> merge(household, any(households));
            case 3 -> leave(household);
            case 4 -> agree(household);
            case 5 -> business();
            default -> move(household);
        }
    }

    private void unassign(HouseholdId household, UnassignmentCause cause, DomainEvent... because) {
        List<DomainEvent> events = new ArrayList<>(List.of(because));
        Responsible from = responsible.remove(household);
        if (from != null) {
            events.add(new HouseholdUnassigned(household, home(household), from, cause, nextDay(household)));
        }
        if (!events.isEmpty()) {
            scribe.write(events.toArray(DomainEvent[]::new));
        }
    }

    private void merge(HouseholdId household, HouseholdId survivor) {
        if (household.equals(survivor) || survivors.containsKey(survivor) || standsForOthers(household)) {
            return;
        }
        if (survivors.putIfAbsent(household, survivor) == null) {
            unassign(
                    household,
                    UnassignmentCause.MERGED,
                    new HouseholdMerged(household, home(household), survivor, teamsThatHelped(household)),
                    duplicates(survivor));
        }
    }

    private void separate(HouseholdId household) {
        HouseholdId survivor = java.util.Objects.requireNonNull(survivors.remove(household));
        scribe.write(
                new HouseholdSeparated(household, home(household), survivor, teamsThatHelped(household)),
                duplicates(survivor));
    }

    private boolean standsForOthers(HouseholdId household) {
        return survivors.containsValue(household);
    }

    private List<TeamId> teamsThatHelped(HouseholdId household) {
        return List.copyOf(helpedBy.getOrDefault(household, new TreeSet<>()));
    }

    private DuplicatesChanged duplicates(HouseholdId survivor) {
        return new DuplicatesChanged(
                survivor,
                home(survivor),
                households.stream()
                        .filter(one -> survivor.equals(survivors.get(one)))
                        .toList());
    }

    private void leave(HouseholdId household) {
        unassign(household, UnassignmentCause.LEFT, new HouseholdLeft(household, home(household), nextDay(household)));
        scribe.write(new HouseholdReturned(household, home(household), nextDay(household)));
    }

    private void move(HouseholdId household) {
        if (helpedBy.containsKey(household)) {
            return;
        }
        UnitId before = home(household);
        UnitId after = residential.getFirst();
        homes.put(household, after);
        unassign(
                household,
                UnassignmentCause.MOVED_OUT_OF_COVERAGE,
                new HouseholdRelocated(household, before, after, responsible.get(household), nextDay(household)));
        if (random.nextInt(3) == 0 && !survivors.containsKey(household) && !standsForOthers(household)) {
            households.remove(household);
            scribe.write(new RegistrationWithdrawn(household, after));
        }
    }

    private void agree(HouseholdId household) {
        TeamId team = any(teams);
        scribe.write(new ConsentRecorded(
                household,
                new Consent(
                        any(List.of(ConsentPurpose.values())),
                        1 + random.nextInt(3),
                        ConsentMethod.SPOKEN,
                        team,
                        any(current(team)),
                        day())));
        if (random.nextInt(3) == 0) {
            scribe.write(new ConsentWithdrawn(household, any(List.of(ConsentPurpose.values())), day()));
        }
    }

    private void business() {
        BusinessId business = new BusinessId("b-" + ids++);
        UnitId unit = any(residential.subList(1, residential.size()));
        UnitId other = residential.getFirst();
        scribe.write(new BusinessRegistered(business, BusinessKind.COOPERATIVE, unit, "HTX-" + ids, null));
        scribe.write(new BusinessRelocated(business, unit, other, day()));
        scribe.write(new BusinessClosed(business, other, day()));
    }

    private void changeTeam() {
        TeamId team = any(teams);
        List<MemberId> current = current(team);
        switch (random.nextInt(6)) {
            case 4, 5 -> life.change(team);
            case 0 -> {
                MemberId member = member();
                current.add(member);
                scribe.write(new MemberEnrolled(team, member, MemberOrigin.TEACHER, day()));
            }
            case 1 -> {
                if (current.size() > 2) {
                    MemberId member = current.removeFirst();
                    life.forget(team, member);
                    scribe.write(
                            new MembershipEnded(team, member, EndReason.RESIGNED, day()),
                            new TeamFlaggedLeaderless(team, member, day()),
                            new TeamFlaggedUnderstaffed(team, current.size(), 3, day()));
                }
            }
            case 2 -> scribe.write(new LeaderAppointed(team, any(current), day()));
            default -> scribe.write(new TeamStaffingRestored(team, current.size(), 3, day()));
        }
    }

    private void submit() {
        TeamId team = any(teams);
        Quarter quarter = Quarter.parse(random.nextBoolean() ? "2026-Q3" : "2026-Q2");
        int version = versions.merge(team + "/" + quarter, 1, Integer::sum);
        Indicators indicators = new Indicators(team, quarter, QuarterCalendar.CALENDAR);
        scribe.ledger
                .events(0, Integer.MAX_VALUE)
                .forEach(stored -> indicators.on(stored.position(), scribe.decode(stored)));
        scribe.write(new QuarterlyReportSubmitted(
                team,
                quarter,
                QuarterCalendar.CALENDAR,
                version,
                Indicators.VERSION,
                indicators.figures(),
                scribe.ledger.tail().number(),
                scribe.ledger.tail().chain().toString(),
                false,
                null));
    }
}
