package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageWordsTest {

    private static final Locale VIETNAMESE = Locale.of("vi");

    /** The kinds of organisations share names with where members come from, and stand in components of the same name as kinds of units. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    organisation, WOMENS_UNION, hội phụ nữ
                    organisation, YOUTH_UNION, đoàn thanh niên
                    organisation, OTHER, khác
                    kind, WOMENS_UNION, hội phụ nữ
                    kind, FARMERS_UNION, hội nông dân
                    kind, BANK, ngân hàng
                    category, VNEID, định danh điện tử VNeID
                    beneficiary, WALK_IN, người vãng lai
                    standing, PLANNED, chưa đến ngày
                    standing, IN_FORCE, đang có hiệu lực
                    standing, ENDED, đã hết hạn
                    standing, TAKEN_BACK, đã rút lại
                    """)
    void valuesAreToldInWords(String component, String value, String word) {
        assertThat(PageWords.value("", component, value, VIETNAMESE)).isEqualTo(word);
    }
}
