package vn.soto.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.page.Part;
import vn.soto.web.TypedDays;

/** The command that a filled form is. */
final class CommandBodyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static CommandBody body(String fields, String typed) {
        Part command =
                new Part("", JSON.readTree("{\"path\":\"/api/teams/{team}/members\",\"fields\":[" + fields + "]}"));
        return CommandBody.of(command, Typed.read(typed), new TypedDays(LocalDate.of(2026, 11, 29)));
    }

    @Test
    void valuesHaveTheTypesOfTheirFields() {
        CommandBody body = body(
                """
                {"name":"team","type":"id","of":"team","in":"path","required":true},
                {"name":"effectiveFrom","type":"day"},{"name":"count","type":"number"},{"name":"sum","type":"number"},
                {"name":"third","type":"truth"},{"name":"at","type":"time"},
                {"name":"helpers","type":"list","item":{"type":"id","of":"member"}},
                {"name":"names","type":"list","item":{"type":"text"}},
                {"name":"left","type":"text"},{"name":"wrong","type":"number"}""",
                "team=a%2Fb&effectiveFrom=5/3/26&count=12&sum=500.000&third=true&at=2026-11-29T08:30"
                        + "&helpers=m1&helpers=m2&names=A%0AB%0A&left=&wrong=ba");

        assertThat(body.path()).isEqualTo("/api/teams/a%2Fb/members");
        assertThat(body.json().toString()).isEqualTo(JSON.readTree("""
                                {"effectiveFrom":"2026-03-05","count":12,"sum":500000,"third":true,"at":"2026-11-29T01:30:00Z",
                                "helpers":["m1","m2"],"names":["A","B"],"wrong":"ba"}""").toString());
    }

    @Test
    void groupsAndRowsAreSentIfAnythingOfThemIsFilledIn() {
        String fields = """
                {"name":"team","type":"id","of":"team","in":"path","required":true},
                {"name":"area","type":"group","fields":[{"name":"unit","type":"id","of":"unit"}]},
                {"name":"members","type":"list","item":{"type":"group","fields":[{"name":"member","type":"id","of":"member"},
                {"name":"organisation","type":"choice"}]}}""";

        assertThat(body(fields, "team=t&area.unit=&members.0.member=&members.0.organisation=")
                        .json())
                .isEmpty();
        assertThat(body(fields, "team=t&area.unit=u&members.0.member=&members.2.member=m&members.2.organisation=X")
                        .json()
                        .toString())
                .isEqualTo(JSON.readTree("""
                                {"area":{"unit":"u"},"members":[{"member":"m","organisation":"X"}]}""").toString());
    }

    @Test
    void aMissingVariableLeadsToNoResource() {
        assertThat(body("{\"name\":\"team\",\"type\":\"id\",\"of\":\"team\",\"in\":\"path\",\"required\":true}", "")
                        .path())
                .isEqualTo("/api/teams/-/members");
    }
}
