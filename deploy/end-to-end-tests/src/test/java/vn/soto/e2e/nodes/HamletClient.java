package vn.soto.e2e.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** A client that works on one hamlet: its team, its households and their help. It keeps the outcome of each command. */
final class HamletClient {

    /** Only ends a hang. */
    private static final Duration HANG = Duration.ofMinutes(2);

    private static final String INSTRUMENT =
            "\"instrument\":{\"number\":\"1/QĐ\",\"signedOn\":\"2024-01-01\"},\"effectiveFrom\":\"2024-01-01\"";

    private final HttpCaller caller;
    private final UUID team = UUID.randomUUID();
    private final UUID household = UUID.randomUUID();
    private final Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
    private final Set<UUID> visits = ConcurrentHashMap.newKeySet();

    HamletClient(HttpCaller caller) {
        this.caller = caller;
    }

    UUID team() {
        return team;
    }

    /** The acknowledged commands sent by {@link #recordHelp}. */
    List<UUID> visits() {
        return acknowledged.keySet().stream().filter(visits::contains).toList();
    }

    /** The commit number of each acknowledged command. */
    Map<UUID, Long> acknowledged() {
        return acknowledged;
    }

    long last() {
        return acknowledged.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Sends everything up to a household with a responsible member. */
    void establish(Node node) {
        unit(node, "p-1", "PROVINCE", "\"officialCode\":\"74\",");
        unit(node, "d-1", "DISTRICT", "\"officialCode\":\"719\",\"parent\":\"p-1\",");
        unit(node, "c-1", "COMMUNE", "\"officialCode\":\"25822\",\"parent\":\"d-1\",");
        unit(node, "kp-1", "HAMLET", "\"parent\":\"c-1\",");
        done(node, "officer", "/api/teams", team, """
                {"name":"Tổ CNSCĐ ấp 1","foundingDecision":{"number":"12/QĐ-UBND","signedOn":"2024-11-01"},
                 "coverage":["kp-1"],"leader":"00000000-0000-4000-8000-000000000001","effectiveFrom":"2024-11-01",
                 "members":[{"member":"00000000-0000-4000-8000-000000000001","organisation":"NEIGHBOURHOOD_HEAD"},
                            {"member":"00000000-0000-4000-8000-000000000002","organisation":"YOUTH_UNION"},
                            {"member":"00000000-0000-4000-8000-000000000003","organisation":"WOMENS_UNION"}]}""");
        done(node, "leader", "/api/households", household, "{\"unit\":\"kp-1\",\"reference\":\"H-001\"}");
        done(
                node,
                "leader",
                "/api/households/" + household + "/assignment",
                UUID.randomUUID(),
                "{\"team\":\"%s\",\"member\":\"00000000-0000-4000-8000-000000000002\",\"effectiveFrom\":\"2024-11-02\"}"
                        .formatted(team));
    }

    private void unit(Node node, String id, String kind, String more) {
        done(
                node,
                "administrator",
                "/api/units",
                UUID.randomUUID(),
                "{\"unit\":\"%s\",\"kind\":\"%s\",\"name\":\"%s\",%s%s}".formatted(id, kind, id, more, INSTRUMENT));
    }

    void submitReport(Node node) {
        done(node, "leader", "/api/teams/" + team + "/reports/2024-Q4", UUID.randomUUID(), "{}");
    }

    private void done(Node node, String role, String path, UUID id, String body) {
        HttpResponse<String> answer = caller.post(node, role, path, id, body)
                .orElseThrow(() -> new AssertionError("no answer to " + path + ":\n" + node.output()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        note(id, answer);
    }

    /** A member's visit to the household; equal ids give equal commands. */
    Optional<HttpResponse<String>> recordHelp(Node node, UUID id) {
        visits.add(id);
        Optional<HttpResponse<String>> answer = caller.post(node, "member", "/api/assistances", id, help());
        answer.filter(got -> got.statusCode() == 200 || got.statusCode() == 201).ifPresent(got -> note(id, got));
        return answer;
    }

    String help() {
        return """
                {"team":"%s","household":"%s","helpers":["00000000-0000-4000-8000-000000000002"],"reason":"OFFLINE",
                 "content":{"services":["vneid-level-2"],"channel":"HOME_VISIT","mode":"SELF_PERFORMED",
                            "outcome":"DONE","occurredAt":"2024-11-05T02:00:00Z"}}""".formatted(team, household);
    }

    /** Every answer about a command, from any node, has the same commit number. */
    void note(UUID id, HttpResponse<String> answer) {
        long commit = HttpCaller.json(answer).get("commit").asLong();
        Long before = acknowledged.putIfAbsent(id, commit);
        assertThat(before == null ? commit : before)
                .as("commit of command %s", id)
                .isEqualTo(commit);
    }

    int helpIn(Node reader) {
        return answer(reader, "/api/dashboards/kp-1?quarter=2024-Q4")
                .at("/total/assistances")
                .asInt();
    }

    /** Reads as of all acknowledged commands. A node that has taken over segments may need more than one wait. */
    JsonNode answer(Node reader, String path) {
        String asked = path + (path.contains("?") ? "&" : "?") + "atLeast=" + last();
        Instant end = Instant.now().plus(HANG);
        HttpResponse<String> answer = caller.get(reader, "auditor", asked);
        while (answer.statusCode() == 503 && Instant.now().isBefore(end)) {
            answer = caller.get(reader, "auditor", asked);
        }
        assertThat(answer.statusCode()).as(answer.body() + reader.output()).isEqualTo(200);
        return HttpCaller.json(answer).get("answer");
    }

    /** Each acknowledged command is in the ledger at its commit number, and no command is there twice. */
    void assertRecorded(List<UUID> ledger) {
        assertThat(ledger).doesNotHaveDuplicates();
        acknowledged.forEach((id, commit) -> assertThat(ledger.get(Math.toIntExact(commit) - 1))
                .as("commit %d", commit)
                .isEqualTo(id));
    }
}
