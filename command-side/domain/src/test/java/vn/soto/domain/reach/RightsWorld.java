package vn.soto.domain.reach;

import static vn.soto.domain.SampleCommune.ASSISTANCE;
import static vn.soto.domain.SampleCommune.BUSINESS;
import static vn.soto.domain.SampleCommune.COMMUNE;
import static vn.soto.domain.SampleCommune.FAR_HAMLET;
import static vn.soto.domain.SampleCommune.FAR_TEAM;
import static vn.soto.domain.SampleCommune.FOUNDED;
import static vn.soto.domain.SampleCommune.HAMLET;
import static vn.soto.domain.SampleCommune.HOUSEHOLD;
import static vn.soto.domain.SampleCommune.HUNG;
import static vn.soto.domain.SampleCommune.LAN;
import static vn.soto.domain.SampleCommune.MAI;
import static vn.soto.domain.SampleCommune.NOW;
import static vn.soto.domain.SampleCommune.PROVINCE;
import static vn.soto.domain.SampleCommune.TEAM;
import static vn.soto.domain.SampleCommune.TODAY;
import static vn.soto.domain.SampleCommune.TUAN;
import static vn.soto.domain.SampleCommune.assignTo;
import static vn.soto.domain.SampleCommune.establish;
import static vn.soto.domain.SampleCommune.form;
import static vn.soto.domain.SampleCommune.formTeam;
import static vn.soto.domain.SampleCommune.record;
import static vn.soto.domain.SampleCommune.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.audit.FrameRecord;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.goal.Bound;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.IndicatorGoal;
import vn.soto.contracts.goal.Measure;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.DataRequestKind;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanDigest;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.practice.PracticeId;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.report.NamedContent;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportSampleId;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.FixedFigures;
import vn.soto.domain.Scenario;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.audit.CallBackSampleCommand.DrawCallBackSample;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.goal.CampaignCommand.PlanCampaign;
import vn.soto.domain.organisation.OrganisationCommand.RegisterOrganisation;
import vn.soto.domain.organisation.OrganisationCommand.SupportTeam;
import vn.soto.domain.outreach.CommunityGroupCommand.RecordCommunityGroup;
import vn.soto.domain.outreach.OutreachCommand.ScheduleOutreach;
import vn.soto.domain.person.DataRequestCommand.ReceiveDataRequest;
import vn.soto.domain.plan.InternalPlanCommand.RecordPlanPart;
import vn.soto.domain.plan.InternalPlanCommand.SubmitPlan;
import vn.soto.domain.practice.PracticeCommand.DescribePractice;
import vn.soto.domain.recognition.RecognitionCommand.OpenRound;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.report.ReportSampleCommand.DrawReportSample;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.training.TrainingCommand.ScheduleTraining;
import vn.soto.ledger.LedgerAppender;

/**
 * A province with two districts. In the first lies the commune Minh Thạnh with two hamlets and a team in each, in the second
 * the commune Long Hòa with one. Everything that commands may be about lies in the first hamlet of Minh Thạnh. The
 * administrator "an" has granted each role inside, beside and above, and the accounts need what the ledger gives them.
 */
public final class RightsWorld {

    static final UnitId DISTRICT = new UnitId("u-district-1");
    static final UnitId OTHER_DISTRICT = new UnitId("u-district-2");
    static final UnitId OTHER_COMMUNE = new UnitId("u-commune-2");
    static final UnitId OTHER_HAMLET = new UnitId("u-hamlet-3");
    static final TeamId OTHER_TEAM = new TeamId("team-3");
    static final MemberId HOA = new MemberId("m-hoa");
    static final MemberId ENGINEER = new MemberId("m-engineer");
    static final OrganisationId COMPANY = new OrganisationId("company");
    static final OrganisationId OTHER_COMPANY = new OrganisationId("other-company");
    static final OutreachId OUTREACH = new OutreachId("o-1");
    static final CommunityGroupId GROUP = new CommunityGroupId("g-1");
    static final SupportRequestId REQUEST = new SupportRequestId("r-1");
    static final TrainingId TRAINING = new TrainingId("t-1");
    static final DataRequestId DATA_REQUEST = new DataRequestId("d-1");
    static final ReportSampleId SAMPLE = new ReportSampleId("s-1");
    static final CallBackSampleId CALL_BACK_SAMPLE = new CallBackSampleId("b-sample-1");
    static final CampaignId CAMPAIGN = new CampaignId("k-1");
    static final RoundId ROUND = new RoundId("round-1");
    static final PracticeId PRACTICE = new PracticeId("e-1");
    static final PlanId PLAN = new PlanId("p-1");
    static final AccountId VIEWER = new AccountId("viewer");
    static final GrantId GRANT_OF_THE_VIEWER = new GrantId("grant-viewer");
    static final String REASON = "Theo phân công của Ủy ban";

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final DefaultPolicy POLICY = DefaultPolicy.standard();

    /** Made once, and only read: each world goes on with a copy. */
    private static final RightsWorld FIRST = new RightsWorld(new Scenario(CLOCK, POLICY));

    private volatile UnaryOperator<LedgerAppender> appending = UnaryOperator.identity();
    private final Scenario scenario;
    private int grants;

    public RightsWorld() {
        scenario = FIRST.scenario
                .copied(
                        CLOCK,
                        POLICY,
                        ledger -> draft -> appending.apply(ledger).append(draft))
                .as("an");
        grants = FIRST.grants;
        scenario.whereRightsCount();
    }

    private RightsWorld(Scenario scenario) {
        this.scenario = scenario;
        units();
        teams();
        records();
        scenario.firstAdministrator("an", FOUNDED).as("an");
        accounts();
    }

    /** From now on all senders need their rights; nothing else has changed. */
    public Scenario scenario() {
        return scenario;
    }

    /** From now on commits go through this appender. */
    void append(UnaryOperator<LedgerAppender> through) {
        appending = through;
    }

    private void units() {
        scenario.given(
                establish(PROVINCE, UnitKind.PROVINCE, "Bình Dương", "74", null),
                establish(DISTRICT, UnitKind.DISTRICT, "Dầu Tiếng", "720", PROVINCE),
                establish(OTHER_DISTRICT, UnitKind.DISTRICT, "Bàu Bàng", "719", PROVINCE),
                establish(COMMUNE, UnitKind.COMMUNE, "Minh Thạnh", "25780", DISTRICT),
                establish(OTHER_COMMUNE, UnitKind.COMMUNE, "Long Hòa", "25813", OTHER_DISTRICT),
                establish(HAMLET, UnitKind.HAMLET, "Đồng Tâm 1", null, COMMUNE),
                establish(FAR_HAMLET, UnitKind.HAMLET, "Đồng Tâm 2", null, COMMUNE),
                establish(OTHER_HAMLET, UnitKind.HAMLET, "Đồng Tâm 1", null, OTHER_COMMUNE));
    }

    private void teams() {
        scenario.given(
                formTeam(),
                form(FAR_TEAM, FAR_HAMLET, TUAN, HOA, new MemberId("m-2")),
                form(OTHER_TEAM, OTHER_HAMLET, new MemberId("m-3"), new MemberId("m-4"), new MemberId("m-5")),
                new EnrolMember(TEAM, ENGINEER, MemberOrigin.DIGITAL_COMPANY, FOUNDED),
                new RegisterOrganisation(COMPANY, "Công ty Viễn thông", OrganisationKind.TELECOM_COMPANY),
                new RegisterOrganisation(OTHER_COMPANY, "Công ty Công nghệ", OrganisationKind.TECHNOLOGY_COMPANY),
                new SupportTeam(COMPANY, TEAM, FOUNDED),
                new SupportTeam(OTHER_COMPANY, OTHER_TEAM, FOUNDED));
    }

    private void records() {
        List<ServiceCategory> topics = List.of(ServiceCategory.VNEID);
        scenario.given(register(HOUSEHOLD, HAMLET), assignTo(HUNG), record(NOW, HUNG));
        scenario.given(
                new RegisterBusiness(BUSINESS, BusinessKind.COOPERATIVE, HAMLET, "HKD-1", null),
                new ScheduleOutreach(OUTREACH, TEAM, HAMLET, NOW, topics, OutreachChannel.CLASS),
                new RecordCommunityGroup(GROUP, TEAM, 20, TODAY),
                new ReceiveSupportRequest(
                        null, REQUEST, HAMLET, RequestSource.HOTLINE, topics, TODAY, null, null, null),
                new ReceiveDataRequest(DATA_REQUEST, Subject.of(HOUSEHOLD), DataRequestKind.ACCESS, null, TODAY));
        scenario.as("officer-commune")
                .given(new ScheduleTraining(TRAINING, topics, Organiser.PEOPLES_COMMITTEE, null, TODAY, 4));
        scenario.as("officer-commune").given(campaign());
        scenario.given(new OpenRound(
                ROUND, HAMLET, RoundKind.COLLECTIVE, 1, new Quarter(2026, 2), new Quarter(2026, 2), 1, 0));
        scenario.given(new DescribePractice(PRACTICE, TEAM, "Bàn hướng dẫn tại chợ", "Ngồi ở cổng chợ."));
        sample();
        List<PlanStep> steps = List.of(new PlanStep(0, "void-assistance", "{}"));
        String digest = PlanDigest.of(PlanDigest.NONE, steps);
        scenario.given(
                new RecordPlanPart(PLAN, 0, 0, PlanDigest.NONE, steps, "salt"),
                new SubmitPlan(PLAN, PlanKind.PROPOSAL, 1, 1, digest, List.of("void-assistance"), null));
    }

    private static PlanCampaign campaign() {
        return new PlanCampaign(
                CAMPAIGN,
                HAMLET,
                "Chữ ký số cho thanh niên",
                TODAY,
                TODAY.plusDays(30),
                List.of(new IndicatorGoal("S.digital-signature", new Goal(Bound.AT_LEAST, 50, Measure.COUNT))),
                null);
    }

    private void sample() {
        Quarter quarter = new Quarter(2026, 2);
        scenario.whereReportsRead(new FixedFigures().with(COMMUNE, new FrameRecord(ASSISTANCE, TEAM, HUNG)))
                .as("officer-commune")
                .given(new DrawCallBackSample(CALL_BACK_SAMPLE, COMMUNE, new Quarter(2026, 3), null, null, null, null))
                .whereReportsRead(Scenario.FIGURES);
        QuarterlyReportSubmitted report = (QuarterlyReportSubmitted)
                scenario.send(new SubmitQuarterlyReport(TEAM, quarter, null)).getFirst();
        scenario.as("officer-commune")
                .given(new DrawReportSample(
                        SAMPLE, COMMUNE, quarter, List.of(new NamedContent(Reporter.of(TEAM), report.contentHash()))));
    }

    private void accounts() {
        link("member-team", MAI);
        link("member-beside", HOA);
        link("leader-team", LAN);
        link("leader-beside", TUAN);
        grant("officer-hamlet", Role.OFFICER, Area.of(HAMLET));
        grant("officer-commune", Role.OFFICER, Area.of(COMMUNE));
        grant("officer-beside", Role.OFFICER, Area.of(OTHER_COMMUNE));
        grant("officer-district", Role.OFFICER, Area.of(DISTRICT));
        grant("admin-commune", Role.ADMINISTRATOR, Area.of(COMMUNE));
        grant("admin-district", Role.ADMINISTRATOR, Area.of(DISTRICT));
        grant("admin-beside", Role.ADMINISTRATOR, Area.of(OTHER_DISTRICT));
        grant("auditor", Role.AUDITOR, null);
        grant("operator", Role.OPERATOR, null);
        grant("company", Role.ORGANISATION_OFFICER, Area.of(COMPANY));
        grant("company-beside", Role.ORGANISATION_OFFICER, Area.of(OTHER_COMPANY));
        scenario.given(
                new GrantRole(VIEWER, GRANT_OF_THE_VIEWER, Role.VIEWER, Area.of(COMMUNE), FOUNDED, null, null, REASON));
    }

    void grant(String account, Role role, @Nullable Area area) {
        grant(account, role, area, FOUNDED, null);
    }

    GrantId grant(String account, Role role, @Nullable Area area, LocalDate from, @Nullable LocalDate last) {
        GrantId id = new GrantId("grant-" + ++grants);
        scenario.given(new GrantRole(new AccountId(account), id, role, area, from, last, null, REASON));
        return id;
    }

    void link(String account, MemberId member) {
        scenario.given(new LinkAccount(new AccountId(account), member, null, FOUNDED, REASON));
    }
}
