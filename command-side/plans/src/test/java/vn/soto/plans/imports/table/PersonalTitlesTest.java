package vn.soto.plans.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonalTitlesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CCCD",
                "Số CCCD",
                "so_cccd",
                "SoCCCD",
                "C.C.C.D",
                "CC\u200BCD",
                "ＣＣＣＤ",
                "CCCD/CMND",
                "Số CCCD (12 số)",
                "CCCD của chủ hộ",
                "Số căn cước",
                "Thẻ căn cước",
                "So can cuoc cong dan",
                "CĂN CƯỚC CÔNG DÂN",
                "Căn-cước",
                "CMND",
                "Số CMND",
                "CMTND",
                "Số CMT",
                "Chứng minh nhân dân",
                "Chứng minh thư",
                "Số chứng minh",
                "Giấy tờ tùy thân",
                "Giấy tờ tuỳ thân",
                "giay to tuy than",
                "Số GTTT",
                "Số giấy tờ",
                "Số định danh",
                "Số định danh cá nhân",
                "Mã định danh",
                "Mã định danh điện tử",
                "so dinh danh",
                "Số ĐDCN",
                "Mã số công dân",
                "Hộ chiếu",
                "Số hộ chiếu",
                "So ho chieu",
                "Passport No.",
                "Số BHXH",
                "Mã BHXH",
                "Sổ bảo hiểm xã hội",
                "Số thẻ BHYT",
                "Mã thẻ bảo hiểm y tế",
                "Số bảo hiểm",
                "Mã số thuế",
                "MST",
                "Giấy khai sinh",
                "Số GPLX",
                "Giấy phép lái xe",
                "citizen_number",
                "Citizen ID",
                "National ID",
                "Identity card",
                "ID card number",
                "ID No",
                "Social insurance number",
                "Tax code"
            })
    void ofNumbersOfPersonsAreKnownHoweverTheyAreWritten(String title) {
        assertThat(PersonalTitles.nameNumberOfAPerson(title)).isTrue();
        assertThat(PersonalTitles.nameNumberOfAPerson(title.toUpperCase(Locale.ROOT)))
                .isTrue();
        assertThat(PersonalTitles.nameNumberOfAPerson(Normalizer.normalize(title, Normalizer.Form.NFD)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "STT",
                "Ghi chú",
                "Số hộ",
                "Tổng số hộ chi trả",
                "Số căn hộ",
                "Số DĐ",
                "Số điện thoại",
                "Công dân số",
                "Số công dân được hỗ trợ",
                "Mã định danh đơn vị",
                "Mã định danh của cơ quan",
                "Minh chứng",
                "Căn cứ",
                "Số nhà",
                "Họ và tên chủ hộ",
                "Danh sách thành viên",
                "Lỗi / Cách sửa",
                "id"
            })
    void ofOtherThingsAreNot(String title) {
        assertThat(PersonalTitles.nameNumberOfAPerson(title)).isFalse();
    }
}
