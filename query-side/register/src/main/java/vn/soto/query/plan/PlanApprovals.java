package vn.soto.query.plan;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.contracts.shared.StateRefusals;
import vn.soto.query.access.AccountRights;
import vn.soto.query.plan.Plan.Mark;
import vn.soto.query.reading.Reader;

/** Whether the reader can be the second person of a plan. */
@Component
record PlanApprovals(AccountRights accounts) {

    /** The commands about a plan that its state refuses to the reader. */
    StateRefusals refusals(Plan plan, long asOf) {
        List<Mark> marks = plan.asOf(asOf);
        Reader reader = Reader.current();
        SecondPerson second = plan.second();
        boolean may = second == null
                || reader.rights().all().stream()
                        .anyMatch(right -> second.roles().contains(right.role().name()));
        boolean administers = reader.rights().all().stream().anyMatch(right -> right.role() == Role.ADMINISTRATOR);
        return marks.getLast()
                .stage()
                .refusals(accounts.isReaders(marks.getFirst().actor(), asOf), administers)
                .unless(may, "STEP_IS_APPROVED_BY_SOMEONE_WITH_THE_RIGHT", "approve-plan")
                .until(reader.rights().granted(), "LEDGER_SAYS_WHO_MAY_APPROVE", List.of(), "approve-plan");
    }
}
