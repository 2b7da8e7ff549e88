package vn.soto.query.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.RoleHoldersEvent.RoleHolderListed;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;

/** Whoever has the right to approve from the proposer alone is offered no approval of what that person proposes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApproversOfOneMakerIT {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final PlanId PLAN = new PlanId("p-1");
    private static final String DIGEST = "ab".repeat(32);

    private final EventLog log = new EventLog();

    @AutoClose
    private final QuerySideFixture side = side();

    private QuerySideFixture side() {
        log.writeOnTheMachine(
                granted("an", GrantApproval.BY_ONE_PERSON),
                new RoleHolderListed(Role.ADMINISTRATOR, new AccountId("an")),
                granted("chi", GrantApproval.BY_ONE_PERSON),
                new RoleHolderListed(Role.ADMINISTRATOR, new AccountId("chi")));
        log.write("an", null, null, granted("binh", GrantApproval.BY_ONE_PERSON));
        log.write("an", null, null, granted("dung", GrantApproval.BY_TWO_PERSONS));
        PlanStep step =
                new PlanStep(0, "erase-household-data", "{\"basis\":\"REQUEST_OF_THE_SUBJECT\",\"household\":\"h-1\"}");
        log.write(new PlanPartRecorded(PLAN, 0, 0, "00".repeat(32), DIGEST, List.of(step), "ab".repeat(16)));
        long last = log.write(
                        "an",
                        null,
                        null,
                        new PlanSubmitted(
                                PLAN,
                                PlanKind.PROPOSAL,
                                1,
                                1,
                                DIGEST,
                                "an",
                                true,
                                null,
                                List.of(step.command()),
                                new SecondPerson(List.of("ADMINISTRATOR"), true)))
                .number();
        return QuerySideFixture.inMemory(log).upTo(last);
    }

    private static RoleGranted granted(String account, GrantApproval approval) {
        return PlainEvents.role(new AccountId(account), Role.ADMINISTRATOR, Area.WHOLE, MAY, approval);
    }

    /** The rule that refuses the approval, or that it is offered. */
    private Object approval(String account) {
        Map<String, Object> commands = Json.map(Json.map(new Json(side.signedIn(account))
                        .whole("/api/plans/" + PLAN)
                        .get("links"))
                .get("commands"));
        Object refused = Json.map(commands.get("approve-plan")).get("refused");
        return refused == null ? "offered" : requireNonNull(Json.map(refused).get("rule"));
    }

    @Test
    void theAccountThatTheProposerMadeAloneIsNoSecondPerson() {
        assertThat(approval("an")).isEqualTo("PLAN_IS_APPROVED_BY_SOMEONE_ELSE");
        assertThat(approval("binh")).isEqualTo("PROPOSER_AND_APPROVER_ARE_TWO_PERSONS");
        assertThat(approval("chi")).isEqualTo("offered");
        assertThat(approval("dung")).isEqualTo("offered");
    }
}
