package vn.soto.query.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.plan.PlanEvent.PlanApproved;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanEvent.PlanReversed;
import vn.soto.contracts.plan.PlanEvent.PlanStarted;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.contracts.plan.ShownPlan;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Documents;
import vn.soto.projection.MemoryDocuments;
import vn.soto.query.reading.Asker;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.Readers;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;

/** The plan as a second person reads it before approving it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProposedPlanIT {

    private static final HouseholdId HOUSEHOLD = new HouseholdId("01991e3a-0000-7000-8000-000000000001");
    private static final UnitId OLD = new UnitId("ap-1");
    private static final UnitId NEW = new UnitId("ap-2");
    private static final Sealed SECRET = new Sealed("c2VhbGVkLW5hbWUtb2YtYS1wZXJzb24");
    private static final Sealed OTHER_SECRET = new Sealed("YW5vdGhlci1zZWFsZWQtbmFtZS1vZi1h");

    private final EventLog log = new EventLog();

    @AutoClose
    private final QuerySideFixture side;

    private final Json json;

    ProposedPlanIT() {
        log.write(new HouseholdRegistered(HOUSEHOLD, OLD, "HO-7"));
        log.write(new HouseholdContactRecorded(HOUSEHOLD, SECRET, null, null));
        propose("relocation", "relocate-household", """
                {"effectiveFrom":"2026-08-01","household":"%s","unit":"ap-2"}""".formatted(HOUSEHOLD));
        propose("erasure", "erase-household-data", """
                {"basis":"REQUEST_OF_THE_SUBJECT","household":"%s","reason":"REQUEST_OF_PERSON"}""".formatted(HOUSEHOLD));
        propose("contact", "record-household-contact", """
                {"household":"%s","headName":"%s","phone":null,"address":null}""".formatted(HOUSEHOLD, OTHER_SECRET));
        log.write("bình", null, null, new PlanApproved(new PlanId("relocation"), "bình"));
        log.write("an", null, null, new PlanStarted(new PlanId("relocation")));
        log.write(new HouseholdRelocated(HOUSEHOLD, OLD, NEW, null, LocalDate.of(2026, 8, 1)));
        log.write(
                "an",
                null,
                null,
                new PlanProgressed(new PlanId("relocation"), 1, 1, 1, 0, 0, List.of()),
                new PlanCompleted(new PlanId("relocation"), 1));
        log.write("chi", "WRONG_ENTRY", null, new PlanReversed(new PlanId("relocation"), new PlanId("back")));
        submit("back", PlanKind.UNDO, "relocate-household", """
                {"effectiveFrom":"2026-08-01","household":"%s","unit":"ap-1"}""".formatted(HOUSEHOLD), new PlanId("relocation"));
        side = QuerySideFixture.inMemory(log);
        side.upTo(log.ledger.tail().number());
        json = new Json(side.http());
    }

    private void propose(String plan, String command, String content) {
        submit(plan, PlanKind.PROPOSAL, command, content, null);
    }

    private void submit(
            String plan,
            PlanKind kind,
            String command,
            String content,
            @org.jspecify.annotations.Nullable PlanId undoes) {
        PlanId id = new PlanId(plan);
        String digest = "ab".repeat(32);
        log.write(new PlanPartRecorded(
                id, 0, 0, "00".repeat(32), digest, List.of(new PlanStep(0, command, content)), "ab".repeat(16)));
        log.write(
                "an",
                null,
                null,
                new PlanSubmitted(
                        id,
                        kind,
                        1,
                        1,
                        digest,
                        "an",
                        kind == PlanKind.PROPOSAL,
                        undoes,
                        List.of(command),
                        kind == PlanKind.PROPOSAL ? new SecondPerson(List.of("OFFICER"), true) : null));
    }

    @Test
    void theSecondPersonSeesWhoAskedForWhatAndWhy() {
        Map<String, Object> plan = json.answer("/api/plans/erasure");

        assertThat(plan)
                .containsEntry("submittedBy", "an")
                .containsEntry("state", "AWAITING_APPROVAL")
                .containsEntry("why", "Theo yêu cầu của người dân")
                .containsEntry("whyCode", "REQUEST_OF_PERSON");
        assertThat(first(plan, "proposed"))
                .containsEntry("command", "erase-household-data")
                .containsEntry("why", "Theo yêu cầu của người dân")
                .containsEntry("about", Map.of("kind", "household", "id", HOUSEHOLD.value()))
                .containsEntry(
                        "content",
                        Map.of(
                                "household", HOUSEHOLD.value(),
                                "basis", "REQUEST_OF_THE_SUBJECT",
                                "reason", "REQUEST_OF_PERSON"));
    }

    @Test
    void aChangeThatWaitsIsToldWhereItsSubjectIsNamed() {
        Map<String, Object> links =
                Json.map(json.whole("/api/households/" + HOUSEHOLD).get("links"));

        assertThat(Json.map(Json.map(links.get("waiting")).get(HOUSEHOLD.value())))
                .containsEntry("href", "/api/plans/erasure");
        assertThat(Json.map(
                        json.whole("/api/households/" + HOUSEHOLD + "?asOf=3").get("links")))
                .doesNotContainKey("waiting");
    }

    @Test
    void whoeverApprovesIsToldTheHashOfWhatIsShown() {
        assertThat(json.answer("/api/plans/erasure").get("content")).asString().hasSize(64);
        assertThat(json.answer("/api/plans/relocation")).doesNotContainKey("content");
    }

    /** While the read models lag, the hash is of the older state that is shown, and an approval of it is refused. */
    @Test
    void theHashIsOfTheStateThatIsShownAndNotOfALaterOne() {
        Plans plans = side.bean(Plans.class);
        StepContents contents = side.bean(StepContents.class);
        long tail = log.ledger.tail().number();
        Plan plan = plans.find("erasure", tail).orElseThrow();
        List<PlanPart> parts = plans.parts(plan, 0, plan.steps());

        Reader auditor = auditor();
        assertThat(auditor.answered(() -> contents.shown(plan, parts, tail)).orElseThrow())
                .isEqualTo(json.answer("/api/plans/erasure").get("content"))
                .isNotEqualTo(auditor.answered(() -> contents.shown(plan, parts, plan.from()))
                        .orElseThrow());
    }

    /** Two thousand plans are looked at once, and then those alone that came since. */
    @Test
    void aNewPlanIsLookedAtAloneHoweverManyThereAre() {
        MemoryDocuments documents = new MemoryDocuments();
        List<Integer> asked = new ArrayList<>();
        Documents counting = (Documents) Proxy.newProxyInstance(
                Documents.class.getClassLoader(), new Class<?>[] {Documents.class}, (self, method, arguments) -> {
                    if (method.getName().equals("find") && arguments[1] instanceof Collection<?> ids) {
                        asked.add(ids.size());
                    }
                    return method.invoke(documents, arguments);
                });
        WaitingProposals waiting =
                new WaitingProposals(counting, side.bean(Plans.class), side.bean(StepContents.class));
        PlanList list = new PlanList(
                PlanList.ALL,
                IntStream.range(0, PlanList.MOST)
                        .mapToObj(each -> new PlanList.Entry("p-" + each, each))
                        .toList());
        documents.write(PlanList.KIND, List.of(list));
        assertThat(waiting.byId(PlanList.MOST)).isEmpty();

        documents.write(PlanList.KIND, List.of(list.with(new PlanList.Entry("new", PlanList.MOST + 1))));
        assertThat(waiting.byId(PlanList.MOST + 1)).isEmpty();

        assertThat(asked).containsExactly(PlanList.MOST, 1);
    }

    @Test
    void theSecondPersonSeesWhatItWouldChange() {
        assertThat(first(json.answer("/api/plans/relocation/steps"), "steps").get("changes"))
                .isEqualTo(List.of(
                        Map.of("field", "effectiveFrom", "to", "2026-08-01"),
                        Map.of("field", "unit", "from", "ap-1", "to", "ap-2")));
    }

    @Test
    void whatIsSealedIsShownAsSealed() {
        Map<String, Object> step = first(json.answer("/api/plans/contact"), "proposed");

        assertThat(step.toString()).doesNotContain(SECRET.text()).doesNotContain(OTHER_SECRET.text());
        assertThat(Json.map(step.get("before")))
                .containsEntry("headName", "[đã giữ kín]")
                .containsEntry("reference", "HO-7");
        assertThat(step.get("changes"))
                .isEqualTo(List.of(Map.of("field", "headName", "from", "[đã giữ kín]", "to", "[đã giữ kín]")));
        assertThat(Json.map(step.get("content"))).containsEntry("headName", "[đã giữ kín]");
    }

    private Reader auditor() {
        return side.bean(Readers.class)
                .of(
                        new Asker("somebody", Set.of(Role.AUDITOR), "/", false),
                        log.ledger.tail().number());
    }

    @Test
    void whateverAStepIsAboutCanBeShown() {
        Reader auditor = auditor();

        Stream.of(ShownPlan.KINDS.stream(), ShownPlan.SINGLE.values().stream(), Stream.of("report"))
                .flatMap(kinds -> kinds)
                .forEach(kind -> assertThat(auditor.answered(() -> new StepSubject(kind, "report:t-1:2026-Q3")
                                .isReached(JsonNodeFactory.instance::objectNode)))
                        .as(kind)
                        .isTrue());
    }

    @Test
    void aReversalTellsWhyItWasAskedFor() {
        assertThat(json.answer("/api/plans/back")).containsEntry("whyCode", "WRONG_ENTRY");
    }

    @Test
    void plansAreListedByStateAndKind() {
        assertThat(listed("state=awaiting-approval")).containsExactly("contact", "erasure");
        assertThat(listed("state=REVERSED")).containsExactly("relocation");
        assertThat(listed("kind=undo")).containsExactly("back");
        assertThat(listed("kind=proposal&limit=2")).containsExactly("contact", "erasure");
        assertThat(listed("kind=proposal&state=ready")).isEmpty();
        assertThat(json.status("/api/plans?state=perhaps")).isEqualTo(400);
    }

    private List<Object> listed(String query) {
        List<Object> plans = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(json.whole("/api/plans?" + query).get("answer")))
                .forEach(plan -> plans.add(Objects.requireNonNull(Json.map(plan).get("plan"))));
        return plans;
    }

    private static Map<String, Object> first(Map<String, Object> answer, String list) {
        return Json.map(((List<?>) Objects.requireNonNull(answer.get(list))).getFirst());
    }
}
