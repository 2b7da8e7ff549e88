package vn.soto.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.soto.plans.imports.ImportFixture.DAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.axon.UuidV7;
import vn.soto.command.dispatch.AccessRefusal;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.command.dispatch.MachineCommands;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.HolderId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.StepRefusal;
import vn.soto.contracts.report.NamedContent;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportSampleId;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.access.AccessCommand.EndGrant;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.household.HandOver.Receiver;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.CorrectHousehold;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.reach.OutOfReachException;
import vn.soto.domain.reach.ReachRule;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.report.ReportSampleCommand.DrawReportSample;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.plans.AcceptancePlanner;
import vn.soto.plans.HandOverPlanner;
import vn.soto.plans.imports.lookup.TerritoryIndex;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.Format;

/** Files and plans of an officer of Minh Thạnh, in a ledger that says who may do what. */
@Tag("threads")
@Tag("slow")
final class PlansWithRightsTest {

    private static final String HEADER = "Địa bàn;Xã;Mã hộ;Tổ;Mã thành viên;Từ ngày";
    private static final PlanId PLAN = new PlanId("plan-1");
    private static final UnitId HAMLET = new UnitId("u-hamlet-1");
    private static final UnitId OTHER_HAMLET = new UnitId("u-hamlet-3");
    private static final HouseholdId HOUSEHOLD = new HouseholdId("h-1");
    private static final HouseholdId OTHER_HOUSEHOLD = new HouseholdId("h-2");
    private static final String REASON = "Theo phân công";
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 20);

    @AutoClose
    private final ImportFixture fixture = new ImportFixture();

    private int sent;

    PlansWithRightsTest() {
        fixture.send(new RegisterHousehold(HOUSEHOLD, HAMLET, "HO-1"));
        fixture.send(new RegisterHousehold(OTHER_HOUSEHOLD, OTHER_HAMLET, "HO-2"));
        new FirstAdministrator(fixture.ledger, fixture.ledger, fixture.codec, UuidV7.system(), fixture.clock)
                .record(new AccountId("an"));
        grant("binh", "u-commune");
        grant("chi", "u-commune");
        grant("dung", "u-ward");
        grant("em", "u-province");
    }

    private void grant(String account, String unit) {
        fixture.send(new GrantRole(
                new AccountId(account),
                new GrantId("g-" + account),
                Role.OFFICER,
                Area.of(new UnitId(unit)),
                DAY,
                null,
                null,
                REASON));
        new MachineCommands(fixture.ledger, fixture.ledger, fixture.codec, UuidV7.system(), fixture.clock)
                .confirm(new AccountId(account));
    }

    private void submit(PlanKind kind, Command... commands) {
        fixture.plans.submitCommands(PLAN, kind, Stream.of(commands).iterator(), "binh");
    }

    private void approve(String account) {
        approve(account, PLAN);
    }

    private void approve(String account, PlanId plan) {
        approve(account, plan, null);
    }

    private void approve(String account, PlanId plan, @Nullable String shown) {
        UUID id = new UUID(0x7000L, 0x8000_0000_0000_0000L + sent++);
        fixture.side
                .gateway()
                .submit(
                        new CommandRequest(id, account, Set.of(Role.OFFICER), "duyệt"),
                        new ApprovePlan(plan, null, shown));
    }

    private static void isDenied(RuntimeException refused) {
        assertThat(((RuleViolatedException) refused).rule()).isInstanceOf(ReachRule.class);
    }

    private Upload byBinh(ImportKind kind, String... lines) {
        return new Upload(kind, Format.CSV, String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8), "binh");
    }

    @Test
    void theDryRunShowsTheRowsOfAnotherCommuneAndTheRestIsRecorded() {
        Upload file = byBinh(ImportKind.HOUSEHOLDS, HEADER, "Ấp 3;Hòa Phú;HO-7;;;", "Ấp 3;Minh Thạnh;HO-8;;;");

        DryRunReport report = fixture.dryRun(file);

        assertThat(report.wrong()).isEqualTo(1);
        assertThat(report.findings())
                .extracting(Finding::row, Finding::code)
                .containsExactly(tuple(2, "RIGHT_REACHES_THE_PLACE"));
        PlanProgressed done =
                fixture.complete(fixture.imports.carryOut(file, true).plan().plan());
        assertThat(done.done()).isEqualTo(1);
        assertThat(done.refused()).isZero();
    }

    @Test
    void aFileTellsNothingAboutWhatAnotherCommuneHasRecorded() {
        Upload other = new Upload(
                ImportKind.HOUSEHOLDS,
                Format.CSV,
                String.join("\r\n", HEADER, "Ấp 3;Hòa Phú;HO-7;;;").getBytes(StandardCharsets.UTF_8),
                "dung");
        fixture.complete(fixture.imports.carryOut(other, false).plan().plan());

        DryRunReport report =
                fixture.dryRun(byBinh(ImportKind.HOUSEHOLDS, HEADER, "Ấp 3;Hòa Phú;HO-7;;;", "Ấp 3;Hòa Phú;HO-8;;;"));

        assertThat(report.repeated()).isZero();
        assertThat(report.findings())
                .extracting(Finding::row, Finding::code)
                .containsExactly(tuple(2, "RIGHT_REACHES_THE_PLACE"), tuple(3, "RIGHT_REACHES_THE_PLACE"));
    }

    @Test
    void aFileDoesNotTellWhoIsErasedInAnotherCommune() {
        String header = "Địa bàn;Xã;Mã hộ;Chủ hộ";
        String row = "Ấp 3;Hòa Phú;HO-7;Trần Thị Mai";
        Upload other = new Upload(
                ImportKind.HOUSEHOLDS,
                Format.CSV,
                String.join("\r\n", header, row).getBytes(StandardCharsets.UTF_8),
                "dung");
        fixture.complete(fixture.imports.carryOut(other, false).plan().plan());
        HouseholdId erased = fixture.ledger.events(0, Integer.MAX_VALUE).reversed().stream()
                .map(fixture.codec::decode)
                .filter(HouseholdRegistered.class::isInstance)
                .map(registered -> ((HouseholdRegistered) registered).household())
                .findFirst()
                .orElseThrow();
        fixture.send(new EraseHouseholdData(erased, ErasureBasis.REQUEST_OF_THE_SUBJECT, "theo đơn"));
        fixture.keys.destroy(List.of(Subject.of(erased)));

        DryRunReport report =
                fixture.dryRun(byBinh(ImportKind.HOUSEHOLDS, header, row, "Ấp 3;Hòa Phú;HO-8;Trần Thị Mai"));

        assertThat(report.findings())
                .extracting(Finding::row, Finding::code)
                .containsExactly(tuple(2, "RIGHT_REACHES_THE_PLACE"), tuple(3, "RIGHT_REACHES_THE_PLACE"));
    }

    /** The household of that code is looked for where it lives now, and found as it was registered: within the reach of binh. */
    @Test
    void aFileDoesNotTellWhereAHouseholdHasMovedTo() {
        fixture.send(new RelocateHousehold(HOUSEHOLD, OTHER_HAMLET, TODAY));

        DryRunReport report =
                fixture.dryRun(byBinh(ImportKind.HOUSEHOLDS, HEADER, "Ấp 3;Hòa Phú;HO-1;;;", "Ấp 3;Hòa Phú;HO-8;;;"));

        assertThat(report.repeated()).isZero();
        assertThat(report.findings())
                .extracting(Finding::row, Finding::code)
                .containsExactly(tuple(2, "RIGHT_REACHES_THE_PLACE"), tuple(3, "RIGHT_REACHES_THE_PLACE"));
        assertThat(report.findings().getFirst().arguments())
                .isEqualTo(report.findings().getLast().arguments());
    }

    @Test
    void aFileWithRowsOfAnotherCommuneIsRefusedAccessOnce() {
        List<AccessRefusal> told = new CopyOnWriteArrayList<>();
        fixture.side.refusals().add(told::add);

        fixture.dryRun(byBinh(ImportKind.HOUSEHOLDS, HEADER, "Ấp 3;Hòa Phú;HO-7;;;", "Ấp 3;Hòa Phú;HO-8;;;"));

        assertThat(told)
                .extracting(AccessRefusal::account, AccessRefusal::command, AccessRefusal::rule)
                .containsExactly(tuple("binh", "register-household", "RIGHT_REACHES_THE_PLACE"));
    }

    @Test
    void aMemberAndTheirProfileInOneRowAreWithinTheRightOfWhoEnrolsThem() {
        Upload file = byBinh(
                ImportKind.MEMBERS,
                "Tổ,Mã thành viên,Tổ chức,Ngày vào tổ,Họ và tên,Số điện thoại",
                "team-1,m-sen,Hội phụ nữ,01/04/2026,Nguyễn Thị Sen,0912345678");

        assertThat(fixture.dryRun(file).wrong()).isZero();
        PlanProgressed done =
                fixture.complete(fixture.imports.carryOut(file, false).plan().plan());
        assertThat(done.done()).isEqualTo(2);
    }

    private HandOverPlanner handOvers() {
        return new HandOverPlanner(
                fixture.plans, fixture.side.caseloads(), fixture.register, new TerritoryIndex(fixture.side.teams()));
    }

    @Test
    void theAcceptanceOfASampleOfElsewhereIsAnsweredLikeThatOfNone() {
        Quarter quarter = Quarter.parse("2026-Q1");
        fixture.send(new SubmitQuarterlyReport(new TeamId("team-1"), quarter, null));
        String content = fixture.ledger.events(0, Integer.MAX_VALUE).stream()
                .map(fixture.codec::decode)
                .filter(QuarterlyReportSubmitted.class::isInstance)
                .map(submitted -> ((QuarterlyReportSubmitted) submitted).contentHash())
                .findFirst()
                .orElseThrow();
        ReportSampleId sample = new ReportSampleId("sample-1");
        fixture.send(new DrawReportSample(
                sample,
                new UnitId("u-commune"),
                quarter,
                List.of(new NamedContent(Reporter.of(new TeamId("team-1")), content))));
        AcceptancePlanner acceptances = new AcceptancePlanner(fixture.plans, fixture.ledger, fixture.codec);

        assertThatThrownBy(() -> acceptances.submit(sample, "binh"))
                .hasMessage("ACCEPTOR_HAS_OPENED_THE_SAMPLE[team-1]");
        assertThatThrownBy(() -> acceptances.submit(sample, "dung"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("report-sample sample-1 does not exist");
        assertThatThrownBy(() -> acceptances.submit(new ReportSampleId("sample-9"), "dung"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("report-sample sample-9 does not exist");
    }

    /** The same request sent again, by somebody whose right is over, does not tell what the member has now. */
    @Test
    void aHandOverThatIsRepeatedWithoutARightIsRefused() {
        fixture.send(new AssignHousehold(HOUSEHOLD, new TeamId("team-1"), new MemberId("m-hung"), DAY));
        Responsible hung = new Responsible(new TeamId("team-1"), new MemberId("m-hung"));
        List<Receiver> receivers =
                List.of(Receiver.unlimited(new Responsible(new TeamId("team-1"), new MemberId("m-mai"))));
        UUID request = new UUID(0x7000L, 3);
        assertThat(handOvers()
                        .submit(request, hung, receivers, TODAY, "binh")
                        .plan()
                        .repeat())
                .isFalse();
        assertThat(handOvers()
                        .submit(request, hung, receivers, TODAY, "binh")
                        .plan()
                        .repeat())
                .isTrue();
        fixture.send(new EndGrant(new AccountId("binh"), new GrantId("g-binh"), TODAY.minusDays(1), REASON));

        assertThatThrownBy(() -> handOvers().submit(request, hung, receivers, TODAY, "binh"))
                .isInstanceOf(RuleViolatedException.class);
    }

    @Test
    void howManyHouseholdsAMemberHasIsNotToldOutsideTheArea() {
        HandOverPlanner handOvers = handOvers();
        Responsible hung = new Responsible(new TeamId("team-1"), new MemberId("m-hung"));
        Responsible nobody = new Responsible(new TeamId("team-1"), new MemberId("m-nobody"));
        List<Receiver> receivers = List.of(Receiver.unlimited(nobody));

        for (Responsible member : List.of(hung, nobody)) {
            assertThatThrownBy(() -> handOvers.submit(new UUID(0x7000L, 1), member, receivers, TODAY, "dung"))
                    .isInstanceOfSatisfying(RuleViolatedException.class, PlansWithRightsTest::isDenied);
            assertThatThrownBy(() -> handOvers.submit(new UUID(0x7000L, 2), member, receivers, TODAY, "binh"))
                    .isInstanceOfSatisfying(
                            RuleViolatedException.class,
                            refused ->
                                    assertThat(refused.rule()).isEqualTo(PlanRule.MEMBER_HAS_HOUSEHOLDS_TO_HAND_OVER));
        }
    }

    /** A step may be about what an earlier one creates, so a plan is taken with each, and the step is refused. */
    @Test
    void aStepAboutAHouseholdOfElsewhereIsAnsweredLikeOneAboutNone() {
        for (String id : List.of(OTHER_HOUSEHOLD.value(), "h-nowhere")) {
            PlanId plan = new PlanId("plan-" + id);
            Command left = new MarkHouseholdLeft(new HouseholdId(id), TODAY);
            fixture.plans.submitCommands(
                    plan, PlanKind.HAND_OVER, Stream.of(left).iterator(), "binh");

            assertThat(fixture.complete(plan).refusals())
                    .extracting(StepRefusal::rule, StepRefusal::arguments)
                    .containsExactly(tuple("STEP_IS_ABOUT_SOMETHING_THAT_EXISTS", List.of("household", id)));
        }
    }

    /** Two of one commune learn together no more than one. */
    @Test
    void whoeverApprovesLearnsOfAStepAboutElsewhereWhatOneAboutNoneTells() {
        for (String id : List.of(OTHER_HOUSEHOLD.value(), "h-nowhere")) {
            PlanId plan = new PlanId("plan-" + id);
            Command left = new MarkHouseholdLeft(new HouseholdId(id), TODAY);
            fixture.plans.submitCommands(
                    plan, PlanKind.HAND_OVER, Stream.of(left).iterator(), "binh");

            assertThatThrownBy(() -> approve("chi", plan))
                    .hasMessage("STEP_IS_APPROVED_BY_SOMEONE_WITH_THE_RIGHT[mark-household-left, chi]");
        }
        fixture.running = false;
        submit(
                PlanKind.HAND_OVER,
                new RegisterHousehold(new HouseholdId("h-9"), HAMLET, "HO-9"),
                new AssignHousehold(new HouseholdId("h-9"), new TeamId("team-1"), new MemberId("m-hung"), TODAY));
        approve("chi");
        fixture.running = true;
        assertThat(fixture.complete(PLAN).done()).isEqualTo(2);
    }

    @Test
    void aProposalAboutAHouseholdOfElsewhereIsAnsweredLikeOneAboutNone() {
        for (String id : List.of(OTHER_HOUSEHOLD.value(), "h-nowhere")) {
            assertThatThrownBy(() -> submit(PlanKind.PROPOSAL, new MarkHouseholdLeft(new HouseholdId(id), TODAY)))
                    .hasMessage("household " + id + " does not exist");
        }
    }

    @Test
    void aPlanOfElsewhereIsAnsweredLikeNone() {
        submit(PlanKind.PROPOSAL, new MarkHouseholdLeft(HOUSEHOLD, TODAY));

        assertThatThrownBy(() -> approve("dung")).hasMessage("plan " + PLAN + " does not exist");
        assertThatThrownBy(() -> approve("dung", new PlanId("p-nowhere"))).hasMessage("plan p-nowhere does not exist");
    }

    @Test
    void aStepAboutWhatAnEarlierStepCreatesIsWithinTheRight() {
        submit(
                PlanKind.HAND_OVER,
                new RegisterHousehold(new HouseholdId("h-9"), HAMLET, "HO-9"),
                new AssignHousehold(new HouseholdId("h-9"), new TeamId("team-1"), new MemberId("m-hung"), TODAY));

        assertThat(fixture.complete(PLAN).done()).isEqualTo(2);
    }

    @Test
    void aProposalIsApprovedBySomebodyWithTheRightWhereItActs() {
        submit(PlanKind.PROPOSAL, new MarkHouseholdLeft(HOUSEHOLD, TODAY));

        assertThatThrownBy(() -> approve("dung")).isInstanceOf(OutOfReachException.class);
        approve("chi");

        assertThat(fixture.complete(PLAN).done()).isEqualTo(1);
    }

    /** Whoever read the proposal before the household changed is shown it again. */
    @Test
    void anApprovalIsOfWhatWasShown() {
        submit(PlanKind.PROPOSAL, new MarkHouseholdLeft(HOUSEHOLD, TODAY));
        String before = shown();
        fixture.send(new CorrectHousehold(HOUSEHOLD, "HO-9", REASON));

        assertThatThrownBy(() -> approve("chi", PLAN, before))
                .isInstanceOfSatisfying(
                        RuleViolatedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(PlanRule.PLAN_IS_AS_IT_WAS_SHOWN));
        approve("chi", PLAN, shown());

        assertThat(fixture.complete(PLAN).done()).isEqualTo(1);
    }

    private String shown() {
        String digest = fixture.ledger.events(0, Integer.MAX_VALUE).stream()
                .map(fixture.codec::decode)
                .filter(PlanSubmitted.class::isInstance)
                .map(submitted -> ((PlanSubmitted) submitted).digest())
                .findFirst()
                .orElseThrow();
        return CommandSide.plannedCommandsOf(fixture.ledger, fixture.codec).shown(PLAN, 1, digest);
    }

    @Test
    void anotherAccountOfTheProposerApprovesNothing() {
        fixture.send(new LinkAccount(new AccountId("binh"), null, new HolderId("binh-1"), DAY, REASON));
        fixture.send(new LinkAccount(new AccountId("em"), null, new HolderId("binh-1"), DAY, REASON));
        submit(PlanKind.PROPOSAL, new MarkHouseholdLeft(HOUSEHOLD, TODAY));

        assertThatThrownBy(() -> approve("em"))
                .isInstanceOfSatisfying(
                        RuleViolatedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(PlanRule.PLAN_IS_APPROVED_BY_SOMEONE_ELSE));
    }

    @Test
    void whatWasApprovedRunsAlthoughTheProposersGrantEndsAfterwards() {
        submit(PlanKind.PROPOSAL, new MarkHouseholdLeft(HOUSEHOLD, TODAY));
        fixture.send(new EndGrant(new AccountId("binh"), new GrantId("g-binh"), TODAY, REASON));

        approve("chi");

        assertThat(fixture.complete(PLAN).done()).isEqualTo(1);
    }

    @Test
    void aStepWhoseHouseholdHasMovedOutOfTheAreaMeanwhileIsRefused() {
        List<AccessRefusal> told = new CopyOnWriteArrayList<>();
        fixture.side.refusals().add(told::add);
        submit(PlanKind.PROPOSAL, new MarkHouseholdLeft(HOUSEHOLD, TODAY));
        fixture.send(new RelocateHousehold(HOUSEHOLD, OTHER_HAMLET, TODAY));
        approve("em");

        PlanProgressed progress = fixture.complete(PLAN);

        assertThat(progress.done()).isZero();
        assertThat(fixture.events(PLAN))
                .filteredOn(PlanProgressed.class::isInstance)
                .flatExtracting(event -> ((PlanProgressed) event).refusals())
                .extracting(StepRefusal.class::cast)
                .extracting(StepRefusal::rule)
                .containsExactly("STEP_IS_ABOUT_SOMETHING_THAT_EXISTS");
        assertThat(told)
                .extracting(
                        AccessRefusal::account, AccessRefusal::command, AccessRefusal::rule, AccessRefusal::planStep)
                .containsExactly(tuple("binh", "mark-household-left", "RIGHT_REACHES_THE_PLACE", true));
    }
}
