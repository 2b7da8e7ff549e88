package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.paper.Paper;
import vn.soto.web.AnswerKeys;
import vn.soto.web.HeavyWork;
import vn.soto.web.PageQuestions;
import vn.soto.web.PageReading;
import vn.soto.web.PaperCodes;

/** A paper has the whole list as of the commit of its version, with the names that may go out. */
final class PaperPrintingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TEMPLATE = "/api/lists/{list}";

    private final List<String> asked = new ArrayList<>();
    private final List<PageReading> readings = new ArrayList<>();
    private int rows = 450;
    private int refusedFrom = Integer.MAX_VALUE;
    private String page = "";

    /** A list of so many rows, 200 a page; each page tells by which names. */
    private final class Questions implements PageQuestions {

        @Override
        public Optional<Mono<JsonAnswer>> ask(Question question, ServerWebExchange exchange) {
            String address = question.address();
            asked.add(address);
            PageReading reading = Objects.requireNonNull(exchange.getAttribute(AnswerKeys.PAGE));
            readings.add(reading);
            String begin = Addresses.parameter(address, "from");
            int from = begin.isEmpty() ? 0 : Integer.parseInt(begin);
            return !reading.isUnnamed() && from >= refusedFrom
                    ? said(429, "{\"type\":\"urn:soto:problem:too-many-persons\",\"title\":\"Quá nhiều\"}")
                    : said(200, list(address, from, reading.isUnnamed() ? "người " : "Bà "));
        }

        private String list(String address, int from, String called) {
            StringBuilder items = new StringBuilder();
            int end = Math.min(rows, from + 200);
            for (int row = from; row < end; row++) {
                items.append(items.isEmpty() ? "" : ",").append("\"" + called + (row + 1) + "\"");
            }
            String next = Addresses.with(address, "from", Integer.toString(end));
            return "{\"freshness\":{\"moment\":{\"commit\":7,\"chain\":\"abc\"}},\"answer\":{\"items\":[" + items
                    + "]},\"links\":{" + (end < rows ? "\"next\":{\"href\":\"" + next + "\"}" : "") + "}}";
        }

        private static Optional<Mono<JsonAnswer>> said(int status, String body) {
            return Optional.of(Mono.just(new JsonAnswer(TEMPLATE, status, JSON.readTree(body))));
        }
    }

    private final class Form implements PaperForm {

        @Override
        public String question(String question, ApiAnswer answer) {
            return Addresses.with(question, "asOf", "7");
        }

        @Override
        public List<List<String>> rows(ApiAnswer answer, PageContext context) {
            return answer.answer().get("items").items().stream()
                    .map(item -> List.of(item.text()))
                    .toList();
        }

        @Override
        public Paper paper(ApiAnswer answer, List<ApiAnswer> further, List<List<String>> all, PageContext context) {
            page = context.address();
            return new Paper(
                    Locale.of("vi"),
                    "",
                    "Ủy ban nhân dân xã Đông",
                    "",
                    "",
                    "Danh sách",
                    "Người nhận",
                    "",
                    List.of(new Paper.Table(List.of(new Paper.Column("Tên", 1, false)), all, List.of())),
                    List.of(),
                    List.of(),
                    new Paper.Evidence("", List.of(), context.site() + context.address()),
                    null);
        }
    }

    private final class ListPage implements QuestionPage {

        @Override
        public String question() {
            return TEMPLATE;
        }

        @Override
        public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<PaperForm> paper(ApiAnswer answer) {
            return Optional.of(new Form());
        }
    }

    private GivenFile given(Map<String, String> options, QuestionPage... known) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("bean", new DispatcherHandler());
        Pages pages = new Pages(List.of(known), Rendered.assets());
        NoFile instead = new NoFile(pages);
        TakeOut files = new TakeOut(
                new InnerQuestions(new Questions(), beans.getBeanProvider(DispatcherHandler.class)),
                pages,
                new PaperPrinting(pages, new PaperPress(new HeavyWork()), instead, Rendered.none(PaperCodes.class)),
                instead,
                Clock.systemUTC());
        ApiAnswer me = new ApiAnswer(
                "/api/me",
                "/api/me",
                200,
                JSON.readTree(
                        "{\"answer\":{\"account\":\"lan\",\"rights\":[{\"role\":\"OFFICER\",\"may\":[\"NAMES\"]}]}}"));
        String address = "/lists/u?from=50";
        for (Map.Entry<String, String> option : options.entrySet()) {
            address = Addresses.with(address, option.getKey(), option.getValue());
        }
        PageContext context = new PageContext(
                address, options, me, new Preferences(Locale.of("vi"), "", ""), "/assets/", "http://soto.test");
        List<GivenFile> given = new ArrayList<>();
        files.give(
                        context,
                        "/api/lists/u?from=50",
                        MockServerWebExchange.from(MockServerHttpRequest.get(address)),
                        each -> {
                            given.add(each);
                            return Mono.empty();
                        })
                .block();
        return given.getFirst();
    }

    private static String text(GivenFile given) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ((GivenFile.File) given).bytes().toIterable().forEach(bytes::writeBytes);
        try (PDDocument document = Loader.loadPDF(bytes.toByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(GivenFile given) {
        return new String(((GivenFile.Page) given).made().main(), StandardCharsets.UTF_8);
    }

    @Test
    void aPaperHasTheWholeListWithItsNamesAsOfItsVersion() {
        GivenFile given = given(Map.of("file", "pdf"), new ListPage());
        assertThat(text(given))
                .contains("Bà 1 ", "Bà 450", "http://soto.test/lists/u?asOf=7")
                .doesNotContain("người ");
        assertThat(page).isEqualTo("/lists/u?asOf=7");
        assertThat(asked.subList(asked.size() - 3, asked.size())).allMatch(address -> address.contains("asOf=7"));
        assertThat(readings.getFirst().isUnnamed()).isTrue();
        GivenFile.File file = (GivenFile.File) given;
        assertThat(file.name()).endsWith("-7");
        assertThat(List.of(file.kind(), file.type(), Boolean.toString(file.shown())))
                .containsExactly("pdf", "application/pdf", "false");
        assertThat(((GivenFile.File) given(Map.of("file", "print"), new ListPage())).shown())
                .isTrue();
    }

    @Test
    void moreThanFiveHundredNamesNeedAReason() {
        rows = 600;
        assertThat(said(given(Map.of("file", "pdf"), new ListPage()))).contains("name=\"reason\" value=\"STIPEND\"");
        assertThat(text(given(Map.of("file", "pdf", "reason", "STIPEND"), new ListPage())))
                .contains("Bà 600");
        assertThat(readings.getLast().reason()).contains("STIPEND");
        assertThat(text(given(Map.of("file", "pdf", "names", "no"), new ListPage())))
                .contains("người 600");
    }

    @Test
    void aListWithHalfOfItsNamesIsNoPaper() {
        refusedFrom = 400;
        assertThat(said(given(Map.of("file", "pdf"), new ListPage()))).contains("Đã mở tên của nhiều người");
    }

    @Test
    void aListThatIsTooLongIsATable() {
        rows = PaperPrinting.MOST_ROWS + 1;
        assertThat(said(given(Map.of("file", "pdf", "names", "no"), new ListPage())))
                .contains("Danh sách quá dài để in");
    }

    @Test
    void aPageThatIsNoPaperSaysSo() {
        assertThat(said(given(Map.of("file", "pdf")))).contains("Trang này không có bảng");
    }
}
