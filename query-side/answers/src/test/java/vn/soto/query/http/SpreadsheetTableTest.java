package vn.soto.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Nothing in a table is a formula. */
final class SpreadsheetTableTest {

    @Test
    void whatASpreadsheetTakesForAFormulaIsNone() {
        for (String text : List.of("=1", "+1", "-1", "@x", "\tx", "\rx", "  =1", "'=1", "＝1")) {
            assertThat(SpreadsheetTable.cell(text)).as(text).startsWith("\"'");
        }
        assertThat(SpreadsheetTable.cell("a=1, \"b\"")).isEqualTo("\"a=1, \"\"b\"\"\"");
        assertThat(SpreadsheetTable.cell("a;=1\n+84, \"@x")).isEqualTo("\"a;'=1\n'+84,' \"\"@x\"");
        assertThat(SpreadsheetTable.cell("Hà Nội".toUpperCase(Locale.ROOT))).isEqualTo("\"HÀ NỘI\"");
    }
}
