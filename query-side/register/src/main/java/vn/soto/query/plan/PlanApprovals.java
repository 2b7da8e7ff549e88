package vn.soto.query.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.LinkedPerson;
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
                .refusals(isOwn(marks.getFirst().actor(), reader, asOf), administers)
                .unless(may, "STEP_IS_APPROVED_BY_SOMEONE_WITH_THE_RIGHT", "approve-plan")
                .until(reader.rights().granted(), "LEDGER_SAYS_WHO_MAY_APPROVE", List.of(), "approve-plan");
    }

    /** The account is the reader's, or of the same person. */
    private boolean isOwn(String account, Reader reader, long asOf) {
        return reader.isOwn(account)
                || person(account, asOf)
                        .filter(person -> person.equals(reader.rights().person()))
                        .isPresent();
    }

    /** The person to whom an account was linked last; empty if nobody ever was. */
    Optional<LinkedPerson> person(String account, long asOf) {
        return Optional.of(account)
                .filter(AccountId::isWellFormed)
                .flatMap(known -> accounts.state(new AccountId(known), asOf))
                .map(AccountState::links)
                .filter(links -> !links.isEmpty())
                .map(links -> links.getLast().person());
    }
}
