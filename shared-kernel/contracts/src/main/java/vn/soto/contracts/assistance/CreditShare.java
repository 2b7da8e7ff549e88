package vn.soto.contracts.assistance;

import java.util.List;
import java.util.stream.IntStream;
import vn.soto.contracts.policy.CreditRule;
import vn.soto.contracts.team.MemberId;

/** A helper's share of the credit for one record of help, in hundredths; the shares of a record add up to 100. */
public record CreditShare(MemberId member, int hundredths) {

    private static final int WHOLE = 100;

    /** Splits the credit of a record by the declared rule. */
    public static List<CreditShare> split(CreditRule rule, List<MemberId> helpers) {
        List<Integer> hundredths = hundredths(rule, helpers.size());
        return IntStream.range(0, helpers.size())
                .mapToObj(i -> new CreditShare(helpers.get(i), hundredths.get(i)))
                .toList();
    }

    /** The shares of this many helpers, in their order. */
    public static List<Integer> hundredths(CreditRule rule, int helpers) {
        int others = rule == CreditRule.FIRST_HELPER ? 0 : WHOLE / Math.max(1, helpers);
        int first = WHOLE - others * (helpers - 1);
        return IntStream.range(0, helpers)
                .mapToObj(i -> i == 0 ? first : others)
                .toList();
    }
}
