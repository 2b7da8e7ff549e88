package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.web.AnswerKeys;
import vn.soto.web.HeavyWork;
import vn.soto.web.PageQuestions;
import vn.soto.web.PageReading;
import vn.soto.web.PaperCodes;

/** A file has the whole list as of one moment, with the names that may go out. */
final class TakeOutTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String QUESTION = "/api/units/u/lists?from=50&helped=true";

    private final List<String> asked = new ArrayList<>();
    private final List<PageReading> readings = new ArrayList<>();

    /** How many names were known before each question. */
    private final List<Integer> known = new ArrayList<>();

    private int rows = 450;
    private int refusedFrom = Integer.MAX_VALUE;
    private int brokenFrom = Integer.MAX_VALUE;
    private int saidFrom = Integer.MAX_VALUE;
    private String right = "NAMES";

    /** A list of so many rows, 200 a page; each page tells by which names. */
    private final class Questions implements PageQuestions {

        @Override
        public Optional<Mono<JsonAnswer>> ask(Question question, ServerWebExchange page) {
            String address = question.address();
            asked.add(address);
            PageReading reading = Objects.requireNonNull(page.getAttribute(AnswerKeys.PAGE));
            readings.add(reading);
            known.add(reading.names().size());
            reading.names().put(new PageReading.Called("household", address, 7, false), "Bà Ba");
            String begin = Addresses.parameter(address, "from");
            int from = begin.isEmpty() ? 0 : Integer.parseInt(begin);
            if (from >= brokenFrom) {
                return said(503, "{\"type\":\"urn:soto:problem:broken\"}");
            }
            return !reading.isUnnamed() && from >= refusedFrom
                    ? said(429, "{\"type\":\"urn:soto:problem:too-many-persons\",\"title\":\"Quá nhiều\"}")
                    : said(200, page(address, from, reading.isUnnamed() ? "người " : "Bà "));
        }

        private String page(String address, int from, String called) {
            StringBuilder items = new StringBuilder();
            int end = Math.min(rows, from + 200);
            for (int row = from; row < end; row++) {
                items.append(items.isEmpty() ? "" : ",")
                        .append("{\"household\":\"")
                        .append(called)
                        .append(row + 1)
                        .append("\",\"since\":\"2026-03-05\",\"helped\":true")
                        .append(row >= saidFrom ? ",\"wish\":\"VNeID\"}" : "}");
            }
            String next = Addresses.with(address, "from", Integer.toString(end));
            return "{\"freshness\":{\"moment\":{\"commit\":7,\"chain\":\"abc\"}},\"answer\":{\"unit\":\"Xã U\",\"items\":["
                    + items + "]" + (end < rows ? ",\"next\":" + end : "") + "},\"links\":{"
                    + (end < rows ? "\"next\":{\"href\":\"" + next + "\"}" : "") + "}}";
        }

        private static Optional<Mono<JsonAnswer>> said(int status, String body) {
            return Optional.of(Mono.just(new JsonAnswer("/api/units/{unit}/lists", status, JSON.readTree(body))));
        }
    }

    private GivenFile given(Map<String, String> options) {
        List<GivenFile> given = new ArrayList<>();
        taken(files(), options, each -> {
                    given.add(each);
                    return Mono.empty();
                })
                .block();
        return given.getFirst();
    }

    private TakeOut files() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("bean", new DispatcherHandler());
        Pages pages = new Pages(List.of(), Rendered.assets());
        NoFile instead = new NoFile(pages);
        return new TakeOut(
                new InnerQuestions(new Questions(), beans.getBeanProvider(DispatcherHandler.class)),
                pages,
                new PaperPrinting(pages, new PaperPress(new HeavyWork()), instead, Rendered.none(PaperCodes.class)),
                instead,
                Clock.fixed(Instant.parse("2026-11-30T06:00:00Z"), ZoneOffset.UTC));
    }

    private Mono<Void> taken(TakeOut files, Map<String, String> options, Function<GivenFile, Mono<Void>> write) {
        ApiAnswer me = new ApiAnswer(
                "/api/me",
                "/api/me",
                200,
                JSON.readTree("{\"answer\":{\"account\":\"lan\",\"rights\":[{\"role\":\"OFFICER\",\"may\":[\"" + right
                        + "\"]}]}}"));
        String address = "/units/u/lists?from=50&helped=true";
        for (Map.Entry<String, String> option : options.entrySet()) {
            address = Addresses.with(address, option.getKey(), option.getValue());
        }
        PageContext page = new PageContext(
                address, options, me, new Preferences(Locale.of("vi"), "", ""), "/assets/", "http://soto.test");
        return files.give(page, QUESTION, MockServerWebExchange.from(MockServerHttpRequest.get(address)), write);
    }

    private static List<String> lines(GivenFile given) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ((GivenFile.File) given).bytes().toIterable().forEach(bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void theWholeListIsTakenOutAsOfOneMoment() {
        List<String> lines = lines(given(Map.of("file", "csv")));
        assertThat(lines.get(1)).isEqualTo("\"Bà 1\";05/03/2026;\"có\"");
        assertThat(lines.get(450)).isEqualTo("\"Bà 450\";05/03/2026;\"có\"");
        assertThat(lines)
                .contains(
                        "\"Lần ghi số\";\"7\"",
                        "\"Mã kiểm chứng\";\"abc\"",
                        "\"Số dòng\";\"450\"",
                        "\"Địa chỉ\";\"http://soto.test/units/u/lists?asOf=2026-11-30T06%3A00%3A00Z&from=50&helped=true\"");
        assertThat(asked)
                .allMatch(address -> address.contains("asOf=2026-11-30T06%3A00%3A00Z")
                        && address.contains("limit=200")
                        && address.contains("helped=true"));
    }

    @Test
    void beyondThePacePeopleHavePseudonymsAndTheFileSaysSo() {
        refusedFrom = 400;
        List<String> lines = lines(given(Map.of("file", "csv")));
        assertThat(lines.get(400)).startsWith("\"Bà 400\"");
        assertThat(lines.get(401)).startsWith("\"người 401\"");
        assertThat(lines).anyMatch(line -> line.startsWith("\"Bí danh\";\"Từ dòng 401 trở đi"));
    }

    @Test
    void moreThanFiveHundredNamesNeedAReason() {
        rows = 600;
        GivenFile given = given(Map.of("file", "xlsx"));
        assertThat(new String(((GivenFile.Page) given).made().main(), StandardCharsets.UTF_8))
                .contains("name=\"reason\" value=\"WORK_LIST\"", "hơn 500 người");
        assertThat(readings).as("nobody is named to find it out").allMatch(PageReading::isUnnamed);

        List<String> named = lines(given(Map.of("file", "csv", "reason", "WORK_LIST")));
        assertThat(named.get(600)).startsWith("\"Bà 600\"");
        assertThat(readings.getLast().reason()).contains("WORK_LIST");
        assertThat(lines(given(Map.of("file", "csv", "names", "no"))).get(1)).startsWith("\"người 1\"");
    }

    @Test
    void whoMayReadNoNamesIsAskedForNoReason() {
        rows = 600;
        right = "SUMS";
        assertThat(given(Map.of("file", "csv"))).isInstanceOf(GivenFile.File.class);
        assertThat(readings.getLast().most()).isEqualTo(TakeOut.MOST_NAMES);
    }

    @Test
    void aListThatBreaksOffIsNoFile() {
        brokenFrom = 400;
        GivenFile given = given(Map.of("file", "csv"));
        assertThatThrownBy(() -> lines(given)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aListGoesOnWithTheColumnsOfItsFurtherPages() {
        saidFrom = 230;
        List<String> lines = lines(given(Map.of("file", "csv")));
        assertThat(lines.get(200)).startsWith("\"Bà 200\"");
        assertThat(lines.get(201)).isEmpty();
        assertThat(lines.get(202).split(";")).hasSize(lines.getFirst().split(";").length + 1);
        assertThat(lines.get(203)).isEqualTo("\"Bà 201\";05/03/2026;\"có\";");
        assertThat(lines.get(233)).isEqualTo("\"Bà 231\";05/03/2026;\"có\";\"định danh điện tử VNeID\"");
        assertThat(lines.get(452)).startsWith("\"Bà 450\"");
    }

    @Test
    void anAccountTakesFewFilesOutAtATimeAndTheirNamesAreForgotten() {
        TakeOut files = files();
        Map<String, String> csv = Map.of("file", "csv");
        List<Disposable> slow = IntStream.range(0, 3)
                .mapToObj(file -> taken(files, csv, given -> Mono.never()).subscribe())
                .toList();
        List<GivenFile> given = new ArrayList<>();
        Function<GivenFile, Mono<Void>> write = each -> {
            given.add(each);
            return Mono.empty();
        };
        taken(files, csv, write).block();
        slow.getLast().dispose();
        taken(files, csv, write).block();
        taken(files, csv, write).block();
        assertThat(((GivenFile.Page) given.getFirst()).made().answer().status()).isEqualTo(429);
        assertThat(given.subList(1, 3)).hasOnlyElementsOfType(GivenFile.File.class);

        lines(given.get(1));
        assertThat(known).containsOnly(0);
    }

    @Test
    void anUnknownFileIsSaidInWords() {
        GivenFile given = given(Map.of("file", "odt"));
        assertThat(new String(((GivenFile.Page) given).made().main(), StandardCharsets.UTF_8))
                .contains("Không có loại tệp này");
        assertThat(TakeOut.isOption("reason", Set.of("file"))).isTrue();
        assertThat(TakeOut.isOption("reason", Set.of("reason"))).isFalse();
    }
}
