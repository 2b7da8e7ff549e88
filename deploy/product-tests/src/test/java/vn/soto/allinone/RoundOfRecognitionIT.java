package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.allinone.CommuneClient.member;
import static vn.soto.contracts.access.Role.ADMINISTRATOR;
import static vn.soto.contracts.access.Role.AUDITOR;
import static vn.soto.contracts.access.Role.LEADER;
import static vn.soto.contracts.access.Role.MEMBER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A fraud over HTTP. A round of recognition is opened, scored, objected to, decided and published by two persons. Then
 * a sample of call-backs finds that help was invented. The records are voided, the report is amended and the honour is
 * revoked, while the decision stays.
 */
@Tag("threads")
final class RoundOfRecognitionIT {

    private static final int INVENTED = 4;
    private static final String PRESENT = "/present-scores";

    /** How long an open page is made for. */
    private static final Duration MADE_FOR = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private String team = "";
    private String report = "";
    private String round = "";
    private final List<String> records = new ArrayList<>();

    private static String candidate(int number) {
        return "\"candidate\":{\"kind\":\"INDIVIDUAL\",\"id\":\"" + member(number) + "\"}";
    }

    private static String because(String code) {
        return "\"reason\":\"%s\",\"reasonText\":\"Đã xem lại từng lượt.\"".formatted(code);
    }

    private static String text(JsonNode answer, String field) {
        return answer.get(field).asString();
    }

    @Test
    void openScoreObjectDecidePublishRevoke() {
        try (CommuneClient commune = new CommuneClient(folder, LocalDate.of(2026, 6, 25), "--soto.open.enabled=true")) {
            quarter(commune);
            String content = scored(commune);
            explained(commune);
            decided(commune, content);
            published(commune);
            printed(commune);
            JsonNode decided = commune.ask(round);
            revoked(commune);
            JsonNode after = commune.ask(round);
            assertThat(commune.ask(round + PRESENT).get("same").asBoolean()).isTrue();
            assertThat(after.get("ranked")).isEqualTo(decided.get("ranked"));
            assertThat(after.get("about").get("pin"))
                    .isEqualTo(decided.get("about").get("pin"));
        }
    }

    private void quarter(CommuneClient commune) {
        commune.grants(Map.of("leader", member(1), "member", member(2)));
        commune.agreed(ADMINISTRATOR, "/api/policy", """
                {"terms":{"minimumMembers":3,"householdsPerMember":220,"reportDueDays":5,"lateEntryDays":30,
                          "requestDueDays":5,"credit":"EQUAL_SHARES","twoPersons":["publish-honours","revoke-honour"]},
                 "instrument":{"number":"01/NQ-HĐND","signedOn":"2026-01-05"},"effectiveFrom":"2026-06-25"}
                """);
        commune.unit(OFFICER, "city", "MUNICIPALITY", "Hồ Chí Minh", "\"officialCode\":\"79\",");
        commune.unit(OFFICER, "commune", "COMMUNE", "An Thới Đông", "\"officialCode\":\"27673\",\"parent\":\"city\",");
        commune.unit(OFFICER, "an-hoa", "HAMLET", "An Hòa", "\"parent\":\"commune\",");
        team = commune.team(OFFICER, "Tổ CNSCĐ ấp An Hòa", "an-hoa", 1);
        commune.on("2026-07-20");
        for (int each = 0; each < 12; each++) {
            String household = commune.made(
                    LEADER, "/api/households", "{\"unit\":\"an-hoa\",\"reference\":\"AH-%d\"}".formatted(each));
            records.add(commune.made(
                    MEMBER, "/api/assistances", """
                    {"team":"%s","household":"%s","helpers":["%s"],
                     "content":{"services":["vneid-level-2"],"channel":"HOME_VISIT","mode":"SELF_PERFORMED","outcome":"DONE",
                                "occurredAt":"2026-07-%02dT02:00:00Z"}}
                    """.formatted(team, household, member(each < 9 ? 2 : 3), 2 + each)));
        }
        commune.on("2026-10-02");
        report = "/api/teams/" + team + "/reports/2026-Q3";
        commune.tell(LEADER, report, "{}");
        accepted(commune);
    }

    private void accepted(CommuneClient commune) {
        String content = text(commune.ask(report), "content");
        commune.tell(OFFICER, report + "/acceptance", "{\"content\":\"" + content + "\"}");
        assertThat(text(commune.ask(report), "state")).isEqualTo("ACCEPTED");
    }

    private String scored(CommuneClient commune) {
        String id = commune.made(OFFICER, "/api/units/commune/recognition-rounds", """
                {"kind":"INDIVIDUAL","rule":1,"firstQuarter":"2026-Q3","lastQuarter":"2026-Q3","quota":1,"objectionDays":3}
                """);
        round = "/api/recognition-rounds/" + id;
        commune.tell(LEADER, round + "/nominations", "{" + candidate(2) + "}");
        commune.tell(OFFICER, round + "/nominations", "{" + candidate(3) + "}");
        commune.tell(OFFICER, round + "/scoring", "{}");
        JsonNode answer = commune.ask(round);
        assertThat(text(answer.get("about"), "stage")).isEqualTo("SCORED");
        assertThat(commune.ask(round + PRESENT).get("same").asBoolean()).isTrue();
        assertThat(answer.get("ranked").size()).isEqualTo(3);
        assertThat(text(answer.get("ranked").get(0).get("who"), "member")).isEqualTo(member(2));
        assertThat(answer.get("ranked").get(0).get("rank").asInt()).isEqualTo(1);
        return text(answer.get("about").get("pin"), "content");
    }

    private void explained(CommuneClient commune) {
        String of = round + "/candidates/member:" + member(2);
        JsonNode answer = commune.ask(of);
        long sum = 0;
        for (JsonNode criterion : answer.get("criteria")) {
            sum += criterion.get("points").asLong();
            JsonNode page = commune.ask(of + "/criteria/" + text(criterion, "criterion"));
            assertThat(page.get("count")).isEqualTo(criterion.get("counted"));
            assertThat(page.get("sum")).isEqualTo(criterion.get("numerator"));
        }
        assertThat(answer.get("score").asLong()).isEqualTo(sum);
        JsonNode whatIf = commune.ask(round + "/what-if?rule=2");
        assertThat(whatIf.get("rule").asInt()).isEqualTo(2);
        assertThat(whatIf.get("moves").size()).isEqualTo(3);
    }

    private void decided(CommuneClient commune, String content) {
        commune.tell(
                LEADER,
                round + "/objections",
                "{" + candidate(2) + ",\"figure\":\"CONFIRMED\"," + because("FIGURES_DOUBTFUL") + "}");
        String decide = "{\"content\":\"%s\",\"places\":[{%s%s}]}";
        commune.on("2026-10-05");
        assertThat(text(
                        commune.refused(OFFICER, round + "/decision", decide.formatted(content, candidate(2), "")),
                        "type"))
                .endsWith("objections-are-answered");
        commune.tell(
                OFFICER,
                round + "/objections/answer",
                "{\"objectionNumber\":1,\"upheld\":false," + because("CHECKED") + "}");
        assertThat(text(
                        commune.refused(OFFICER, round + "/decision", decide.formatted(content, candidate(3), "")),
                        "type"))
                .endsWith("place-out-of-order-has-a-reason");
        commune.tell(OFFICER, round + "/decision", decide.formatted(content, candidate(2), ""));
        JsonNode answer = commune.ask(round);
        assertThat(text(answer.get("about"), "stage")).isEqualTo("DECIDED");
        assertThat(answer.get("objections").get(0).get("upheld").asBoolean()).isFalse();
        assertThat(answer.get("objections").get(0).has("why")).isTrue();
    }

    private void published(CommuneClient commune) {
        commune.tell(LEADER, round + "/consents", """
                {%s,"textVersion":1,"method":"SIGNED_FORM","team":"%s","witness":"%s","day":"2026-10-05"}
                """.formatted(candidate(2), team, member(1)));
        assertThat(commune.ask("/api/honours").size()).isZero();
        commune.agreed(
                OFFICER,
                round + "/publication",
                "{\"honoured\":[" + candidate(2).replace("\"candidate\":", "") + "]}");
        JsonNode honours = commune.ask("/api/honours");
        assertThat(CommuneClient.texts(honours, "member")).containsExactly(member(2));
    }

    /** The list names whoever agrees to it, on the page of the round and on that of all, until the consent ends. */
    private void printed(CommuneClient commune) {
        commune.tell(LEADER, "/api/members/" + member(2) + "/profile", "{\"name\":\"Trần Văn Hùng\"}");
        String page = round.substring("/api".length());
        byte[] paper = commune.paper(OFFICER, page, 200);
        assertThat(CommuneClient.text(paper))
                .contains("DANH SÁCH", "1 Trần Văn Hùng", "ỦY BAN NHÂN DÂN XÃ AN THỚI ĐÔNG");
        assertThat(CommuneClient.text(commune.paper(AUDITOR, "/honours", 200))).contains("1 Trần Văn Hùng Cá nhân");
        commune.on("2026-10-06");
        assertThat(commune.paper(OFFICER, page, 200)).as("another day").isEqualTo(paper);
        commune.tell(LEADER, round + "/consents/withdrawal", "{" + candidate(2) + "}");
        byte[] without = commune.paper(OFFICER, page, 200);
        assertThat(CommuneClient.text(without))
                .doesNotContain("Trần Văn Hùng")
                .contains("1 người được khen thưởng và không nêu tên");
        assertThat(CommuneClient.text(commune.paper(AUDITOR, "/honours", 200))).doesNotContain("Trần Văn Hùng");
        commune.on("2026-10-07");
        assertThat(commune.paper(OFFICER, page, 200)).as("a day later").isEqualTo(without);
    }

    private void revoked(CommuneClient commune) {
        commune.on("2026-10-20");
        denied(commune);
        amended(commune);
        agreedToTheOpenWeb(commune);
        commune.agreed(
                OFFICER,
                round + "/revocation",
                "{" + candidate(2)
                        + ",\"figures\":[\"HOUSEHOLDS_HELPED\",\"SELF_PERFORMED\"],\"reason\":\"NEVER_HAPPENED\"}");
        assertThat(commune.ask("/api/honours").size()).isZero();
        goneFromTheOpenWeb(commune);
        JsonNode revoked = commune.ask(round).get("places").get(0).get("revoked");
        assertThat(CommuneClient.texts(revoked.get("figures"), "criterion"))
                .containsExactly("HOUSEHOLDS_HELPED", "SELF_PERFORMED");
        assertThat(revoked.get("figures").get(0).get("present").asLong())
                .isLessThan(revoked.get("figures").get(0).get("decided").asLong());
        assertThat(revoked.get("present").get("content"))
                .isNotEqualTo(revoked.get("decided").get("content"));
    }

    private void agreedToTheOpenWeb(CommuneClient commune) {
        assertThat(commune.anybody("/open/honours").body()).doesNotContain("Trần Văn Hùng");
        commune.tell(LEADER, round + "/consents", """
                {%s,"textVersion":2,"method":"SIGNED_FORM","team":"%s","witness":"%s","day":"2026-10-19"}
                """.formatted(candidate(2), team, member(1)));
        assertThat(commune.ask("/api/honours").size()).isEqualTo(1);
        commune.later(MADE_FOR);
        HttpResponse<String> honours = commune.anybody("/open/honours");
        assertThat(honours.body()).contains("Trần Văn Hùng");
        assertThat(honours.headers().firstValue("Cache-Control")).contains("max-age=20, must-revalidate, public");
    }

    /** The page that was made before the revocation lasts 20 seconds, and with whoever read it 20 more: under 60 in all. */
    private static void goneFromTheOpenWeb(CommuneClient commune) {
        commune.later(MADE_FOR);
        assertThat(commune.anybody("/open/honours").body()).contains("Tôn vinh").doesNotContain("Trần Văn Hùng");
    }

    /** A sample of the records behind the honour is called back about: four were never helped. */
    private void denied(CommuneClient commune) {
        String sample = commune.made(OFFICER, "/api/units/commune/call-back-samples", """
                {"quarter":"2026-Q3","size":30,"records":[%s]}
                """.formatted(
                records.stream().limit(9).map(each -> "\"" + each + "\"").collect(Collectors.joining(","))));
        String path = "/api/call-back-samples/" + sample;
        for (String record : records.subList(0, 9)) {
            commune.tell(OFFICER, path + "/answers", """
                    {"assistance":"%s","verifier":"%s","result":"%s","occurredAt":"2026-10-20T00:30:00Z"}
                    """.formatted(
                            record, member(9), records.indexOf(record) < INVENTED ? "DENIED" : "CONFIRMED"));
        }
        assertThat(commune.ask(path).get("toCorrect").asInt()).isEqualTo(INVENTED);
        assertThat(commune.ask(path).get("overall").get("share").asInt())
                .as("confirmed of those reached, in thousandths")
                .isEqualTo(556);
        for (String record : records.subList(0, INVENTED)) {
            commune.tell(OFFICER, "/api/assistances/" + record + "/void", "{" + because("NEVER_HAPPENED") + "}");
            assertThat(commune.ask("/api/assistances/" + record).get("voided").asBoolean())
                    .isTrue();
        }
        assertThat(commune.ask(path).get("toCorrect").asInt()).isZero();
    }

    /** The accepted report differs by what was voided, and the team amends it; the accepted version stays. */
    private void amended(CommuneClient commune) {
        JsonNode before = commune.ask(report);
        assertThat(before.get("accepted").get("differing").asInt()).isPositive();
        assertThat(commune.ask(report + "/figures/H05/changes")
                        .get("difference")
                        .asInt())
                .isEqualTo(-INVENTED);
        commune.tell(LEADER, report, "{\"reason\":\"LATER_KNOWN\"}");
        assertThat(commune.ask(report).get("submitted").get("amends").asInt()).isEqualTo(1);
        accepted(commune);
        assertThat(commune.ask(report).get("accepted").get("differing").asInt()).isZero();
        assertThat(commune.ask(report + "?version=1").get("content")).isEqualTo(before.get("content"));
    }
}
