package vn.soto.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
