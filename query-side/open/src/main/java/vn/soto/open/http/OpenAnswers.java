package vn.soto.open.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.soto.open.OpenSettings;
import vn.soto.open.http.OpenMoment.Known;
import vn.soto.open.paper.FoundPaper;
import vn.soto.open.paper.Papers;
import vn.soto.open.quarter.OpenQuarter;
import vn.soto.open.quarter.OpenQuarter.OpenRow;
import vn.soto.open.quarter.OpenQuarters;
import vn.soto.page.Pages;

/** Makes the answers to open addresses. It blocks. */
@Component
record OpenAnswers(
        OpenMoment moment,
        OpenQuarters quarters,
        OpenPeople people,
        Papers papers,
        OpenSettings settings,
        Pages pages) {

    /**
     * How long an answer is made for. Browsers and proxies may keep it for as long again, and read models may be some seconds behind. So a name is gone within a minute.
     */
    static final Duration MADE_FOR = Duration.ofSeconds(20);

    private static final MediaType CSV = MediaType.valueOf("text/csv;charset=UTF-8");

    /** The answer to an address; not found if there is nothing open. */
    OpenAnswer of(OpenAddress address) {
        Known known = moment.now();
        return switch (address.place()) {
            case HOME -> home(address, known);
            case HONOURS ->
                page(
                        address,
                        "honours",
                        Map.of(
                                "honours",
                                known.current() ? people.honours(known.asOf()) : List.of(),
                                "current",
                                known.current()));
            case MODELS -> page(address, "models", Map.of("models", people.models(known.asOf())));
            case DICTIONARY -> dictionary(address);
            case QUARTER -> quarter(address, known);
        };
    }

    private OpenAnswer home(OpenAddress address, Known known) {
        return page(address, "home", Map.of("quarters", quarters.all(known.today(), known.asOf(), known.span())));
    }

    private OpenAnswer dictionary(OpenAddress address) {
        return switch (address.format()) {
            case PAGE -> page(address, "dictionary", Map.of("lines", OpenLineText.all(address.language())));
            case CSV ->
                file(address, CSV, OpenTables.dictionaryCsv(settings.licence(), address.language()), "dictionary.csv");
            case JSON ->
                file(
                        address,
                        MediaType.APPLICATION_JSON,
                        OpenTables.dictionaryJson(settings.licence(), address.language()),
                        "");
        };
    }

    private OpenAnswer quarter(OpenAddress address, Known known) {
        Optional<OpenQuarter> found = quarters.all(known.today(), known.asOf(), known.span()).stream()
                .filter(each -> each.quarter().equals(address.quarter())
                        && each.of(address.unit()).isPresent())
                .findFirst();
        return found.map(quarter ->
                        quarter(address, quarter, quarter.of(address.unit()).orElseThrow()))
                .orElseGet(() -> missing(address.language(), false));
    }

    private OpenAnswer quarter(OpenAddress address, OpenQuarter quarter, OpenRow row) {
        boolean whole = row.equals(quarter.total());
        List<OpenRow> rows = whole ? quarter.rows() : List.of();
        List<OpenRow> all = new ArrayList<>(List.of(row));
        all.addAll(rows);
        String file = "so-to-" + quarter.quarter() + "-" + row.unit();
        return switch (address.format()) {
            case PAGE ->
                page(
                        address,
                        "quarter",
                        Map.of(
                                "quarter",
                                quarter,
                                "row",
                                row,
                                "rows",
                                rows,
                                "lines",
                                OpenLineText.all(quarter.indicators(), address.language())));
            case CSV ->
                file(address, CSV, OpenTables.csv(quarter, all, settings.licence(), address.language()), file + ".csv");
            case JSON ->
                file(
                        address,
                        MediaType.APPLICATION_JSON,
                        OpenTables.json(quarter, all, settings.licence(), address.language()),
                        "");
        };
    }

    /** The page of a sheet. Whatever is wrong with a code, the answer is the same. */
    OpenAnswer sheet(String code, Locale language) {
        Known known = moment.now();
        Optional<FoundPaper> found = papers.find(code, known.asOf());
        return found.map(paper -> OpenAnswer.page(
                        200,
                        language,
                        rendered("sheet", frame("verify.title", language), Map.of("paper", paper)),
                        Duration.ZERO))
                .orElseGet(() -> missing(language, true));
    }

    /** The form that asks for the code of a sheet. */
    OpenAnswer form(Locale language) {
        return OpenAnswer.page(
                200, language, rendered("verify", frame("verify.title", language), Map.of()), Duration.ZERO);
    }

    /** @param sheet whether a printed sheet was looked for */
    OpenAnswer missing(Locale language, boolean sheet) {
        return OpenAnswer.page(
                404,
                language,
                rendered("missing", frame(sheet ? "verify.title" : "missing.title", language), Map.of("sheet", sheet)),
                Duration.ZERO);
    }

    private static OpenFrame frame(String title, Locale language) {
        OpenTexts texts = new OpenTexts(language);
        OpenAddress home = OpenAddress.home(language);
        return new OpenFrame(texts, texts.t(title), home.root(), "");
    }

    private OpenAnswer page(OpenAddress address, String template, Map<String, Object> values) {
        OpenFrame frame = OpenFrame.of(address, title(address, template, values));
        return OpenAnswer.page(200, address.language(), rendered(template, frame, values), MADE_FOR);
    }

    private static String title(OpenAddress address, String template, Map<String, Object> values) {
        OpenTexts texts = new OpenTexts(address.language());
        return values.get("row") instanceof OpenRow row && values.get("quarter") instanceof OpenQuarter quarter
                ? texts.t("quarter.title", row.name(), texts.quarter(quarter.quarter()))
                : texts.t(template + ".title");
    }

    private byte[] rendered(String template, OpenFrame frame, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("open", frame);
        all.put("licence", settings.licence());
        return pages.renderDocument("open/" + template + ".jte", frame.texts().language(), all);
    }

    private static OpenAnswer file(OpenAddress address, MediaType type, byte[] bytes, String name) {
        return new OpenAnswer(200, type, address.language(), bytes, MADE_FOR, name);
    }
}
