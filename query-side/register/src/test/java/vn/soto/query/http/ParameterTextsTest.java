package vn.soto.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.server.ServerWebInputException;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.unit.Boundaries;
import vn.soto.web.Language;
import vn.soto.web.Problem;
import vn.soto.web.ProblemTexts;

/** A bad value of a parameter is answered with those that can be used, in the reader's language. */
final class ParameterTextsTest {

    private final ProblemTexts texts = new ProblemTexts(List.of("vn.soto.query.http.problems"));

    /** Declares parameters as endpoints do. */
    @SuppressWarnings("unused")
    private static void question(
            Optional<Boundaries> boundaries, Optional<LocalDate> on, Quarter quarter, Optional<Long> from) {}

    @Test
    void aBadValueOfAChoiceIsAnsweredWithAllValues() throws NoSuchMethodException {
        Problem problem = Problems.of(mismatch(0, "perhaps"));

        assertThat(problem.properties()).containsEntry("allowed", List.of("as-was", "as-now"));
        assertThat(texts.detail(problem, Language.VIETNAMESE))
                .isEqualTo("Giá trị \"perhaps\" không dùng được cho mục \"địa bàn\". Các giá trị được dùng:"
                        + " theo địa bàn của quý đó, theo địa bàn hiện nay.");
        assertThat(texts.detail(problem, Locale.ENGLISH))
                .isEqualTo(
                        "The value \"perhaps\" cannot be used for \"boundaries\". Values that can be: as-was, as-now.");
    }

    @Test
    void aBadDayQuarterOrNumberIsAnsweredWithHowItIsWritten() throws NoSuchMethodException {
        assertThat(vietnamese(Problems.of(mismatch(1, "hôm qua"))))
                .isEqualTo(
                        "“hôm qua” chưa phải là ngày ở mục “ngày”. Hãy chọn lại ngày; trong địa chỉ thì viết như 2026-07-01.");
        assertThat(vietnamese(Problems.of(mismatch(2, "2026-Q5")))).contains("mục \"quý\"", "2026-Q3");
        assertThat(vietnamese(Problems.of(mismatch(3, "x"))))
                .isEqualTo("Giá trị \"x\" không phải là số nguyên của mục \"từ\".");
        assertThat(vietnamese(
                        QueryProblemException.malformed("limit", 1, 50, "51").problem()))
                .isEqualTo(
                        "Giá trị \"51\" không dùng được cho mục \"số dòng mỗi trang\". Hãy viết số nguyên từ 1 đến 50.");
    }

    @Test
    void anUnknownParameterIsAnsweredWithTheKnownOnes() {
        Problem problem = QueryProblemException.unknownParameter("quater", List.of("quarter", "asOf"))
                .problem();

        assertThat(vietnamese(problem))
                .isEqualTo("Không có tham số \"quater\" ở đây. Các tham số dùng được: quý, thời điểm của sổ.");
        assertThat(problem.properties()).containsEntry("allowed", List.of("quarter", "asOf"));
    }

    @Test
    void theLedgerSaysHowFarItIsWritten() {
        assertThat(vietnamese(QueryProblemException.beyond("99", 12).problem()))
                .isEqualTo("Sổ mới ghi đến lần ghi số 12, chưa có số liệu tại \"99\".");
    }

    private String vietnamese(Problem problem) {
        return texts.detail(problem, Language.VIETNAMESE);
    }

    private static ServerWebInputException mismatch(int index, String value) throws NoSuchMethodException {
        Method question = ParameterTextsTest.class.getDeclaredMethod(
                "question", Optional.class, Optional.class, Quarter.class, Optional.class);
        MethodParameter parameter = new MethodParameter(question, index);
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return new ServerWebInputException(
                "type mismatch", parameter, new TypeMismatchException(value, parameter.getParameterType()));
    }
}
