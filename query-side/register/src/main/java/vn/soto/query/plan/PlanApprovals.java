package vn.soto.query.plan;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.SeparatePersons;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.contracts.shared.StateRefusals;
import vn.soto.query.access.AccountRights;
import vn.soto.query.person.AccountPersons;
import vn.soto.query.plan.Plan.Mark;
import vn.soto.query.reading.Reader;

/** Whether the reader can be the second person of a plan. */
@Component
record PlanApprovals(AccountRights accounts, AccountPersons persons) {

    private static final String APPROVE = "approve-plan";

    /** The commands about a plan that its state refuses to the reader. */
    StateRefusals refusals(Plan plan, long asOf) {
        List<Mark> marks = plan.asOf(asOf);
        Reader reader = Reader.current();
        SecondPerson second = plan.second();
        boolean may = second == null
                || reader.rights().all().stream()
                        .anyMatch(right -> second.roles().contains(right.role().name()));
        boolean administers = reader.rights().all().stream().anyMatch(right -> right.role() == Role.ADMINISTRATOR);
        String proposer = marks.getFirst().actor();
        StateRefusals refusals = marks.getLast()
                .stage()
                .refusals(accounts.isReaders(proposer, asOf), administers)
                .unless(may, "STEP_IS_APPROVED_BY_SOMEONE_WITH_THE_RIGHT", APPROVE)
                .until(reader.rights().granted(), "LEDGER_SAYS_WHO_MAY_APPROVE", List.of(), APPROVE);
        if (refusals.of(APPROVE).isPresent()) {
            return refusals;
        }
        SeparatePersons separate = persons.asOf(asOf);
        String approver = reader.account();
        return refusals.until(
                        !separate.areOneByThePasswordOf(proposer, approver),
                        "PASSWORD_OF_THE_PROPOSER_IS_NOT_FROM_THE_APPROVER",
                        List.of(),
                        APPROVE)
                .until(
                        !separate.areOneByThePasswordOf(approver, proposer),
                        "PASSWORD_OF_THE_APPROVER_IS_NOT_FROM_THE_PROPOSER",
                        List.of(),
                        APPROVE)
                .until(separate.are(approver, proposer), "PROPOSER_AND_APPROVER_ARE_TWO_PERSONS", List.of(), APPROVE)
                .until(
                        separate.isAnotherThanWhoActed(
                                approver, proposer, marks.getFirst().at()),
                        "PLAN_WAS_PROPOSED_BY_ANOTHER_PERSON",
                        List.of(),
                        APPROVE);
    }
}
