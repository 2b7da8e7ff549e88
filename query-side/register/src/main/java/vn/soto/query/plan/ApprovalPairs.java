package vn.soto.query.plan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * Looks for two persons of whom one approves all proposals of the other, each way or often enough one way, but for one
 * in {@value #PER_EXCEPTION}. Such a second person does not look, or is not a second person. Also where nobody else
 * approves: then the pair has no choice, and whoever audits knows that it is always the same.
 */
final class ApprovalPairs {

    /** Fewest approvals of two who approve each other, and fewest of each: of three who approve by chance, few pairs come to it. */
    static final int LEAST = 12;

    private static final int LEAST_EACH = 3;

    /** Fewest where the other approves nothing of the one: who works beside one colleague asks that one mostly, and not always. */
    static final int LEAST_ONE_WAY = 50;

    /** Of so many proposals one may have gone to a third. */
    private static final int PER_EXCEPTION = 50;

    private ApprovalPairs() {}

    /** The proposer and the approver of an approved proposal. */
    record Approval(String proposer, String approver) {}

    /**
     * @param account       an account of the one of the two whose name is first
     * @param other         one of the other
     * @param approved      proposals of the account that the other approved
     * @param otherApproved proposals of the other that the account approved
     */
    record ApprovalPair(@IdOf(IdKind.ACCOUNT) String account, String other, long approved, long otherApproved) {}

    /** @param person one account for all accounts of a person */
    static List<ApprovalPair> of(List<Approval> approvals, UnaryOperator<String> person) {
        Map<String, Map<String, Long>> approvers = approvals.stream()
                .map(each -> new Approval(person.apply(each.proposer), person.apply(each.approver)))
                .collect(groupingBy(
                        Approval::proposer, TreeMap::new, groupingBy(Approval::approver, TreeMap::new, counting())));
        return approvers.entrySet().stream()
                .flatMap(of -> of.getValue().keySet().stream()
                        .filter(other -> of.getKey().compareTo(other) < 0
                                || !approvers.getOrDefault(other, Map.of()).containsKey(of.getKey()))
                        .flatMap(other -> pair(of.getKey(), other, approvers)))
                .toList();
    }

    private static Stream<ApprovalPair> pair(String one, String other, Map<String, Map<String, Long>> approvers) {
        Map<String, Long> ofOne = approvers.getOrDefault(one, Map.of());
        Map<String, Long> ofOther = approvers.getOrDefault(other, Map.of());
        long approved = ofOne.getOrDefault(other, 0L);
        long otherApproved = ofOther.getOrDefault(one, 0L);
        boolean each = approved >= LEAST_EACH
                && otherApproved >= LEAST_EACH
                && approved + otherApproved >= LEAST
                && elsewhere(ofOne, approved) + elsewhere(ofOther, otherApproved)
                        <= (approved + otherApproved) / PER_EXCEPTION;
        boolean oneWay = approved >= LEAST_ONE_WAY && elsewhere(ofOne, approved) <= approved / PER_EXCEPTION;
        boolean otherWay =
                otherApproved >= LEAST_ONE_WAY && elsewhere(ofOther, otherApproved) <= otherApproved / PER_EXCEPTION;
        if (!each && !oneWay && !otherWay) {
            return Stream.empty();
        }
        return Stream.of(
                one.compareTo(other) < 0
                        ? new ApprovalPair(one, other, approved, otherApproved)
                        : new ApprovalPair(other, one, otherApproved, approved));
    }

    private static long elsewhere(Map<String, Long> approvers, long here) {
        return approvers.values().stream().mapToLong(Long::longValue).sum() - here;
    }
}
