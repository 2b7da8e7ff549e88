package vn.soto.query.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.query.plan.ApprovalPairs.Approval;
import vn.soto.query.plan.ApprovalPairs.ApprovalPair;

final class ApprovalPairsTest {

    private static List<Approval> eachOther(String one, String other, int times) {
        return IntStream.range(0, times)
                .boxed()
                .flatMap(time -> List.of(new Approval(one, other), new Approval(other, one)).stream())
                .toList();
    }

    private static List<ApprovalPair> pairs(List<Approval> approvals) {
        return ApprovalPairs.of(approvals, account -> account);
    }

    private static List<ApprovalPair> pairs(List<Approval> approvals, List<Approval> further) {
        return pairs(all(List.of(approvals, further)));
    }

    private static List<Approval> all(List<List<Approval>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    @Test
    void twoWhoAlwaysApproveEachOtherAreFoundAmongOthers() {
        assertThat(pairs(eachOther("binh", "an", 6), List.of(new Approval("chi", "dung"))))
                .containsExactly(new ApprovalPair("an", "binh", 6, 6));
    }

    @Test
    void whereNobodyElseApprovesItIsSaidToo() {
        assertThat(pairs(eachOther("an", "binh", 50))).containsExactly(new ApprovalPair("an", "binh", 50, 50));
    }

    @Test
    void oneOfAHundredToAThirdHidesNoPair() {
        List<Approval> others = List.of(new Approval("binh", "dung"), new Approval("chi", "dung"));

        assertThat(pairs(eachOther("an", "binh", 50), others)).containsExactly(new ApprovalPair("an", "binh", 50, 50));
        assertThat(pairs(eachOther("an", "binh", 20), others)).as("one of 41").isEmpty();
    }

    @Test
    void oneWayAloneIsFoundWhereItIsOften() {
        List<Approval> others = List.of(new Approval("chi", "dung"), new Approval("binh", "chi"));

        assertThat(pairs(Collections.nCopies(50, new Approval("binh", "an")), others))
                .containsExactly(new ApprovalPair("an", "binh", 0, 50));
        assertThat(pairs(Collections.nCopies(49, new Approval("an", "binh")), others))
                .isEmpty();
    }

    @Test
    void fewerOneWayAreMadeUpForByMoreTheOther() {
        List<Approval> more = Collections.nCopies(7, new Approval("an", "binh"));

        assertThat(pairs(eachOther("an", "binh", 3), more)).containsExactly(new ApprovalPair("an", "binh", 10, 3));
    }

    @Test
    void fewTimesTellNothing() {
        assertThat(pairs(eachOther("an", "binh", 5), List.of(new Approval("chi", "dung"))))
                .isEmpty();
    }

    /** Each with two accounts. */
    @Test
    void accountsOfOnePersonCountTogether() {
        List<Approval> approvals =
                all(List.of(eachOther("an", "binh", 4), eachOther("an-2", "binh", 4), eachOther("an", "binh-2", 4)));

        assertThat(ApprovalPairs.of(approvals, account -> account.replace("-2", "")))
                .containsExactly(new ApprovalPair("an", "binh", 12, 12));
    }

    /** Years of three to eight people, each of whom asks whoever is there, and some of whom have a favourite. */
    @Test
    void normalLifeIsSilentAndAPlantedPairIsFoundInIt() {
        int alarms = 0;
        int found = 0;
        int years = 2_000;
        for (int seed = 0; seed < years; seed++) {
            Random random = new Random(seed);
            List<Approval> year = year(random);
            alarms += pairs(year).isEmpty() ? 0 : 1;
            List<Approval> planted = new ArrayList<>(year);
            planted.addAll(eachOther("xuan", "yen", ApprovalPairs.LEAST / 2 + random.nextInt(20)));
            found += pairs(planted).stream()
                            .anyMatch(pair -> pair.account().equals("xuan")
                                    && pair.other().equals("yen"))
                    ? 1
                    : 0;
        }

        assertThat(alarms).as("of %d years", years).isLessThanOrEqualTo(years / 500);
        assertThat(found).isEqualTo(years);
    }

    private static List<Approval> year(Random random) {
        int people = 3 + random.nextInt(6);
        boolean favourites = random.nextBoolean();
        List<Approval> year = new ArrayList<>();
        for (int i = 0; i < 30 + random.nextInt(200); i++) {
            int proposer = random.nextInt(people);
            int approver = favourites && random.nextInt(10) < 6 ? (proposer + 1) % people : random.nextInt(people);
            if (approver != proposer) {
                year.add(new Approval("a" + proposer, "a" + approver));
            }
        }
        return year;
    }
}
