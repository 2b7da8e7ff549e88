package vn.soto.contracts.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.soto.contracts.team.MemberId;

final class CreditShareTest {

    @ParameterizedTest
    @CsvSource({
        "EQUAL_SHARES, 1, 100",
        "EQUAL_SHARES, 2, 50 50",
        "EQUAL_SHARES, 3, 34 33 33",
        "EQUAL_SHARES, 6, 20 16 16 16 16 16",
        "FIRST_HELPER, 1, 100",
        "FIRST_HELPER, 3, 100 0 0",
    })
    void isWhatTheDeclaredRuleSays(CreditRule rule, int helpers, String hundredths) {
        assertThat(CreditShare.split(rule, members(helpers)))
                .extracting(share -> Integer.toString(share.hundredths()))
                .containsExactly(hundredths.split(" "));
    }

    @ParameterizedTest
    @EnumSource
    void addsUpToTheWholeAndNobodyGetsMoreThanTheFirst(CreditRule rule) {
        for (int helpers = 1; helpers <= 10; helpers++) {
            List<CreditShare> shares = CreditShare.split(rule, members(helpers));
            assertThat(shares.stream().mapToInt(CreditShare::hundredths).sum()).isEqualTo(100);
            assertThat(shares).extracting(CreditShare::member).isEqualTo(members(helpers));
            assertThat(shares)
                    .allMatch(share -> share.hundredths() <= shares.getFirst().hundredths());
        }
    }

    private static List<MemberId> members(int count) {
        return IntStream.range(0, count).mapToObj(i -> new MemberId("m-" + i)).toList();
    }
}
