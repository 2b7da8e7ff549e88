package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.contracts.access.Role.ADMINISTRATOR;
import static vn.soto.contracts.access.Role.AUDITOR;
import static vn.soto.contracts.access.Role.MEMBER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A household asks for what is kept about it, moves away, and is forgotten when its time is over: over HTTP, in one process. */
@Tag("threads")
final class PersonsOwnSideIT {

    private static final String NAME = "Nguyễn Thị Lan";
    private static final String MEMBER_ID = "00000000-0000-4000-8000-000000000001";
    private static final String DECISION = "\"instrument\":{\"number\":\"1/QĐ-UBND\",\"signedOn\":\"2026-01-05\"}";
    private static final String DASHBOARD = "/api/dashboards/p-1?quarter=2026-Q1";

    @TempDir
    private Path folder;

    private static void establish(CommuneClient commune) {
        commune.grants(Map.of("leader", MEMBER_ID, "member", MEMBER_ID));
        unit(commune, "p-1", "PROVINCE", "Bình Dương", "\"officialCode\":\"74\",");
        unit(commune, "c-1", "COMMUNE", "Minh Thạnh", "\"officialCode\":\"25780\",\"parent\":\"p-1\",");
        unit(commune, "u-1", "HAMLET", "Đồng Tâm", "\"parent\":\"c-1\",");
        commune.agreed(ADMINISTRATOR, "/api/policy", """
                {"terms":{"minimumMembers":1,"householdsPerMember":220,"reportDueDays":5,"lateEntryDays":30,
                          "requestDueDays":5,"credit":"EQUAL_SHARES","twoPersons":["erase-household-data"],
                          "retention":{"household":1}},
                 %s,"effectiveFrom":"2026-01-05"}
                """.formatted(DECISION));
    }

    private static void unit(CommuneClient commune, String id, String kind, String name, String more) {
        commune.tell(
                OFFICER,
                "/api/units",
                "{\"unit\":\"%s\",\"kind\":\"%s\",\"name\":\"%s\",%s%s,\"effectiveFrom\":\"2026-01-05\"}"
                        .formatted(id, kind, name, more, DECISION));
    }

    private static String household(CommuneClient commune) {
        String home = commune.made(OFFICER, "/api/households", "{\"unit\":\"u-1\",\"reference\":\"HO-1\"}");
        commune.tell(
                OFFICER,
                "/api/households/" + home + "/contact",
                "{\"headName\":\"%s\",\"phone\":\"0912345678\"}".formatted(NAME));
        String team = commune.made(OFFICER, "/api/teams", """
                {"name":"Tổ CNSCĐ ấp Đồng Tâm","foundingDecision":{"number":"2/QĐ-UBND","signedOn":"2026-01-05"},
                 "coverage":["u-1"],"leader":"%s","effectiveFrom":"2026-01-05",
                 "members":[{"member":"%s","organisation":"YOUTH_UNION"}]}
                """.formatted(MEMBER_ID, MEMBER_ID));
        commune.tell(MEMBER, "/api/assistances", """
                {"team":"%s","household":"%s","helpers":["%s"],"note":"Cần chữ to",
                 "content":{"services":["vneid-level-2"],"channel":"HOME_VISIT","mode":"SELF_PERFORMED",
                            "outcome":"DONE","occurredAt":"2026-01-06T01:00:00Z"}}
                """.formatted(team, home, MEMBER_ID));
        return home;
    }

    private static JsonNode file(CommuneClient commune, String home) {
        return commune.asked(ADMINISTRATOR, "/api/persons/household:" + home + "/file", 200)
                .get("answer");
    }

    @Test
    void aHouseholdIsHandedItsFileAndForgottenWhenItsTimeIsOver() {
        try (CommuneClient commune = new CommuneClient(folder, LocalDate.of(2026, 1, 6))) {
            establish(commune);
            String home = household(commune);
            askAndHandOver(commune, home);
            object(commune, home);
            commune.tell(OFFICER, "/api/households/" + home + "/departure", "{\"effectiveFrom\":\"2026-01-12\"}");
            commune.on("2026-02-12");
            assertThat(preview(commune)).isEmpty();
            commune.on("2026-02-13");
            JsonNode figures = commune.ask(DASHBOARD).get("total");
            forget(commune, home);

            JsonNode forgotten = file(commune, home);
            assertThat(forgotten.toString()).doesNotContain(NAME, "0912345678", "Cần chữ to");
            assertThat(forgotten.at("/erasure/basis").asString()).isEqualTo("RETENTION_OVER");
            assertThat(forgotten.at("/erasure/keptUntil").asString()).isEqualTo("2026-02-12");
            assertThat(commune.ask(DASHBOARD).get("total")).isEqualTo(figures);
        }
    }

    private static void askAndHandOver(CommuneClient commune, String home) {
        String asked = commune.made(
                OFFICER,
                "/api/data-requests",
                "{\"subject\":\"household:%s\",\"kind\":\"ACCESS\",\"receivedOn\":\"2026-01-06\"}".formatted(home));
        JsonNode open = commune.ask("/api/data-requests").get("dataRequests");
        assertThat(open).hasSize(1);
        assertThat(open.get(0).get("answerBy").asString()).isEqualTo("2026-01-08");
        assertThat(file(commune, home).toString()).contains(NAME, "0912345678", "Cần chữ to");
        commune.asked(OFFICER, "/api/persons/household:" + home + "/file", 403);
        commune.tell(ADMINISTRATOR, "/api/data-requests/" + asked + "/completion", "{\"carriedOutOn\":\"2026-01-06\"}");
        assertThat(commune.ask("/api/data-requests").get("dataRequests")).isEmpty();
        assertThat(commune.asked(AUDITOR, "/api/personal-data-reads?subject=household:" + home, 200)
                        .toString())
                .contains("/file");
    }

    private static void object(CommuneClient commune, String home) {
        String restriction = "/api/persons/household:" + home + "/restriction";
        commune.tell(ADMINISTRATOR, restriction, "{\"since\":\"2026-01-06\",\"reason\":\"REQUEST_OF_PERSON\"}");
        String contact = "{\"headName\":\"Nguyễn Thị Lan Anh\"}";
        JsonNode refused = commune.refused(OFFICER, "/api/households/" + home + "/contact", contact);
        assertThat(refused.get("detail").asString()).contains("hạn chế", "06/01/2026");
        commune.tell(ADMINISTRATOR, restriction + "/end", "{\"since\":\"2026-01-06\",\"reason\":\"NO_LONGER_NEEDED\"}");
        commune.on("2026-01-12");
    }

    private static JsonNode preview(CommuneClient commune) {
        return commune.file(ADMINISTRATOR, "/api/retention?dryRun=true", "", 200)
                .get("ended");
    }

    private static void forget(CommuneClient commune, String home) {
        JsonNode ended = preview(commune);
        assertThat(ended).hasSize(1);
        assertThat(ended.get(0).get("subject").asString()).isEqualTo("household:" + home);
        String plan = commune.file(ADMINISTRATOR, "/api/retention", "", 202)
                .get("plan")
                .asString();
        assertThat(file(commune, home).get("erasure"))
                .as("not before another one agrees")
                .isNull();
        commune.approve(plan);
        commune.completed(plan);
    }
}
