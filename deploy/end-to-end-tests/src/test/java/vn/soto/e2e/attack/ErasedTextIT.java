package vn.soto.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.harness.AllInOne;
import vn.soto.testkit.Await;

/**
 * The texts about a person, in the memory of the process after the person was erased, others made 100 requests and
 * garbage was collected. A dump of the heap has none of them, in whatever encoding.
 */
@Tag("processes")
@Tag("long")
final class ErasedTextIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int RUNS = 5;
    private static final int REQUESTS = 100;
    private static final String FROM = "\"effectiveFrom\":\"2026-01-05\"";
    private static final String DECISION = "{\"number\":\"1/QĐ-UBND\",\"signedOn\":\"2026-01-05\"}";
    private static final String MEMBER = "00000000-0000-4000-8000-00000000000";
    private static final String ADMINISTRATOR = "administrator";

    @SuppressWarnings("TimeInStaticInitializer") // any time before the erasure serves
    private static final Instant YESTERDAY = Clock.systemUTC().instant().minus(Duration.ofDays(1));

    @TempDir
    private Path folder;

    /** Letters that nothing else has, in the alphabet of the country. */
    private static List<String> texts(int run) {
        String mark = "qxz".repeat(2) + (char) ('a' + run);
        return List.of(
                "Trần Quỳnh " + mark,
                "đường Hoa Mướp, ngách Lá Bàng " + mark,
                "03582746" + (10 + run),
                "mang giúp kính đến nhà, cửa khóa " + mark,
                "hỏi cách nộp hồ sơ buổi trưa, người già " + mark);
    }

    @Test
    void noTextOfAnErasedPersonIsInMemory() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        try (AllInOne product = AllInOne.start(data, "--soto.demo=false", "--soto.first-administrator=administrator")) {
            found(product, data);
            for (int run = 0; run < RUNS; run++) {
                List<String> texts = texts(run);
                erase(product, recorded(product, run, texts));
                othersAsk(product, run);

                assertThat(kept(product, texts)).as("run %d", run).isEmpty();
            }
        }
    }

    private static String sent(AllInOne product, String account, String path, String body, int status) {
        HttpResponse<String> answer = product.post(account, path, body);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        return answer.body();
    }

    private static String made(AllInOne product, String path, String body) {
        return JSON.readTree(sent(product, ADMINISTRATOR, path, body, 201))
                .path("created")
                .path(0)
                .asString("");
    }

    /** Two administrators, a unit and its team. */
    private void found(AllInOne product, Path data) throws IOException, InterruptedException {
        Await.until(
                "a first administrator",
                () -> product.get(ADMINISTRATOR, "/api/accounts").body().contains("\"ADMINISTRATOR\""));
        made(
                product,
                "/api/accounts/administrator-2/roles",
                "{\"role\":\"ADMINISTRATOR\",%s,\"reason\":\"DUTY_ASSIGNED\"}".formatted(FROM));
        Files.writeString(data.resolve("account-command"), "confirm administrator-2\n");
        unit(product, "p-1", "PROVINCE", "Bình Dương", ",\"officialCode\":\"74\"");
        unit(product, "c-1", "COMMUNE", "Minh Thạnh", ",\"officialCode\":\"25780\",\"parent\":\"p-1\"");
        unit(product, "u-1", "HAMLET", "Đồng Tâm", ",\"parent\":\"c-1\"");
        String members = List.of(1, 2, 3).stream()
                .map(number -> "{\"member\":\"%s%d\",\"organisation\":\"YOUTH_UNION\"}".formatted(MEMBER, number))
                .collect(Collectors.joining(","));
        made(product, "/api/teams", """
            {"team":"team-1","name":"Tổ công nghệ số 1","foundingDecision":%s,"coverage":["u-1"],"leader":"%s1",%s,"members":[%s]}
            """.formatted(DECISION, MEMBER, FROM, members));
        Await.until("the command's answer", () -> Files.exists(data.resolve("account-command.done")));
    }

    private static void unit(AllInOne product, String id, String kind, String name, String more) {
        made(
                product,
                "/api/units",
                "{\"unit\":\"%s\",\"kind\":\"%s\",\"name\":\"%s\",\"instrument\":%s,%s%s}"
                        .formatted(id, kind, name, DECISION, FROM, more));
    }

    /** Each text is recorded, and shown in answers and on pages. */
    private static String recorded(AllInOne product, int run, List<String> texts) {
        String household =
                made(product, "/api/households", "{\"unit\":\"u-1\",\"reference\":\"HO-%d\"}".formatted(run));
        made(
                product,
                "/api/households/" + household + "/contact",
                JSON.writeValueAsString(
                        Map.of("headName", texts.get(0), "address", texts.get(1), "phone", texts.get(2))));
        String help = made(product, "/api/assistances", """
            {"team":"team-1","household":"%s","helpers":["%s2"],"note":"%s","content":{"services":["vneid-level-2"],
             "channel":"HOME_VISIT","mode":"SELF_PERFORMED","outcome":"DONE","occurredAt":"%s"}}
            """.formatted(household, MEMBER, texts.get(3), YESTERDAY));
        String last = sent(
                product,
                ADMINISTRATOR,
                "/api/requests",
                """
            {"household":"%s","source":"HOTLINE","topics":["VNEID"],"receivedOn":"%s","note":"%s"}
            """.formatted(household, YESTERDAY.toString().substring(0, 10), texts.get(4)),
                201);
        String known = "?atLeast=" + JSON.readTree(last).path("commit").asString();
        assertThat(product.get(ADMINISTRATOR, "/api/households/" + household + known)
                        .body())
                .contains(texts.subList(0, 3));
        for (String page : List.of("/households/" + household, "/assistances/" + help, "/units/u-1/households")) {
            assertThat(product.get(ADMINISTRATOR, page, "Accept", "text/html").body())
                    .contains(texts.getFirst());
        }
        return household;
    }

    private static void erase(AllInOne product, String household) {
        String waiting = sent(
                product,
                ADMINISTRATOR,
                "/api/households/" + household + "/erasure",
                "{\"basis\":\"REQUEST_OF_THE_SUBJECT\",\"reason\":\"REQUEST_OF_PERSON\"}",
                202);
        String plan = JSON.readTree(waiting).path("plan").asString();
        sent(product, "administrator-2", "/api/plans/" + plan + "/approval", "{}", 201);
        Await.until(
                "the erasure",
                () -> product.json(ADMINISTRATOR, "/api/plans/" + plan)
                        .at("/answer/state")
                        .asString()
                        .equals("COMPLETED"));
    }

    private static void othersAsk(AllInOne product, int run) {
        List<String> asked = List.of("/api/units", "/units/u-1", "/api/teams/team-1", "/units/u-1/households");
        for (int i = 0; i < REQUESTS; i++) {
            if (i % 10 == 0) {
                made(product, "/api/households", "{\"unit\":\"u-1\",\"reference\":\"NX-%d-%d\"}".formatted(run, i));
            } else {
                product.get(ADMINISTRATOR, asked.get(i % asked.size()));
            }
        }
    }

    /** The texts that a dump of the heap has, after a full collection. */
    private List<String> kept(AllInOne product, List<String> texts) throws IOException, InterruptedException {
        Path dump = folder.resolve("heap.hprof");
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process dumping = new ProcessBuilder(
                        tool.toString(), Long.toString(product.process().pid()), "GC.heap_dump", dump.toString())
                .inheritIO()
                .start();
        assertThat(dumping.waitFor()).isZero();
        List<String> kept = new ArrayList<>();
        for (String text : texts) {
            for (byte[] form : forms(text)) {
                if (contains(dump, form)) {
                    kept.add(text + " as " + new String(form, StandardCharsets.ISO_8859_1));
                }
            }
        }
        Files.delete(dump);
        return kept;
    }

    /** As bytes of requests, answers and pages, as characters, and as a string of either kind. */
    private static List<byte[]> forms(String text) {
        return List.of(
                text.getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_16BE),
                text.getBytes(StandardCharsets.UTF_16LE));
    }

    private static boolean contains(Path file, byte[] sought) throws IOException {
        byte[] buffer = new byte[1 << 20];
        int held = 0;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            for (int read = bytes.read(buffer, held, buffer.length - held);
                    read >= 0;
                    read = bytes.read(buffer, held, buffer.length - held)) {
                held += read;
                if (indexOf(buffer, held, sought) >= 0) {
                    return true;
                }
                int rest = Math.min(held, sought.length - 1);
                System.arraycopy(buffer, held - rest, buffer, 0, rest);
                held = rest;
            }
        }
        return false;
    }

    private static int indexOf(byte[] bytes, int length, byte[] sought) {
        for (int at = 0; at <= length - sought.length; at++) {
            int same = 0;
            while (same < sought.length && bytes[at + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return at;
            }
        }
        return -1;
    }
}
