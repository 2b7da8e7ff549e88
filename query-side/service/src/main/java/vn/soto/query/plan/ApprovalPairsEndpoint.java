package vn.soto.query.plan;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.query.access.AccountRights;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.plan.ApprovalPairs.Approval;
import vn.soto.query.plan.ApprovalPairs.ApprovalPair;
import vn.soto.query.plan.Plan.Mark;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Points auditors to persons of whom one always approves the other. */
@RestController
final class ApprovalPairsEndpoint {

    private static final int LATEST = 1_000;

    private final QueryExecutor queries;
    private final Plans plans;
    private final AccountRights accounts;

    ApprovalPairsEndpoint(QueryExecutor queries, Plans plans, AccountRights accounts) {
        this.queries = queries;
        this.plans = plans;
        this.accounts = accounts;
    }

    /** Of the latest 1,000 plans that the reader reaches. */
    @Requires(EndpointRight.APPROVAL_PAIRS)
    @GetMapping("/api/approval-pairs")
    Mono<QueryAnswer<List<ApprovalPair>>> pairs(QueryContext context) {
        return queries.answer(context, asOf -> {
            List<Approval> approvals =
                    plans.latest(PlanFilter.of(Optional.empty(), Optional.empty()), LATEST, asOf).stream()
                            .flatMap(plan -> approval(plan.asOf(asOf)))
                            .toList();
            Map<String, String> persons = persons(approvals, asOf);
            return ApprovalPairs.of(approvals, account -> persons.getOrDefault(account, account));
        });
    }

    /** Of each account the first one of its person. */
    private Map<String, String> persons(List<Approval> approvals, long asOf) {
        Map<Object, String> first = new HashMap<>();
        return approvals.stream()
                .flatMap(each -> Stream.of(each.proposer(), each.approver()))
                .distinct()
                .sorted()
                .collect(toMap(
                        account -> account,
                        account -> first.computeIfAbsent(person(account, asOf), nobody -> account)));
    }

    /** The account itself if nobody was ever linked to it. */
    private Object person(String account, long asOf) {
        return Optional.of(account)
                .filter(AccountId::isWellFormed)
                .flatMap(known -> accounts.state(new AccountId(known), asOf))
                .map(AccountState::links)
                .filter(links -> !links.isEmpty())
                .<Object>map(links -> links.getLast().person())
                .orElse(account);
    }

    private static Stream<Approval> approval(List<Mark> marks) {
        return Stream.ofNullable(marks.getLast().approved())
                .map(approver -> new Approval(marks.getFirst().actor(), approver));
    }
}
