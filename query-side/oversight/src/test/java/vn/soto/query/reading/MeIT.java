package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;

/** The answer to an account about itself, and the reasons why it may or may not do something. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MeIT {

    private final TwoCommunes world = new TwoCommunes();

    @AutoClose
    private final QuerySideFixture side = world.side();

    private Json as(String account) {
        return new Json(side.signedIn(account));
    }

    private Map<String, Object> why(String account, String parameters) {
        return as(account).answer("/api/me/why?" + parameters);
    }

    private static List<Map<String, Object>> list(Map<String, Object> answer, String name) {
        return ((List<?>) Objects.requireNonNull(answer.get(name)))
                .stream().map(Json::map).toList();
    }

    @Test
    void aMemberIsToldItsNameItsTeamSinceWhenAndWhereToGo() {
        Map<String, Object> me = as("member").answer("/api/me");

        assertThat(me)
                .containsEntry("account", "member")
                .containsEntry("member", "member-in")
                .containsEntry("name", "Nguyễn Thị Lan")
                .containsEntry("granted", true);
        assertThat(list(me, "rights"))
                .singleElement()
                .satisfies(right -> assertThat(right)
                        .containsEntry("role", "MEMBER")
                        .containsEntry("team", "t-in")
                        .containsEntry("cause", "MEMBERSHIP")
                        .containsEntry("from", TwoCommunes.DAY.toString())
                        .containsEntry("everywhere", false));
        assertThat(list(me, "places"))
                .extracting(place -> place.get("href"))
                .containsExactly(
                        "/api/members/member-in/follow-ups",
                        "/api/members/member-in/households",
                        "/api/members/member-in/activity",
                        "/api/teams/t-in/requests");
    }

    @Test
    void everyPlaceThatAnAccountIsOfferedAnswersIt() {
        for (String account : List.of(
                "member",
                "leader",
                "officer",
                "administrator",
                "province-administrator",
                "auditor",
                "commune-auditor",
                "viewer",
                "province-viewer",
                "organisation-officer")) {
            List<Map<String, Object>> places = list(as(account).answer("/api/me"), "places");
            assertThat(places).as(account).isNotEmpty();
            places.forEach(place -> assertThat(as(account).status(String.valueOf(place.get("href"))))
                    .as(account + " " + place)
                    .isEqualTo(200));
        }
        assertThat(list(as("operator").answer("/api/me"), "places")).isEmpty();
        assertThat(list(as("nobody").answer("/api/me"), "rights")).isEmpty();
    }

    @Test
    void whyAnOfficerSeesAHouseholdIsSaidByRoleAreaAndDays() {
        Map<String, Object> why = why("officer", "address=/api/households/h-in");

        assertThat(why).containsEntry("allowed", true).containsEntry("right", "RECORDS");
        assertThat(why.getOrDefault("text", "").toString())
                .isEqualTo("Được, vì tài khoản này là cán bộ xã, phường ở Phường in (c-in), từ ngày 10/01/2026.");
        assertThat(list(why, "by"))
                .singleElement()
                .satisfies(right ->
                        assertThat(right).containsEntry("role", "OFFICER").containsEntry("unit", "c-in"));
    }

    /** The refusal of the question and the answer to why are one text, made of one decision. */
    @Test
    void whyAnOfficerDoesNotSeeAHouseholdIsWhatTheRefusalSays() {
        for (String address : List.of(
                "/api/households/h-out",
                "/api/households/h-unknown",
                "/api/units/r-out/requests",
                "/api/members/member-out",
                "/api/plans/l-out",
                "/api/accounts/account-out")) {
            Map<String, Object> why = why("officer", "address=" + address);
            assertThat(why).as(address).containsEntry("allowed", false);
            assertThat(Objects.requireNonNull(as("officer").ask(address, "vi").getResponseBody()))
                    .as(address)
                    .containsEntry("detail", why.get("text"))
                    .containsEntry("status", 403);
        }
    }

    @Test
    void whyACommandMayBeSentIsSaidByItsDeclarationAndWhereItsTargetLies() {
        Map<String, Object> inside = why("officer", "command=relocate-household&target=household:h-in");
        assertThat(inside).containsEntry("allowed", true).containsEntry("ofCommand", true);
        assertThat(inside.getOrDefault("text", "").toString()).contains("Ghi hộ chuyển địa bàn", "quy tắc");
        assertThat(why("officer", "command=relocate-household&target=household:h-out"))
                .containsEntry("allowed", false);
        assertThat(why("viewer", "command=relocate-household&target=household:h-in"))
                .containsEntry("allowed", false);
        assertThat(as("officer").status("/api/me/why?command=no-such-command")).isEqualTo(404);
        assertThat(as("officer").status("/api/me/why?address=/no/such")).isEqualTo(404);
    }

    @Test
    void anAnswerLeadsOnlyToWhatTheReaderMayAskAndDo() {
        Map<String, Object> links =
                Json.map(as("viewer").whole("/api/units/r-in").get("links"));
        assertThat(Json.map(links.get("questions")).keySet())
                .contains("dashboards", "reports", "coverage")
                .doesNotContain("households", "businesses", "requests");
        assertThat(Json.map(links.get("commands"))).isEmpty();
        Map<String, Object> officer =
                Json.map(as("officer").whole("/api/units/r-in").get("links"));
        assertThat(Json.map(officer.get("questions")).keySet()).contains("households", "requests");
        Map<String, Object> beside =
                Json.map(as("officer").whole("/api/units/r-out").get("links"));
        assertThat(Json.map(beside.get("questions")).keySet())
                .contains("coverage")
                .doesNotContain("households");
        assertThat(Json.map(beside.get("commands"))).isEmpty();
    }
}
