package vn.soto.contracts.assistance;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * A helper's share of the credit for one record of help, in hundredths; the shares of a record add up to 100.
 *
 * @param team for which the member helped, if it is another one than the record's; otherwise absent
 */
public record CreditShare(
        MemberId member, int hundredths, @Nullable TeamId team) {

    private static final int WHOLE = 100;

    /** The share of a member of the record's team. */
    public CreditShare(MemberId member, int hundredths) {
        this(member, hundredths, null);
    }

    /** Splits the credit of a record by the declared rule. */
    public static List<CreditShare> split(CreditRule rule, List<MemberId> helpers) {
        return split(rule, helpers, List.of());
    }

    /**
     * Splits it between members of the record's team and those of other teams, who come last.
     *
     * @param joint members of other teams
     */
    public static List<CreditShare> split(CreditRule rule, List<MemberId> helpers, List<Responsible> joint) {
        List<CreditShare> whole = Stream.concat(
                        helpers.stream().map(member -> new CreditShare(member, WHOLE)),
                        joint.stream().map(other -> new CreditShare(other.member(), WHOLE, other.team())))
                .toList();
        List<Integer> hundredths = hundredths(rule, whole.size());
        return IntStream.range(0, whole.size())
                .mapToObj(i -> new CreditShare(
                        whole.get(i).member(), hundredths.get(i), whole.get(i).team()))
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

    /** The members among the helpers of a record who helped for that team, which is not the record's. */
    public static List<MemberId> of(TeamId team, List<CreditShare> helpers) {
        return helpers.stream()
                .filter(share -> team.equals(share.team))
                .map(CreditShare::member)
                .toList();
    }

    /** The other teams for which some of these helped, sorted. */
    static List<TeamId> otherTeams(List<CreditShare> helpers) {
        return helpers.stream()
                .flatMap(share -> Stream.ofNullable(share.team))
                .distinct()
                .sorted()
                .toList();
    }
}
