package vn.soto.page.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.Rendered;
import vn.soto.page.View;

/** The form of an approval begins with the decision. The request and its effects of now follow. */
final class ApprovalFormTest {

    private static Part part(String json) {
        return new Part("", new JsonMapper().readTree(json.replace('\'', '"')));
    }

    @Test
    void theDecisionIsTheFirstThingThatTheTabulatorReaches() {
        Part command = part("""
                {'name':'approve-plan','title':'Duyệt','fields':[
                {'name':'plan','type':'id','of':'plan','required':true,'in':'path'},
                {'name':'content','type':'id','of':'content','required':false}]}""");
        ApiAnswer proposal = Rendered.answer("/api/plans/{plan}", "/api/plans/p", """
                {"answer":{"plan":"p","kind":"PROPOSAL","state":"AWAITING_APPROVAL","steps":1,"content":"c0ffee","submittedBy":"can.bo",
                "submittedAt":"2026-11-25T08:00:00Z","why":"theo quyết định 12","proposed":[{"step":0,"command":"relocate-household",
                "state":"WAITING","changes":[{"field":"unit","from":"kp-1","to":"kp-2"}]}]},
                "links":{"ids":{},"commands":{"approve-plan":{"href":"x","name":"Duyệt"},"abandon-plan":{"href":"y","name":"Bỏ"}}}}""");
        FormState state = new FormState(
                command,
                "k",
                "/",
                Typed.of(Map.of("plan", "p", "content", "c0ffee")),
                Map.of(),
                Set.of(),
                List.of(),
                new FormState.Preview(part("{'events':[{}],'warnings':[]}"), part("{}")));
        ApiAnswer me = Rendered.answer(
                "/api/me",
                "/api/me",
                "{\"answer\":{\"account\":\"quan.tri\",\"on\":\"2026-11-30\",\"quarter\":\"2026-Q4\",\"places\":[]}}");
        PageContext page = Rendered.context("/do/approve-plan", me);

        String form =
                Rendered.alone(new View("t", "command/form.jte", Map.of("state", state, "proposal", proposal)), page);

        String section = form.substring(form.indexOf("<section id=\"impact\""), form.indexOf("</section>"));
        assertThat(section)
                .startsWith("<section id=\"impact\" tabindex=\"-1\" aria-labelledby=\"impact-title\" autofocus>");
        assertThat(section.indexOf("id=\"give\"")).isBetween(0, section.indexOf("<a "));
        assertThat(section)
                .contains(">Duyệt</button>", ">Từ chối</a>", "“theo quyết định 12”", "Nếu duyệt bây giờ", "<del>");
        assertThat(Jsoup.parse(form).select("[data-at]"))
                .extracting(shown -> shown.attr("data-at"), shown -> shown.attr("data-of"))
                .contains(
                        tuple("/answer/submittedBy", "/api/plans/p"),
                        tuple("/answer/submittedAt", "/api/plans/p"),
                        tuple("/answer/proposed/0/changes/0/from", "/api/plans/p"),
                        tuple("/answer/proposed/0/changes/0/to", "/api/plans/p"))
                .extracting(shown -> shown.toList().getLast())
                .containsOnly("/api/plans/p");
        assertThat(form).contains("<input type=\"hidden\" name=\"content\" value=\"c0ffee\">");
    }
}
