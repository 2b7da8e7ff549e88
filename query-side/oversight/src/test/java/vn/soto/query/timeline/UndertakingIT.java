package vn.soto.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.query.testing.Json.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Origin;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UndertakingIT {

    private static final PlanId PLAN = new PlanId("nhap-1");
    private static final String IMPORT = "plan-nhap-1";

    private final Sample sample = new Sample(3, 0);
    private final EventLog scribe = sample.scribe;
    private final UnitId unit = sample.residential.getFirst();
    private final Responsible lan = new Responsible(sample.teams.getFirst(), new MemberId("lan"));
    private final Commit submitted = scribe.writeTogether(
            IMPORT,
            new PlanSubmitted(
                    PLAN,
                    PlanKind.IMPORT,
                    2,
                    1,
                    "ab".repeat(32),
                    "tester",
                    false,
                    null,
                    List.of("register-household"),
                    null));
    private final Commit one = scribe.writeTogether(IMPORT, registered("h-1"));
    private final Commit alone = scribe.write(registered("h-2"));
    private final Commit other = scribe.writeTogether(
            IMPORT,
            registered("h-3"),
            new HouseholdAssigned(new HouseholdId("h-3"), unit, lan, Sample.DAY),
            new CaseloadChanged(lan.member(), lan.team(), 1, 220));
    private final Commit waiting = scribe.write(new PlanSubmitted(
            new PlanId("nhap-2"),
            PlanKind.IMPORT,
            1,
            1,
            "cd".repeat(32),
            "tester",
            true,
            null,
            List.of("register-household"),
            null));

    @AutoClose
    private final QuerySideFixture side =
            QuerySideFixture.inMemory(scribe).upTo(scribe.ledger.tail().number());

    private final Json json = new Json(side.http("AUDITOR"));

    private HouseholdRegistered registered(String id) {
        return new HouseholdRegistered(new HouseholdId(id), unit, "HO-" + id);
    }

    private static List<Object> numbers(Map<String, Object> answer, String list) {
        return list(answer.get(list)).stream()
                .map(command -> Objects.requireNonNull(command.get("commit")))
                .toList();
    }

    @Test
    void theCommandsOfACorrelationAreListedAndNoOthers() {
        Map<String, Object> answer = json.answer("/api/correlations/" + IMPORT);

        assertThat(numbers(answer, "commands"))
                .containsExactly((int) submitted.number(), (int) one.number(), (int) other.number());
        assertThat(list(answer.get("commands")).getLast())
                .containsEntry("who", "tester")
                .containsEntry("command", "test")
                .containsEntry("recorded", other.at().toString());
        assertThat(list(list(answer.get("commands")).getLast().get("events")))
                .extracting(event -> event.get("name"))
                .containsExactly("household.registered.v2", "household.assigned.v1", "caseload.changed.v1");
        assertThat(numbers(json.answer("/api/correlations/" + IMPORT + "?asOf=" + one.number()), "commands"))
                .containsExactly((int) submitted.number(), (int) one.number());
        assertThat(json.status("/api/correlations/" + IMPORT + "?asOf=" + (submitted.number() - 1)))
                .isEqualTo(404);
    }

    @Test
    void aCommandThatStandsAloneIsTheOnlyOneOfItsCorrelation() {
        String id = ((Origin.Command) alone.origin()).id().toString();

        assertThat(numbers(json.answer("/api/correlations/" + id), "commands")).containsExactly((int) alone.number());
        assertThat(json.status("/api/correlations/" + id + "?asOf=" + (alone.number() - 1)))
                .isEqualTo(404);
    }

    @Test
    void pagesOfACorrelationAreTheWhole() {
        List<Object> numbers = new ArrayList<>();
        Object from = 0;
        while (from != null) {
            Map<String, Object> page = json.answer("/api/correlations/" + IMPORT + "?limit=1&from=" + from);
            numbers.addAll(numbers(page, "commands"));
            from = page.get("next");
        }
        assertThat(numbers).containsExactly((int) submitted.number(), (int) one.number(), (int) other.number());
    }

    @Test
    void aPlanThatWaitsForApprovalHasMadeNothingYet() {
        assertThat(json.answer("/api/plans/nhap-2/made")).containsEntry("made", List.of());
        assertThat(json.status("/api/plans/nhap-2/made?asOf=" + (waiting.number() - 1)))
                .isEqualTo(404);
        assertThat(json.status("/api/plans/nhap-3/made")).isEqualTo(404);
    }

    @Test
    void whatAnImportMadeIsListedWithItsHouseholds() {
        Map<String, Object> answer = json.answer("/api/plans/" + PLAN + "/made");

        assertThat(numbers(answer, "made")).containsExactly((int) one.number(), (int) other.number());
        Map<String, Object> event =
                list(list(answer.get("made")).getFirst().get("events")).getFirst();
        assertThat(event).containsEntry("name", "household.registered.v2");
        assertThat(Json.map(event.get("body")))
                .containsEntry("household", "h-1")
                .containsEntry("reference", "HO-h-1");
        assertThat((List<?>) event.get("about")).asString().contains("household:h-1", "unit:" + unit);
        assertThat(list(list(answer.get("made")).getLast().get("events")))
                .as("without the count of the caseload")
                .hasSize(2);
    }
}
