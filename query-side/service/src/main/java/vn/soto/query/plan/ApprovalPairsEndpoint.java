package vn.soto.query.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.plan.ApprovalPairs.Approval;
import vn.soto.query.plan.ApprovalPairs.ApprovalPair;
import vn.soto.query.plan.Plan.Mark;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Points auditors to accounts that always approve each other. */
@RestController
final class ApprovalPairsEndpoint {

    private static final int LATEST = 1_000;

    private final QueryExecutor queries;
    private final Plans plans;

    ApprovalPairsEndpoint(QueryExecutor queries, Plans plans) {
        this.queries = queries;
        this.plans = plans;
    }

    /** Of the latest 1,000 plans that the reader reaches. */
    @Requires(EndpointRight.APPROVAL_PAIRS)
    @GetMapping("/api/approval-pairs")
    Mono<QueryAnswer<List<ApprovalPair>>> pairs(QueryContext context) {
        return queries.answer(
                context,
                asOf -> ApprovalPairs.of(
                        plans.latest(PlanFilter.of(Optional.empty(), Optional.empty()), LATEST, asOf).stream()
                                .flatMap(plan -> approval(plan.asOf(asOf)))
                                .toList()));
    }

    private static Stream<Approval> approval(List<Mark> marks) {
        return Stream.ofNullable(marks.getLast().approved())
                .map(approver -> new Approval(marks.getFirst().actor(), approver));
    }
}
