package vn.soto.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.Rendered;

final class ImpactTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UNKNOWN = "form.text.unknown-changes";

    private final PageContext page = Rendered.context(
            "/do/consolidate-teams",
            Rendered.answer("/api/me", "/api/me", "{\"answer\":{\"account\":\"officer\",\"places\":[]}}"));

    private static Part part(String json) {
        return new Part("", JSON.readTree(json));
    }

    private List<String> first(String trial, String impact) {
        return Impact.of(new FormState.Preview(part(trial), part(impact)), page).first();
    }

    @Test
    void saysWhenWhatWouldChangeIsNotKnown() {
        assertThat(first("{\"events\":[{}]}", "{\"type\":\"urn:soto:problem:bad-events\"}"))
                .containsExactly(page.t(UNKNOWN));
        assertThat(first("{\"events\":[{}]}", "{\"answer\":{\"figures\":[]}}"))
                .as("it changes nothing")
                .isNotEmpty()
                .doesNotContain(page.t(UNKNOWN));
        assertThat(first("{\"events\":[]}", "{}")).as("nothing was asked").isEmpty();
    }

    @Test
    void beginsWithASentenceAndTheSmallestPlaceAndFoldsServicesAndLevelsAbove() {
        Impact impact = Impact.of(new FormState.Preview(part("{\"events\":[{}]}"), part("""
                        {"answer":{"figures":[
                            {"where":{"team":"t","quarter":"2026-Q3"},"code":"S.vneid","name":"Lượt VNeID","before":3,"after":4},
                            {"where":{"team":"t","quarter":"2026-Q3"},"code":"H05","name":"Số lượt hướng dẫn","before":12,"after":13},
                            {"where":{"unit":"x","quarter":"2026-Q3","boundaries":["as-was","as-now"]},"code":"H05","name":"Số lượt hướng dẫn","before":40,"after":41},
                            {"where":{"unit":"p","quarter":"2026-Q3","boundaries":["as-was"]},"code":"H05","name":"Số lượt hướng dẫn","after":91},
                            {"where":{"unit":"p","quarter":"2026-Q3","boundaries":["as-now"]},"code":"H05","name":"Số lượt hướng dẫn","before":92,"after":93}]},
                         "links":{"ids":{"team":{"t":{"name":"Tổ A"}},"unit":{"x":{"name":"xã X"},"p":{"name":"tỉnh P"}}}}}""")), page);

        assertThat(impact.first())
                .first()
                .isEqualTo("Số lượt hướng dẫn, Tổ A · Quý III/2026: từ 12 thành 13; 4 số khác cũng đổi.");
        assertThat(impact.own()).extracting(Impact.Line::figure).containsExactly("Số lượt hướng dẫn");
        assertThat(impact.rest()).extracting(Impact.Line::before).containsExactly("3", "40", "–", "92");
        assertThat(Stream.concat(impact.own().stream(), impact.rest().stream()).map(row -> row.figure() + row.where()))
                .doesNotHaveDuplicates();
    }
}
