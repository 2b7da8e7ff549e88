package vn.soto.contracts.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

final class IdTest {

    private static final List<Function<String, Id>> KINDS =
            List.of(AssistanceId::new, HouseholdId::new, MemberId::new, TeamId::new, UnitId::new);

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "019a0000-0000-7000-8000-00000000000a"})
    void isItsText(String text) {
        assertThat(KINDS).allSatisfy(kind -> assertThat(kind.apply(text)).hasToString(text));
        assertThat(new TeamId("a".repeat(64)).value()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a b", "a:b", "a#1", "đ", "a\n"})
    void refusesOtherText(String text) {
        assertThat(KINDS)
                .allSatisfy(kind -> assertThatIllegalArgumentException().isThrownBy(() -> kind.apply(text)));
        assertThatIllegalArgumentException().isThrownBy(() -> new TeamId("a".repeat(65)));
    }

    @Test
    void isOrderedByItsText() {
        assertThat(new UnitId("a")).isLessThan(new UnitId("b"));
    }
}
