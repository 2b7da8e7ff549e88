package vn.soto.query.reading;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackSampleDrawn;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.audit.CallBackSelection;
import vn.soto.contracts.audit.CallBackStratum;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.goal.Bound;
import vn.soto.contracts.goal.CampaignEvent.CampaignPlanned;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.IndicatorGoal;
import vn.soto.contracts.goal.Measure;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.person.DataRequestEvent.DataRequestReceived;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.DataRequestKind;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.contracts.practice.PracticeEvent.PracticeDescribed;
import vn.soto.contracts.practice.PracticeEvent.PracticeTakenUp;
import vn.soto.contracts.practice.PracticeId;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.stipend.StipendContent;
import vn.soto.contracts.stipend.StipendLine;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Tail;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.QuerySideFixture;

/**
 * A province {@code p} with the communes {@code c-in} and {@code c-out}, each with one of everything in its one
 * residential unit. Accounts of every role have rights in {@code c-in} and over the whole.
 */
final class TwoCommunes {

    static final LocalDate DAY = LocalDate.of(2026, 1, 10);
    static final Instrument DECISION = new Instrument("12/QĐ-UBND", LocalDate.of(2026, 1, 5));
    private static final UnitId PROVINCE = new UnitId("p");
    private static final List<ServiceCategory> TOPICS = List.of(ServiceCategory.VNEID);

    final EventLog log = new EventLog();
    /** Numbers of the commits of the records of help, by side. */
    final Map<String, Long> commits;

    /** Numbers of the commits in which a household asks what is kept about it. */
    final Map<String, Long> askedOf = new HashMap<>();

    final Map<String, String> correlations;

    /** Positions of the events of those commits. */
    final Map<String, Long> positions;

    TwoCommunes() {
        log.write(new UnitEstablished(PROVINCE, UnitKind.PROVINCE, "Bình Dương", "74", null, DECISION, DAY));
        stipends(PROVINCE);
        Commit in = commune("in", "Lan");
        Commit out = commune("out", "Hùng");
        commits = Map.of("in", in.number(), "out", out.number());
        positions = Map.of("in", in.first(), "out", out.first());
        correlations = Map.of("in", in.correlation(), "out", out.correlation());
        accounts();
    }

    /** Help to a walk-in that did it alone, as detectors point to where there is no other. */
    private static AssistanceRecorded performedAlone(
            String side, int record, TeamId team, MemberId leader, UnitId unit) {
        return new AssistanceRecorded(
                new AssistanceId("w-" + side + "-" + record),
                team,
                Beneficiary.walkIn(unit),
                List.of(new CreditShare(leader, 100)),
                new AssistanceContent(
                        List.of(PlanCatalogue.version1().services().getFirst().code()),
                        Channel.PHONE,
                        Mode.SELF_PERFORMED,
                        VietnamTime.start(DAY).plusSeconds(36_000L + record * 3_677L)),
                TOPICS,
                null,
                null);
    }

    /** One of everything; returns the commit of the record of help. */
    private Commit commune(String side, String name) {
        UnitId commune = new UnitId("c-" + side);
        UnitId unit = new UnitId("r-" + side);
        TeamId team = new TeamId("t-" + side);
        MemberId leader = new MemberId("leader-" + side);
        MemberId member = new MemberId("member-" + side);
        HouseholdId household = new HouseholdId("h-" + side);
        OrganisationId organisation = new OrganisationId("o-" + side);
        log.write(
                new UnitEstablished(commune, UnitKind.WARD, "Phường " + side, null, PROVINCE, DECISION, DAY),
                new UnitEstablished(unit, UnitKind.NEIGHBOURHOOD, "Khu phố " + side, null, commune, DECISION, DAY));
        log.write(new TeamFormed(
                team,
                TeamLevel.HAMLET,
                "Tổ " + side,
                DECISION,
                List.of(unit),
                List.of(
                        new FoundingMember(leader, MemberOrigin.NEIGHBOURHOOD_HEAD),
                        new FoundingMember(member, MemberOrigin.YOUTH_UNION)),
                leader,
                DAY));
        log.write(new MemberProfileRecorded(
                member, QuerySideFixture.KEYS.seal(Subject.of(member), "name", "Nguyễn Thị " + name), null));
        log.write(new HouseholdRegistered(household, unit, "HO-" + side));
        log.write(new HouseholdContactRecorded(
                household,
                QuerySideFixture.KEYS.seal(Subject.of(household), "headName", "Trần Văn " + name),
                QuerySideFixture.KEYS.seal(Subject.of(household), "phone", "0903000" + side),
                null));
        log.write(new HouseholdAssigned(household, unit, new Responsible(team, member), DAY));
        log.write(new BusinessRegistered(
                new BusinessId("b-" + side), BusinessKind.HOUSEHOLD_BUSINESS, unit, "HKD-" + side, null));
        log.write(new SupportRequestReceived(
                new SupportRequestId("q-" + side),
                unit,
                household,
                RequestSource.HOTLINE,
                TOPICS,
                VietnamTime.day(EventLog.START),
                VietnamTime.day(EventLog.START).plusDays(5),
                null,
                null,
                null));
        log.write(new OutreachScheduled(
                new OutreachId("s-" + side), team, unit, EventLog.START, TOPICS, OutreachChannel.RESIDENTS_MEETING));
        log.write(new OrganisationRegistered(organisation, "Đoàn " + side, OrganisationKind.YOUTH_UNION));
        log.write(new SupportBegun(organisation, team, DAY));
        TrainingId training = new TrainingId("g-" + side);
        log.write(new TrainingScheduled(training, TOPICS, Organiser.PEOPLES_COMMITTEE, null, DAY, 3));
        log.write(new TrainingHeld(training, TOPICS, new Attendance(DAY, 3, List.of(new Attendee(team, member)))));
        LocalDate today = VietnamTime.day(EventLog.START);
        Commit asked = log.write(new DataRequestReceived(
                new DataRequestId("d-" + side),
                Subject.of(household),
                DataRequestKind.ACCESS,
                false,
                today,
                today.plusDays(2),
                today.plusDays(10)));
        askedOf.put(side, asked.number());
        for (int record = 0; record < 25; record++) {
            log.write(performedAlone(side, record, team, leader, unit));
        }
        log.write(new CallBackSampleDrawn(
                new CallBackSampleId("k-sample-" + side),
                commune,
                new Quarter(2026, 1),
                CallBackSelection.ALL,
                null,
                1,
                30,
                List.of(new CallBackStratum(
                        team, leader, 25, "ab".repeat(32), List.of(new AssistanceId("w-" + side + "-0")))),
                "ef".repeat(32),
                log.ledger.tail().number()));
        log.write(new CampaignPlanned(
                new CampaignId("k-" + side),
                unit,
                "Chữ ký số",
                today,
                today.plusDays(30),
                List.of(new IndicatorGoal("S.digital-signature", new Goal(Bound.AT_LEAST, 50, Measure.COUNT))),
                null));
        round("v-" + side, RoundKind.INDIVIDUAL, unit, team);
        PracticeId practice = new PracticeId("e-" + side);
        log.write(new PracticeDescribed(practice, team, "Bàn hướng dẫn tại chợ", "Ngồi ở cổng chợ."));
        log.write(new PracticeTakenUp(practice, new TeamId("t-other"), team, DAY));
        stipends(unit, new StipendLine(team, member, List.of(), List.of(DAY), List.of(), 150_000, List.of(1L)));
        plan("l-" + side, "h-" + side, "tester");
        return help("a-" + side, team, household, unit, member);
    }

    /**
     * Households of {@code r-in} that were helped there and moved to {@code r-out}: {@code h-moved} from tomorrow on,
     * {@code h-passed} to the other team at once. The business {@code b-moved} moves from tomorrow on. Then two days
     * pass. Returns the commits that say where they are.
     */
    List<Commit> movedAway() {
        UnitId here = new UnitId("r-in");
        UnitId there = new UnitId("r-out");
        TeamId team = new TeamId("t-in");
        Responsible responsible = new Responsible(team, new MemberId("member-in"));
        Responsible other = new Responsible(new TeamId("t-out"), new MemberId("member-out"));
        for (String name : List.of("moved", "passed")) {
            HouseholdId household = new HouseholdId("h-" + name);
            log.write(new HouseholdRegistered(household, here, "HO-" + name));
            log.write(new HouseholdAssigned(household, here, responsible, DAY));
            help("a-" + name, team, household, here, responsible.member());
        }
        HouseholdId moved = new HouseholdId("h-moved");
        HouseholdId passed = new HouseholdId("h-passed");
        BusinessId business = new BusinessId("b-moved");
        LocalDate next = today().plusDays(1);
        List<Commit> told = new ArrayList<>();
        told.add(log.write(
                new HouseholdRelocated(moved, here, there, responsible, next),
                new HouseholdUnassigned(moved, there, responsible, UnassignmentCause.MOVED_OUT_OF_COVERAGE, next)));
        told.add(log.write(new RelocationCorrected(moved, there, here, there, next, next.plusDays(1))));
        told.add(log.write(new AssignmentCorrected(moved, there, null, responsible, DAY, DAY.plusDays(1))));
        told.add(log.write(new HouseholdRelocated(passed, here, there, responsible, DAY.plusDays(1))));
        told.add(log.write(new HouseholdReassigned(passed, there, responsible, other, DAY.plusDays(1))));
        told.add(log.write(new HouseholdMerged(passed, there, new HouseholdId("h-out"), List.of(team))));
        told.add(log.write(new HouseholdSeparated(passed, there, new HouseholdId("h-out"), List.of(team))));
        log.write(new BusinessRegistered(business, BusinessKind.HOUSEHOLD_BUSINESS, here, "HKD-moved", null));
        told.add(log.write(new BusinessRelocated(business, here, there, next)));
        log.clock.set(log.clock.instant().plus(Duration.ofDays(3)));
        log.write(new UnitRenamed(PROVINCE, "Tỉnh Bình Dương", DECISION, DAY));
        return told;
    }

    private Commit help(String id, TeamId team, HouseholdId household, UnitId unit, MemberId member) {
        return log.write(new AssistanceRecorded(
                new AssistanceId(id),
                team,
                Beneficiary.of(household, unit),
                List.of(new CreditShare(member, 100)),
                new AssistanceContent(
                        List.of(PlanCatalogue.version1().services().getFirst().code()),
                        null,
                        Channel.HOME_VISIT,
                        Mode.SELF_PERFORMED,
                        AssistanceOutcome.DONE,
                        EventLog.START,
                        null),
                TOPICS,
                new Responsible(team, member),
                null));
    }

    /** A round that is scored. */
    private void round(String id, RoundKind kind, UnitId unit, TeamId team) {
        RoundOpened round = new RoundOpened(
                new RoundId(id), unit, kind, 1, List.of(QuarterCalendar.CALENDAR.days(new Quarter(2026, 3))), 1, 0);
        log.write(round);
        Tail tail = log.ledger.tail();
        log.write(RoundScored.of(
                1,
                RoundScoring.of(ScoringRules.get(1), round.scope(List.of(team)), new RoundFacts(List.of(team))),
                tail.number(),
                tail.chain().toString(),
                DAY));
    }

    private void stipends(UnitId unit, StipendLine... lines) {
        log.write(new StipendStatementComputed(
                unit,
                StipendPeriod.parse("2026-06"),
                1,
                StipendContent.of(List.of(1), List.of(lines), List.of()),
                0,
                "ab".repeat(32),
                "tester"));
    }

    long plan(String id, String household, String actor) {
        return plan(id, actor, aboutHousehold("unassign-household", household));
    }

    static PlanStep aboutHousehold(String command, String household) {
        return new PlanStep(0, command, "{\"household\":\"" + household + "\",\"effectiveFrom\":\"2026-07-01\"}");
    }

    long plan(String id, String actor, PlanStep... steps) {
        PlanId plan = new PlanId(id);
        String digest = "cd".repeat(32);
        log.write(new PlanPartRecorded(plan, 0, 0, "00".repeat(32), digest, List.of(steps), "ab".repeat(16)));
        return log.write(
                        actor,
                        null,
                        null,
                        new PlanSubmitted(
                                plan,
                                steps.length == 1 ? PlanKind.PROPOSAL : PlanKind.HAND_OVER,
                                steps.length,
                                1,
                                digest,
                                actor,
                                true,
                                null,
                                List.of("unassign-household"),
                                new SecondPerson(List.of("OFFICER", "ADMINISTRATOR"), true)))
                .number();
    }

    private void accounts() {
        log.write(new RoleHolderListed(Role.ADMINISTRATOR, new AccountId("province-administrator")));
        grant("province-administrator", Role.ADMINISTRATOR, Area.WHOLE);
        grant("administrator", Role.ADMINISTRATOR, Area.of(new UnitId("c-in")));
        grant("officer", Role.OFFICER, Area.of(new UnitId("c-in")));
        grant("auditor", Role.AUDITOR, Area.WHOLE);
        grant("commune-auditor", Role.AUDITOR, Area.of(new UnitId("c-in")));
        grant("viewer", Role.VIEWER, Area.of(new UnitId("c-in")));
        grant("province-viewer", Role.VIEWER, Area.WHOLE);
        grant("operator", Role.OPERATOR, Area.WHOLE);
        grant("organisation-officer", Role.ORGANISATION_OFFICER, Area.of(new OrganisationId("o-in")));
        grant("account-in", Role.OFFICER, Area.of(new UnitId("c-in")));
        grant("account-out", Role.OFFICER, Area.of(new UnitId("c-out")));
        link("member", "member-in");
        link("leader", "leader-in");
    }

    GrantId grant(String account, Role role, Area area) {
        return grant(account, role, area, null);
    }

    GrantId grant(String account, Role role, Area area, @Nullable LocalDate lastDay) {
        GrantId grant = new GrantId("grant-" + account);
        log.write(new RoleGranted(
                new AccountId(account), grant, role, area, DAY, lastDay, null, GrantApproval.BY_ONE_PERSON));
        return grant;
    }

    void end(String account, LocalDate lastDay) {
        log.write(new GrantEnded(new AccountId(account), new GrantId("grant-" + account), lastDay));
    }

    private void link(String account, String member) {
        log.write(new AccountLinked(new AccountId(account), LinkedPerson.of(new MemberId(member)), DAY));
    }

    LocalDate today() {
        return LocalDate.ofInstant(log.clock.instant(), ZoneOffset.ofHours(7));
    }

    QuerySideFixture side() {
        return QuerySideFixture.inMemory(log).upTo(log.ledger.tail().number());
    }
}
