package vn.soto.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.NAME_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG;
import static vn.soto.domain.shared.CommonRule.REASON_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG;
import static vn.soto.domain.shared.CommonRule.TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.team.MemberId;

final class FreeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "079203001234",
                "CCCD 079203001234.",
                "079 203 001 234",
                "079.203.001.234",
                "CMND 281234567",
                "281 234 567",
                "281-234-567",
                "gọi 0912345678 nhé",
                "0912 345 678",
                "0912.345.678",
                "09-1234-5678",
                "0274 3 822 223",
                "+84912345678",
                "+84 912 345 678",
                "84912345678",
                "anh Ba 5 0912345678",
                "079203001234 0912345678",
                "０９１２３４５６７８"
            })
    void findsCitizenAndPhoneNumbers(String text) {
        assertThat(FreeText.holdsNoPersonalNumber(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nhập nhầm ngày 2026-07-01, đúng là 2026-07-02",
                "từ 2026-07-01 2026-09-30",
                "từ 01/07/2025 đến 30/09/2025",
                "Quyết định 19/2025/QĐ-TTg",
                "124/2004/QĐ-TTg",
                "Khu phố 73",
                "xã 25747, phường 25760",
                "1.234 hộ, 12.345 lượt",
                "1.000.000.000 đồng",
                "HK-00012345"
            })
    void letsDatesCodesAndAmountsPass(String text) {
        assertThat(FreeText.holdsNoPersonalNumber(text)).isTrue();
    }

    @Test
    void takesReasonsOf5To500Characters() {
        assertThatNoException().isThrownBy(() -> FreeText.checkReason("x".repeat(5)));
        assertThatNoException().isThrownBy(() -> FreeText.checkReason("x".repeat(500)));
        assertRefused(REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG, () -> FreeText.checkReason("x".repeat(4)));
        assertRefused(REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG, () -> FreeText.checkReason("x".repeat(501)));
        assertRefused(REASON_HOLDS_NO_PERSONAL_NUMBER, () -> FreeText.checkReason("gọi 0912345678"));
    }

    @Test
    void takesNamesOf1To100Characters() {
        assertThatNoException().isThrownBy(() -> FreeText.checkName("x"));
        assertThatNoException().isThrownBy(() -> FreeText.checkName("x".repeat(100)));
        assertRefused(NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG, () -> FreeText.checkName(""));
        assertRefused(NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG, () -> FreeText.checkName("x".repeat(101)));
        assertRefused(NAME_HOLDS_NO_PERSONAL_NUMBER, () -> FreeText.checkName("Tổ 079203001234"));
    }

    @Test
    void takesNoControlCharactersAndNoHalvesOfSurrogatePairs() {
        for (String text : List.of(
                "Tổ\u0000 công nghệ",
                "Tổ\u0085 công nghệ",
                "\u001B[2J Tổ công nghệ",
                "Tổ công nghệ \uD83D",
                "\uDE00 Tổ công nghệ",
                "Tổ \uDE00\uD83D công nghệ")) {
            assertRefused(TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER, () -> FreeText.checkName(text));
            assertRefused(TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER, () -> FreeText.checkReason(text));
        }
        assertThatNoException().isThrownBy(() -> FreeText.checkName("Tổ 😀"));
        assertThatNoException().isThrownBy(() -> FreeText.checkReason("Nhập nhầm 😀"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"079203001234", "m-079203001234", "281234567", "m-0912345678", "0912-345-678", "84912345678"})
    void refusesIdsThatHoldCitizenOrPhoneNumbers(String id) {
        assertRefused(ID_HOLDS_NO_PERSONAL_NUMBER, () -> FreeText.checkNewId(new MemberId(id)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m-lan",
                "demo-member-007",
                "u-25747-01",
                "019376a0-0000-7000-8000-000000000001",
                "01937600-0000-7000-8000-079203001234"
            })
    void letsOtherIdsAndUuidsPass(String id) {
        assertThatNoException().isThrownBy(() -> FreeText.checkNewId(new MemberId(id)));
    }

    private static void assertRefused(Rule rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolatedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
