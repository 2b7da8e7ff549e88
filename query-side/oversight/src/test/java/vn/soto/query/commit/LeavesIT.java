package vn.soto.query.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** A reader computes the chain hashes from the leaves, by what FORMAT.md says alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LeavesIT {

    private final Sample sample = new Sample(5, 700);
    private final long last = sample.scribe
            .write(new TeamRenamed(sample.teams.getFirst(), "Tổ Sông", Sample.DECISION, Sample.DAY))
            .number();

    @AutoClose
    private final QuerySideFixture side =
            QuerySideFixture.inMemory(sample.scribe).upTo(last);

    private EntityExchangeResult<String> ask(String address) {
        return side.http()
                .get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_NDJSON)
                .expectBody(String.class)
                .returnResult();
    }

    private List<JsonNode> leaves(String address) {
        String body = Objects.requireNonNullElse(ask(address).getResponseBody(), "");
        JsonMapper mapper = new JsonMapper();
        return body.lines().map(mapper::readTree).toList();
    }

    private static byte[] sha256(byte[] first, byte[] then) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return digest.digest(then);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void allLeavesInOrderGiveTheHashOfEveryAnswer() {
        String origin = Objects.requireNonNull(
                ask("/api/leaves?to=1").getResponseHeaders().getFirst("Soto-Origin"));
        byte[] chain =
                sha256("soto/ledger/v1".getBytes(StandardCharsets.UTF_8), origin.getBytes(StandardCharsets.UTF_8));
        List<Integer> pages = new ArrayList<>();
        long next = 1;
        for (List<JsonNode> page = leaves("/api/leaves"); !page.isEmpty(); page = leaves("/api/leaves?from=" + next)) {
            pages.add(page.size());
            for (JsonNode line : page) {
                assertThat(line.get("n").asLong()).isEqualTo(next++);
                assertThat(line.get("previous").asString())
                        .isEqualTo(HexFormat.of().formatHex(chain));
                byte[] leaf = Base64.getDecoder().decode(line.get("leaf").asString());
                chain = sha256(chain, sha256(new byte[1], leaf));
                assertThat(line.get("chain").asString())
                        .isEqualTo(HexFormat.of().formatHex(chain));
            }
        }
        assertThat(next).isEqualTo(last + 1);
        assertThat(pages.getFirst()).isEqualTo(500);
        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(Json.map(new Json(side.http()).freshness("/api/units").get("moment")))
                .containsEntry("commit", (int) last)
                .containsEntry("chain", HexFormat.of().formatHex(chain));
    }

    @Test
    void aLeafHasTheHashOfABodyAndNotTheBody() {
        JsonNode leaf = leaves("/api/leaves?from=" + last).getFirst();
        String bytes = new String(Base64.getDecoder().decode(leaf.get("leaf").asString()), StandardCharsets.UTF_8);
        assertThat(bytes)
                .contains("team.renamed", "team:" + sample.teams.getFirst())
                .doesNotContain("Tổ Sông");
    }

    @Test
    void boundsAreKept() {
        assertThat(leaves("/api/leaves?from=3&to=5"))
                .extracting(line -> line.get("n").asInt())
                .containsExactly(3, 4, 5);
        assertThat(leaves("/api/leaves?from=3&to=99999&asOf=4")).hasSize(2);
        assertThat(leaves("/api/leaves?from=" + (last + 1))).isEmpty();
        for (Map.Entry<String, Integer> wrong :
                Map.of("from=0", 400, "from=9&to=8", 400, "from=x", 400).entrySet()) {
            assertThat(new Json(side.http()).status("/api/leaves?" + wrong.getKey()))
                    .as(wrong.getKey())
                    .isEqualTo(wrong.getValue());
        }
        side.http("LEADER").get().uri("/api/leaves").exchange().expectStatus().isForbidden();
    }
}
