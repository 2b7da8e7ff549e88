package vn.soto.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.domain.person.PersonRule.PERSONAL_TEXT_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.person.PersonRule.PERSONAL_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG;
import static vn.soto.domain.person.PersonRule.PHONE_IS_A_VIETNAMESE_NUMBER;
import static vn.soto.domain.shared.CommonRule.TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER;

import java.text.Normalizer;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.shared.RuleViolatedException;

final class PersonalTextTest {

    @ParameterizedTest
    @CsvSource({
        "name, NAME",
        "headName, NAME",
        "phone, PHONE",
        "contactPhone, PHONE",
        "address, ADDRESS",
        "homeAddress, ADDRESS",
        "note, NOTE",
        "remark, NOTE"
    })
    void isToldByTheNameOfTheComponent(String component, PersonalText kind) {
        assertThat(PersonalText.named(component)).isEqualTo(kind);
    }

    @Test
    void isKeptComposedAndWithItsSpacesInOrder() {
        String decomposed = Normalizer.normalize("  Nguyễn  Thị\tLan ", Normalizer.Form.NFD);

        assertThat(PersonalText.NAME.checked("name", decomposed)).isEqualTo("Nguyễn Thị Lan");
    }

    @Test
    void isNeitherEmptyNorTooLong() {
        assertThat(PersonalText.NAME.checked("name", "a".repeat(200))).hasSize(200);
        assertThat(PersonalText.NOTE.checked("note", "a".repeat(500))).hasSize(500);
        assertThat(PersonalText.ADDRESS.checked("address", "a".repeat(300))).hasSize(300);
        refused(
                () -> PersonalText.NAME.checked("name", "a".repeat(201)),
                PERSONAL_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG,
                "name",
                200);
        refused(
                () -> PersonalText.NOTE.checked("note", "a".repeat(501)),
                PERSONAL_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG,
                "note",
                500);
        refused(
                () -> PersonalText.PHONE.checked("phone", " "),
                PERSONAL_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG,
                "phone",
                30);
    }

    @Test
    void holdsNoControlCharacterAndNoHalfCharacter() {
        for (String text : List.of("Lan\u0000", "Lan\u007f", "Lan\u001b[2J", "Lan\ud83d")) {
            refused(() -> PersonalText.NAME.checked("name", text), TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CCCD 079123456789",
                "cmnd 023456789",
                "gọi 0912345678",
                "gọi 0912 345 678 sau giờ làm",
                "079 123 456 789",
                "０９１２３４５６７８"
            })
    void holdsNoCitizenAndNoPhoneNumberUnlessItIsAPhone(String text) {
        for (PersonalText kind : List.of(PersonalText.NAME, PersonalText.ADDRESS, PersonalText.NOTE)) {
            refused(() -> kind.checked("note", text), PERSONAL_TEXT_HOLDS_NO_PERSONAL_NUMBER, "note");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Số 12/3 đường 30/4, khu phố 5", "sinh 02/09/1945", "còn nợ 1.250.000 đồng", "hẹn 15h30"})
    void mayHoldOtherNumbers(String text) {
        assertThat(PersonalText.NOTE.checked("note", text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0912345678, 0912345678",
        "0912 345 678, 0912345678",
        "0912.345.678, 0912345678",
        "+84 912 345 678, 0912345678",
        "84912345678, 0912345678",
        "0084912345678, 0912345678",
        "(0274) 3822 222, 02743822222",
        "028-3829-7000, 02838297000",
        "0352345678, 0352345678"
    })
    void aPhoneIsKeptAsItIsDialled(String written, String dialled) {
        assertThat(PersonalText.PHONE.checked("phone", written)).isEqualTo(dialled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "912345678",
                "0112345678",
                "09123456789",
                "091234567",
                "079123456789",
                "+1 650 253 0000",
                "số của Lan",
                "0912345678 hoặc 0352345678"
            })
    void aPhoneIsAVietnameseNumber(String written) {
        refused(() -> PersonalText.PHONE.checked("phone", written), PHONE_IS_A_VIETNAMESE_NUMBER, "phone");
    }

    private static void refused(ThrowingCallable check, Rule rule, Object... arguments) {
        assertThatThrownBy(check).isInstanceOfSatisfying(RuleViolatedException.class, refused -> {
            assertThat(refused.rule()).isEqualTo(rule);
            assertThat(refused.arguments()).containsExactly(arguments);
        });
    }
}
