package vn.soto.page.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Rendered;

final class FigurePageTest {

    @Test
    void anEventBehindAFigureIsALineWithItsFieldsAndWhatCorrectedIt() {
        ApiAnswer answer =
                Rendered.answer("/api/dashboards/{unit}/figures/{code}", "/api/dashboards/u/figures/H05", """
                {"answer":{"name":"Số lượt","code":"H05","unit":"lượt","definition":"d","value":1,"counted":1,"entries":[[
                {"position":7,"commit":5,"name":"assistance.recorded.v3","sentence":"Hướng dẫn hộ A","recorded":"2025-01-05T03:00:00Z",
                "who":"demo-leader","body":{"minutes":20},"correctedBy":[{"commit":6,"position":9}],"voided":false}]]}}""");
        String html = new Rendered(new FigurePage("/api/dashboards/{unit}/figures/{code}"))
                .html(
                        answer,
                        Rendered.context("/dashboards/u/figures/H05?asOf=50", Map.of()),
                        Rendered.saying(_ -> "{}"));
        assertThat(html)
                .contains("<s>Hướng dẫn hộ A</s>", "href=\"/commits/6\"", "href=\"/events/7?asOf=50\"")
                .contains("data-at=\"/answer/entries/0/0/body/minutes\" value=\"20\"");
    }
}
