package vn.soto.e2e.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.testkit.Await;

/** A process of each side: the query node shows what the command node records, and both refuse who lacks a role. */
@Tag("processes")
@Order(1)
final class OneOfEachSideIT {

    /** Only ends a hang. */
    private static final Duration HANG = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    @AutoClose
    private static NodeCluster province;

    private static HttpCaller caller;
    private static HamletClient hamlet;
    private static Node writer;
    private static Node reader;

    @BeforeAll
    static void start() {
        province = NodeCluster.in(folder);
        caller = HttpCaller.with(province.tokens());
        hamlet = new HamletClient(caller);
        writer = province.commandNode(folder.resolve("account-command"));
        reader = province.queryNode(writer);
        ActiveAndStandby.awaitWriter(List.of(writer), caller, Instant.now().plus(HANG));
        hamlet.establish(writer);
    }

    @Test
    void whatOneRecordsTheOtherShows() {
        UUID visit = UUID.randomUUID();
        assertThat(hamlet.recordHelp(writer, visit).map(HttpResponse::statusCode))
                .contains(201);
        assertThat(hamlet.recordHelp(writer, visit).map(HttpResponse::statusCode))
                .as("a repeat")
                .contains(200);
        hamlet.submitReport(writer);

        assertThat(hamlet.helpIn(reader)).isEqualTo(1);
        assertThat(hamlet.answer(reader, "/api/teams/" + hamlet.team() + "/reports/2024-Q4")
                        .toString())
                .contains("2024-Q4");
        hamlet.assertRecorded(province.recorded());
    }

    /** The page is the query node's, and the command is recorded by the command node, in the sender's name. */
    @Test
    void aFormIsRecordedByTheOtherSide() {
        UUID key = UUID.randomUUID();
        String form = "unit=kp-1&reference=H-009&_key=" + key;
        HttpResponse<String> sent = caller.form(reader, "leader", "/do/register-household", form);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location").orElseThrow())
                .startsWith("/do/register-household/done?commit=");
        HttpResponse<String> again = caller.form(reader, "leader", "/do/register-household", form);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location").orElseThrow()).contains("repeat=yes");
        assertThat(province.recorded()).contains(key);

        HttpResponse<String> refused = caller.form(reader, "member", "/do/register-household", form + "x");
        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(refused.body()).contains("value=\"kp-1\"", "H-009");
    }

    @Test
    void whoeverRunsTheMachineConfirmsAnAccountOfTheIssuer() throws IOException {
        String account = "lan@xa-a.example";
        String link =
                "{\"member\":\"00000000-0000-4000-8000-000000000003\",\"effectiveFrom\":\"2024-11-02\",\"reason\":\"DUTY_ASSIGNED\"}";
        HttpResponse<String> linked = caller.post(
                        writer, "administrator", "/api/accounts/" + account + "/person", UUID.randomUUID(), link)
                .orElseThrow();
        assertThat(linked.statusCode()).as(linked.body()).isEqualTo(201);

        Files.writeString(folder.resolve("account-command"), "confirm " + account + "\nconfirm nobody@xa-a.example\n");
        Path done = folder.resolve("account-command.done");
        Await.until("the command is taken in", () -> Files.exists(done));

        assertThat(Files.readAllLines(done))
                .satisfiesExactly(
                        known -> assertThat(known).contains("recorded in the ledger"),
                        unknown -> assertThat(unknown).contains("the ledger knows nothing of the account"));
    }

    @Test
    void aTokenWithoutTheRoleIsNotEnough() {
        String household = "{\"unit\":\"kp-1\",\"reference\":\"H-002\"}";
        HttpResponse<String> refused = caller.post(writer, "auditor", "/api/households", UUID.randomUUID(), household)
                .orElseThrow();

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        HttpResponse<String> read = caller.get(reader, "nobody", "/api/units");
        assertThat(read.statusCode()).as("who has no role reads nothing").isEqualTo(403);
        for (HttpResponse<String> each : List.of(refused, read)) {
            assertThat(each.headers().map())
                    .containsKeys("content-security-policy", "permissions-policy", "referrer-policy", "cache-control");
        }
        // One side refused it, and the other one tells of it.
        Supplier<String> register =
                () -> caller.get(reader, "auditor", "/api/refused-access").body();
        Await.until("the refusal in the register", () -> register.get().contains("POST /api/households"));
        assertThat(register.get()).contains("\"account\":\"auditor\"", "\"lacking\":\"not-allowed\"");
    }
}
