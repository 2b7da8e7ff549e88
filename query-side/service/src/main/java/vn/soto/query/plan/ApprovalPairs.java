package vn.soto.query.plan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks for two accounts of which each approves all that the other proposes and nobody else does, although others approve, too: the
 * second person does not look, or is not one. Where only two approve there is no choice, and nothing is said.
 */
final class ApprovalPairs {

    /** Fewest approvals each way: of three who approve by chance, two come to it once in some thousand times. */
    static final int LEAST = 6;

    private ApprovalPairs() {}

    /** Who proposed what was approved, and who approved it. */
    record Approval(String proposer, String approver) {}

    /**
     * @param account       the one of the two whose name is first
     * @param other         the other
     * @param approved      proposals of the account that the other approved
     * @param otherApproved proposals of the other that the account approved
     */
    record ApprovalPair(String account, String other, long approved, long otherApproved) {}

    static List<ApprovalPair> of(List<Approval> approvals) {
        Map<String, Map<String, Long>> approvers = approvals.stream()
                .collect(groupingBy(
                        Approval::proposer, TreeMap::new, groupingBy(Approval::approver, TreeMap::new, counting())));
        return approvers.entrySet().stream()
                .filter(account -> account.getValue().size() == 1)
                .flatMap(account -> account.getValue().entrySet().stream()
                        .filter(other -> account.getKey().compareTo(other.getKey()) < 0)
                        .map(other -> pair(
                                account.getKey(),
                                other.getKey(),
                                other.getValue(),
                                approvers.getOrDefault(other.getKey(), Map.of()))))
                .filter(pair -> pair.approved >= LEAST && pair.otherApproved >= LEAST && othersApprove(pair, approvals))
                .toList();
    }

    /** @param ofOther who approved what the other proposed; if there are several, the account did so not always */
    private static ApprovalPair pair(String account, String other, long approved, Map<String, Long> ofOther) {
        return new ApprovalPair(account, other, approved, ofOther.size() == 1 ? ofOther.getOrDefault(account, 0L) : 0L);
    }

    private static boolean othersApprove(ApprovalPair pair, List<Approval> approvals) {
        return approvals.stream()
                .map(Approval::approver)
                .anyMatch(approver -> !approver.equals(pair.account) && !approver.equals(pair.other));
    }
}
