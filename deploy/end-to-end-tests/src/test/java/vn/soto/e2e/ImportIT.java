package vn.soto.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A file of households, from its first try to a plan that survives the process. */
final class ImportIT {

    private static final String UNITS = """
            unit,kind,name,official_code,parent,instrument,signed_on,effective_from
            p-1,province,Bình Dương,74,,124/2004/QĐ-TTg,2004-07-08,2024-01-01
            c-1,commune,Minh Thạnh,25780,p-1,124/2004/QĐ-TTg,2004-07-08,2024-01-01
            h-1,hamlet,Đồng Tâm,,c-1,01/NQ,2024-01-01,2024-01-01
            """;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path data;

    @Test
    void aFileIsTriedOutCorrectedAndCarriedOutThoughTheProcessIsKilled() {
        String plan;
        try (AllInOne product = AllInOne.start(data)) {
            assertThat(file(product, "administrator", "/api/units", UNITS).statusCode())
                    .isEqualTo(200);

            JsonNode report = AllInOne.json(file(
                    product, "officer", "/api/imports/households?dryRun=true", "Địa bàn,Mã hộ\nẤp Đồng Tân,HO-1\n"));
            assertThat(report.at("/faults/0/row").asInt()).as(report.toString()).isEqualTo(2);
            assertThat(report.at("/faults/0/column").asString()).isEqualTo("unit");
            assertThat(report.at("/faults/0/fix").asString()).isEqualTo("ấp Đồng Tâm, xã Minh Thạnh");
            assertThat(file(product, "officer", "/api/imports/households", "Địa bàn,Mã hộ\nẤp Đồng Tân,HO-1\n")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(file(product, "member", "/api/imports/households", households())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(file(product, "officer", "/api/imports/nothing", households())
                            .statusCode())
                    .isEqualTo(400);

            HttpResponse<String> accepted = file(product, "officer", "/api/imports/households", households());
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            plan = AllInOne.json(accepted).get("plan").asString();
            product.kill();
        }
        try (AllInOne product = AllInOne.start(data)) {
            JsonNode completed = awaitCompleted(product, plan);
            assertThat(completed.get("done").asInt()).as(completed.toString()).isEqualTo(2_000);
            assertThat(completed.get("refused").asInt()).isZero();
            assertThat(completed.get("submittedBy").asString()).isEqualTo("officer");
            assertThat(product.json("officer", "/api/plans/" + plan + "/steps?from=1999")
                            .at("/answer/steps/0/state")
                            .asString())
                    .isEqualTo("DONE");

            HttpResponse<String> again = file(product, "officer", "/api/imports/households", households());
            assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
            assertThat(AllInOne.json(again).get("plan").asString()).isEqualTo(plan);
        }
    }

    private static String households() {
        return IntStream.range(0, 2_000)
                .mapToObj(i -> "Ấp Đồng Tâm;Minh Thạnh;HO-" + i)
                .collect(Collectors.joining("\r\n", "\uFEFFĐịa bàn;Xã;Mã hộ\r\n", "\r\n"));
    }

    private static HttpResponse<String> file(AllInOne product, String role, String path, String file) {
        return product.send(product.request(role, path)
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(BodyPublishers.ofString(file)));
    }

    private static JsonNode awaitCompleted(AllInOne product, String plan) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode answer = null;
        while (System.nanoTime() < deadline) {
            HttpResponse<String> response = product.get("officer", "/api/plans/" + plan);
            if (response.statusCode() == 200) {
                answer = AllInOne.json(response).get("answer");
                if (answer.get("state").asString().equals("COMPLETED")) {
                    return answer;
                }
            }
        }
        throw new AssertionError("plan " + plan + " is not complete: " + answer + "\n" + product.output());
    }
}
