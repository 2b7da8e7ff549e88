package vn.soto.query;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Outcome;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.assistance.Share;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.policy.CreditRule;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
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

    private static final List<ServiceCode> SERVICES =
            PlanCatalogue.version1().services().stream().map(Service::code).toList();

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

    private List<Share> helpers(TeamId team) {
        List<MemberId> members = new ArrayList<>(List.of(any(current(team))));
        if (random.nextInt(4) == 0) {
            members.add(any(current(team)));
        }
        CreditRule rule = random.nextInt(4) == 0 ? CreditRule.FIRST_HELPER : CreditRule.EQUAL_SHARES;
        return Share.split(rule, members.stream().distinct().toList());
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

    private static List<ServiceCategory> categories(Content content) {
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

    private Content content() {
        List<ServiceCode> services = new ArrayList<>(List.of(any(SERVICES)));
        if (random.nextInt(4) == 0) {
            services.add(any(SERVICES));
        }
        Instant occurred = Instant.parse("2026-06-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(24 * 160)));
        LocalDate followUp = VietnamTime.day(occurred).plusDays(1 + random.nextInt(30));
        return new Content(
                services,
                random.nextInt(9) == 0 ? "1.004194" : null,
                any(List.of(Channel.values())),
                any(List.of(Mode.values())),
                any(List.of(Outcome.values())),
                occurred,
                random.nextInt(3) == 0 ? followUp : null);
    }

    private void correct() {
        AssistanceRecorded record = any(records);
        Content content = content();
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
                any(List.of(Outcome.values())),
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
