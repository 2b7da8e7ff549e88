package vn.soto.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.soto.contracts.plan.PlanId;
import vn.soto.domain.plan.Plan;
import vn.soto.harness.AllInOne;
import vn.soto.harness.ProductClient;

/** A file of households, from its dry run to a plan that survives a restart. Meanwhile the product calls nobody. */
@Tag("processes")
@Tag("long")
final class ImportIT {

    private static final String UNITS = """
            unit,kind,name,official_code,parent,instrument,signed_on,effective_from
            p-1,province,Bình Dương,74,,124/2004/QĐ-TTg,2004-07-08,2024-01-01
            c-1,commune,Minh Thạnh,25780,p-1,124/2004/QĐ-TTg,2004-07-08,2024-01-01
            h-1,hamlet,Đồng Tâm,,c-1,01/NQ,2024-01-01,2024-01-01
            h-2,hamlet,Suối Nhỏ,,c-1,01/NQ,2024-01-01,2024-01-01
            """;
    private static final String TEAMS = """
            Mã tổ,Tên tổ,Số quyết định,Ngày ký,Địa bàn,Thành viên,Tổ trưởng,Từ ngày
            t-1,Tổ ấp Đồng Tâm,05/QĐ-UBND,01/03/2026,ấp Đồng Tâm,00000000-0000-4000-8000-0000000000a1; 00000000-0000-4000-8000-0000000000a2; 00000000-0000-4000-8000-0000000000a3,00000000-0000-4000-8000-0000000000a1,01/03/2026
            """;
    private static final String ASSIGNED = """
            Địa bàn,Mã hộ,Tổ,Người phụ trách,Phân công từ ngày
            ấp Đồng Tâm,HO-1,t-1,00000000-0000-4000-8000-0000000000a1,01/03/2026
            ấp Đồng Tâm,HO-2,t-1,00000000-0000-4000-8000-0000000000a1,01/03/2026
            ấp Đồng Tâm,HO-3,t-1,00000000-0000-4000-8000-0000000000a1,01/03/2026
            """;
    private static final String MEMBERS = """
            Tổ,Mã thành viên,Tổ chức,Ngày vào tổ,Họ và tên,Số điện thoại
            t-1,00000000-0000-4000-8000-0000000000a1,khác,01/03/2026,Nguyễn Văn An,0912345678
            """;
    private static final String MERGER = """
            action,unit,kind,name,official_code,parent,successor
            establish,h-9,hamlet,Đồng Tâm Mới,,c-1,
            merge,h-1,,,,,h-9
            """;
    private static final String ID = "018f3e7a-0000-7000-8000-000000000001";
    private static final String OTHER_ID = "018f3e7a-0000-7000-8000-000000000002";
    private static final int HOUSEHOLDS = 2_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    @TempDir
    private static Path data;

    private static Watch watch;

    @AutoClose
    private static AllInOne product;

    @BeforeAll
    static void start() {
        watch = Watch.in(folder);
        product = AllInOne.start(watch.before(), data, "--soto.demo=false");
        awaitCompleted(plan(file("administrator", "/api/imports/units", UNITS)));
    }

    @Test
    void aFileIsDecidedInADryRunCorrectedAndCarriedOutThoughTheProcessIsKilled() throws IOException {
        JsonNode report = ProductClient.json(
                file("officer", "/api/imports/households?dryRun=true", "Địa bàn,Mã hộ\nẤp Đồng Tân,HO-1\n"));
        assertThat(report.at("/faults/0/row").asInt()).as(report.toString()).isEqualTo(2);
        assertThat(report.at("/faults/0/column").asString()).isEqualTo("unit");
        assertThat(report.at("/faults/0/fix").asString()).isEqualTo("ấp Đồng Tâm, xã Minh Thạnh");
        assertThat(file("officer", "/api/imports/households", "Địa bàn,Mã hộ\nẤp Đồng Tân,HO-1\n")
                        .statusCode())
                .isEqualTo(422);
        assertThat(file("member", "/api/imports/households", households()).statusCode())
                .isEqualTo(403);
        assertThat(file("officer", "/api/imports/nothing", households()).statusCode())
                .isEqualTo(400);

        HttpResponse<String> accepted = file("officer", "/api/imports/households", households());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String plan = plan(accepted);
        product.kill();
        product.close();
        watch.assertCalledNobody();

        product = AllInOne.start(data, "--soto.demo=false");
        JsonNode completed = awaitCompleted(plan);
        assertThat(completed.get("done").asInt()).as(completed.toString()).isEqualTo(HOUSEHOLDS);
        assertThat(completed.get("refused").asInt()).isZero();
        assertThat(completed.get("submittedBy").asString()).isEqualTo("officer");
        assertThat(product.json("officer", "/api/plans/" + plan + "/steps?from=" + (HOUSEHOLDS - 1))
                        .at("/answer/steps/0/state")
                        .asString())
                .isEqualTo("DONE");

        HttpResponse<String> again = file("officer", "/api/imports/households", households());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(plan(again)).isEqualTo(plan);
    }

    @Test
    void aHandOverAndAReorganisationAreCarriedOutAndTakenBackAsPlans() {
        awaitCompleted(plan(file("officer", "/api/imports/teams", TEAMS)));
        awaitCompleted(plan(file("officer", "/api/imports/members", MEMBERS)));
        product.awaitCaughtUp();
        assertThat(product.get("officer", "/api/members/00000000-0000-4000-8000-0000000000a1")
                        .body())
                .contains("Nguyễn Văn An");
        assertThat(product.output()).doesNotContain("Nguyễn Văn An").doesNotContain("0912345678");
        String imported = plan(file("officer", "/api/imports/households", ASSIGNED));
        assertThat(awaitCompleted(imported).get("done").asInt()).isEqualTo(6);

        String handOver = "/api/teams/t-1/members/00000000-0000-4000-8000-0000000000a1/hand-over";
        String body =
                "{\"to\": [{\"member\": \"00000000-0000-4000-8000-0000000000a2\"}, {\"member\": \"00000000-0000-4000-8000-0000000000a3\"}], \"effectiveFrom\": \"2026-03-02\"}";
        HttpResponse<String> handedOver = product.post("officer", handOver, body, "Idempotency-Key", ID);
        assertThat(handedOver.statusCode()).as(handedOver.body()).isEqualTo(202);
        assertThat(awaitCompleted(plan(handedOver)).get("done").asInt()).isEqualTo(3);
        assertThat(product.post("officer", handOver, body, "Idempotency-Key", ID)
                        .statusCode())
                .isEqualTo(200);
        assertThat(product.post(
                                "officer",
                                handOver,
                                body.replace(
                                        "00000000-0000-4000-8000-0000000000a1", "00000000-0000-4000-8000-0000000000a9"),
                                "Idempotency-Key",
                                OTHER_ID)
                        .body())
                .contains("MEMBER_HAS_HOUSEHOLDS_TO_HAND_OVER");
        assertThat(product.post("officer", handOver, "{\"to\": []}").statusCode())
                .isEqualTo(400);

        String reorganisation =
                "/api/imports/reorganisations?instrument=19/NQ&signedOn=2026-03-02&effectiveFrom=2026-04-01";
        JsonNode dryRun = ProductClient.json(file("auditor", reorganisation + "&dryRun=true", MERGER));
        assertThat(dryRun.get("wrong").asInt()).as(dryRun.toString()).isZero();
        assertThat(dryRun.at("/reorganisation/households").asInt()).isEqualTo(3);
        assertThat(dryRun.at("/reorganisation/teams/0/team").asString()).isEqualTo("t-1");
        assertThat(file("auditor", reorganisation, MERGER).statusCode()).isEqualTo(403);
        assertThat(file("member", reorganisation + "&dryRun=true", MERGER).statusCode())
                .isEqualTo(403);
        HttpResponse<String> wrong = file("officer", reorganisation, MERGER.replace("merge", "marge"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(ProductClient.json(wrong).at("/faults/0/problem").asString()).isEqualTo("unknown-action");
        assertThat(ProductClient.json(wrong).get("type").asString()).isEqualTo("urn:soto:problem:malformed-file");
        HttpResponse<String> reorganised = file("administrator", reorganisation, MERGER);
        assertThat(reorganised.statusCode()).as(reorganised.body()).isEqualTo(202);
        awaitCompleted(plan(reorganised));
        assertThat(successors()).isEqualTo("h-9");

        String reversal = "/api/plans/" + plan(reorganised) + "/reversal";
        HttpResponse<String> reversed = product.post("administrator", reversal, "{\"reason\": \"WRONG_ENTRY\"}");
        assertThat(reversed.statusCode()).as(reversed.body()).isEqualTo(201);
        awaitCompleted(Plan.undoing(new PlanId(plan(reorganised))).value());
        assertThat(successors()).isEmpty();
    }

    private static String plan(HttpResponse<String> accepted) {
        return ProductClient.json(accepted).get("plan").asString();
    }

    /** The successors of the hamlet, from the units query, after all commits are visible. */
    private static String successors() {
        product.awaitCaughtUp();
        return product.json("auditor", "/api/units/h-1?on=2026-04-02")
                .at("/answer/successors")
                .valueStream()
                .map(link -> link.at("/unit/unit").asString())
                .collect(Collectors.joining(","));
    }

    private static String households() {
        return IntStream.range(0, HOUSEHOLDS)
                .mapToObj(i -> "Ấp Suối Nhỏ;Minh Thạnh;HO-" + i)
                .collect(Collectors.joining("\r\n", "\uFEFFĐịa bàn;Xã;Mã hộ\r\n", "\r\n"));
    }

    private static HttpResponse<String> file(String role, String path, String file) {
        return product.send(product.request(role, path)
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(BodyPublishers.ofString(file)));
    }

    private static JsonNode awaitCompleted(String plan) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode answer = null;
        while (System.nanoTime() < deadline) {
            HttpResponse<String> response = product.get("officer", "/api/plans/" + plan);
            if (response.statusCode() == 200) {
                answer = ProductClient.json(response).get("answer");
                if (answer.get("state").asString().equals("COMPLETED")) {
                    return answer;
                }
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        throw new AssertionError("plan " + plan + " is not complete: " + answer + "\n" + product.output());
    }
}
