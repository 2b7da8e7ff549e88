package vn.soto.query;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
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
import vn.soto.contracts.plan.Refusal;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.Organisation;
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
final class Sample {

    static final UnitId PROVINCE = new UnitId("p");
    static final Instrument DECISION = new Instrument("12/QĐ-UBND", LocalDate.of(2026, 1, 5));
    static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    final Scribe scribe = new Scribe();
    final List<UnitId> communes = new ArrayList<>();
    final List<UnitId> residential = new ArrayList<>();
    final Map<TeamId, List<MemberId>> members = new HashMap<>();
    final List<TeamId> teams = new ArrayList<>();
    private final Random random;
    private final Map<TeamId, UnitId> unitOf = new HashMap<>();
    private final List<HouseholdId> households = new ArrayList<>();
    private final Map<HouseholdId, UnitId> homes = new HashMap<>();
    private final Map<HouseholdId, Responsible> responsible = new HashMap<>();
    private final Map<HouseholdId, LocalDate> assigned = new HashMap<>();
    private final List<AssistanceRecorded> records = new ArrayList<>();
    private final Map<AssistanceId, String> eventIds = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private int ids;

    Sample(long seed, int steps) {
        random = new Random(seed);
        establish();
        for (int i = 0; i < steps; i++) {
            step();
        }
        if (steps > 0) {
            plans();
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

    /** One plan of two parts that stops once, and the one that takes it back. */
    private void plans() {
        PlanId plan = new PlanId("plan-" + ids++);
        PlanId undo = new PlanId("plan-" + ids++);
        String digest = "ab".repeat(32);
        scribe.write(new PlanPartRecorded(plan, 0, 0, "00".repeat(32), digest, planned(200)));
        scribe.write(new PlanPartRecorded(plan, 1, 200, digest, digest, planned(10)));
        scribe.write(new PlanSubmitted(plan, PlanKind.REORGANISATION, 210, 2, digest, "tester", true, null));
        scribe.write("second", null, null, new PlanApproved(plan, "second"), new OpenPlansChanged(List.of(plan)));
        scribe.write(new PlanStarted(plan));
        scribe.write(
                new PlanProgressed(
                        plan, 1, 150, 150, 0, 0, List.of(new Refusal(150, 152, "REPORT_IS_LATE", List.of()))),
                new PlanStopped(plan, 150));
        scribe.write(new PlanResumed(plan, 1, 150));
        scribe.write(new PlanProgressed(plan, 1, 205, 200, 3, 2, List.of(refusal(199), refusal(203))));
        scribe.write(new PlanPaused(plan));
        scribe.write("second", "không cần nữa", null, new PlanAbandoned(plan));
        scribe.write("second", "nhập nhầm", null, new PlanReversed(plan, undo));
        scribe.write(new PlanPartRecorded(undo, 0, 0, "00".repeat(32), digest, planned(1)));
        scribe.write(new PlanSubmitted(undo, PlanKind.UNDO, 1, 1, digest, "second", false, plan));
        scribe.write(new PlanStarted(undo));
        scribe.write(new PlanProgressed(undo, 1, 1, 1, 0, 0, List.of()), new PlanCompleted(undo, 1));
    }

    private static Refusal refusal(int step) {
        return new Refusal(step, step + 2, "UNIT_NAME_IS_FREE_WITHIN_PARENT", List.of("ấp " + step));
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
                        .map(m -> new FoundingMember(m, Organisation.YOUTH_UNION))
                        .toList(),
                founders.getFirst(),
                DAY));
    }

    private MemberId member() {
        return new MemberId("m-" + ids++);
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void step() {
        int dice = random.nextInt(100);
        if (dice < 12 || households.isEmpty()) {
            register();
        } else if (dice < 70 || records.isEmpty()) {
            help();
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
        scribe.write(
                new HouseholdAssigned(household, unit, to, nextDay(household)),
                new CaseloadChanged(to.member(), to.team(), 1, 220));
    }

    private UnitId home(TeamId team) {
        return unitOf.getOrDefault(team, residential.getFirst());
    }

    private List<MemberId> current(TeamId team) {
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

    private LocalDate day() {
        return LocalDate.of(2026, 5, 1).plusDays(random.nextInt(200));
    }

    private void help() {
        HouseholdId household = any(households);
        Responsible who = charge(household);
        AssistanceRecorded recorded = new AssistanceRecorded(
                new AssistanceId("a-" + ids++),
                who.team(),
                household,
                homes.getOrDefault(household, residential.getFirst()),
                List.of(any(current(who.team()))),
                content());
        records.add(recorded);
        Commit commit = scribe.write(who.member().value(), null, null, recorded);
        eventIds.put(recorded.assistance(), commit.events().getFirst().id());
    }

    private Content content() {
        List<ServiceCategory> services = new ArrayList<>(List.of(any(List.of(ServiceCategory.values()))));
        if (random.nextInt(4) == 0) {
            services.add(any(List.of(ServiceCategory.values())));
        }
        Instant occurred = Instant.parse("2026-06-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(24 * 160)));
        return new Content(services, any(List.of(Channel.values())), any(List.of(Mode.values())), occurred);
    }

    private void correct() {
        AssistanceRecorded record = any(records);
        scribe.write(
                "leader",
                "nhập nhầm",
                eventIds.get(record.assistance()),
                new AssistanceCorrected(
                        record.assistance(), record.team(), record.household(), record.unit(), content()));
    }

    private void voidRecord() {
        AssistanceRecorded record = records.remove(random.nextInt(records.size()));
        AssistanceEvent voided =
                new AssistanceVoided(record.assistance(), record.team(), record.household(), record.unit());
        scribe.write("leader", "trùng", eventIds.get(record.assistance()), voided);
    }

    private void reassign() {
        HouseholdId household = any(households);
        Responsible from = charge(household);
        TeamId team = any(teams);
        Responsible to = new Responsible(team, any(current(team)));
        responsible.put(household, to);
        scribe.write(new HouseholdReassigned(
                household, homes.getOrDefault(household, residential.getFirst()), from, to, nextDay(household)));
    }

    private void changeTeam() {
        TeamId team = any(teams);
        List<MemberId> current = current(team);
        switch (random.nextInt(4)) {
            case 0 -> {
                MemberId member = member();
                current.add(member);
                scribe.write(new MemberEnrolled(team, member, Organisation.TEACHER, day()));
            }
            case 1 -> {
                if (current.size() > 2) {
                    MemberId member = current.removeFirst();
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
                .forEach(stored -> indicators.on(
                        stored.position(),
                        scribe.codec.decode(
                                stored.event().type(), stored.event().payload())));
        scribe.write(new QuarterlyReportSubmitted(
                team,
                quarter,
                QuarterCalendar.CALENDAR,
                version,
                Indicators.VERSION,
                indicators.figures(),
                scribe.ledger.tail().number(),
                scribe.ledger.tail().chain().toString(),
                false));
    }
}
