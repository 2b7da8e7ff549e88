package vn.soto.page.stipend;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PaperForm;
import vn.soto.page.PaperParts;
import vn.soto.page.Part;
import vn.soto.paper.Paper;

/** A payment list: each recipient with months, days and amount, and room to sign. It is a draft until it is approved. */
final class StatementPaper implements PaperForm {

    private static final String AMOUNT = "amount";

    /** As of the approval, so that the paper says it. */
    @Override
    public String question(String question, ApiAnswer answer) {
        Optional<Part> version = PaperParts.version(answer);
        return PaperParts.ofVersion(
                question,
                answer,
                version.map(of -> of.at("approval/commit").exists() ? of.at("approval/commit") : of.get("commit")));
    }

    /** The unit, for its name. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return List.of(PaperParts.about(answer.answer().get("unit"), page));
    }

    @Override
    public List<List<String>> rows(ApiAnswer answer, PageContext page) {
        List<List<String>> rows = new ArrayList<>();
        for (Part line : answer.answer().get("lines").items()) {
            Part member = line.get("member");
            rows.add(List.of(
                    member.exists() ? page.named(answer, "member", member.text()) : page.t("stipend.whole-team"),
                    page.named(answer, "team", line.get("team").text()),
                    months(line, page),
                    days(line, page),
                    page.format().number(line.get(AMOUNT).number()),
                    ""));
        }
        return rows;
    }

    private static String texts(Part line, String list, PageContext page) {
        return line.get(list).items().stream()
                .map(each -> page.format().text(each.text()))
                .collect(Collectors.joining(", "));
    }

    /** Months in a row are told by the first and the last. */
    private static String months(Part line, PageContext page) {
        List<YearMonth> months = line.get("months").items().stream()
                .map(month -> YearMonth.parse(month.text()))
                .toList();
        boolean inARow = months.size() > 1
                && months.getFirst().getYear() == months.getLast().getYear()
                && months.getFirst().plusMonths(months.size() - 1L).equals(months.getLast());
        return inARow
                ? "%02d–%s"
                        .formatted(
                                months.getFirst().getMonthValue(),
                                page.format().text(months.getLast().toString()))
                : texts(line, "months", page);
    }

    private static String days(Part line, PageContext page) {
        String nights = line.get("nights").items().stream()
                .map(night -> page.t("stipend.night", page.format().text(night.text())))
                .collect(Collectors.joining(", "));
        String days = texts(line, "days", page);
        return days.isEmpty() || nights.isEmpty() ? days + nights : days + ", " + nights;
    }

    @Override
    public Paper paper(ApiAnswer answer, List<ApiAnswer> further, List<List<String>> rows, PageContext page) {
        Part statement = answer.answer();
        Optional<Part> version = PaperParts.version(answer);
        Optional<Part> approval = version.map(of -> of.get("approval")).filter(Part::exists);
        Instant at = approval.or(() -> version)
                .map(of -> Instant.parse(of.get("at").text()))
                .orElse(null);
        String unit = PaperParts.unit(statement.get("unit"), further, page);
        return new Paper(
                page.language(),
                "",
                PaperParts.committee(unit, page),
                page.t("paper.number"),
                PaperParts.dated(unit, at, page),
                page.t("paper.payment"),
                page.t(
                        "paper.payment-about",
                        page.format()
                                .inside(page.format()
                                        .text(statement.get("period").text())),
                        page.format().text(statement.get("firstDay").text()),
                        page.format().text(statement.get("lastDay").text())),
                approval.isPresent() ? "" : page.t("paper.unapproved"),
                body(rows, statement, page),
                PaperParts.signatures(page, page.t("report.drawn-up"), page.t("paper.chair")),
                List.of(),
                PaperParts.evidence(
                        page,
                        version.map(of -> PaperParts.entered(of, page)).orElse(""),
                        approval.map(of -> page.t(
                                        "paper.approved",
                                        page.format().number(of.get("commit").number())))
                                .orElse(""),
                        PaperParts.pinned(statement.get("pinnedTo"), statement.get("pinnedChain"), page),
                        PaperParts.content(statement.get("content"), page)),
                at);
    }

    private static List<Paper.Block> body(List<List<String>> rows, Part statement, PageContext page) {
        List<Paper.Block> body = new ArrayList<>(List.of(table(rows, statement, page)));
        if (!page.isEnglish()) {
            body.add(new Paper.Paragraph(page.t(
                    "paper.in-words",
                    page.format().first(NumberWords.of(statement.get("total").number())))));
        }
        return body;
    }

    private static Paper.Table table(List<List<String>> rows, Part statement, PageContext page) {
        List<List<String>> numbered = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> with = new ArrayList<>(List.of(Integer.toString(numbered.size() + 1)));
            with.addAll(row);
            numbered.add(with);
        }
        return new Paper.Table(
                List.of(
                        new Paper.Column(page.t("paper.ordinal"), 6, true),
                        new Paper.Column(page.t("stipend.who"), 26, false),
                        new Paper.Column(page.t("practice.team"), 24, false),
                        new Paper.Column(page.t("stipend.months"), 16, false),
                        new Paper.Column(page.t("stipend.days"), 15, false),
                        new Paper.Column(page.t("paper.amount"), 15, true),
                        new Paper.Column(page.t("paper.signed"), 14, false)),
                numbered,
                List.of(
                        "",
                        page.t("paper.total"),
                        "",
                        "",
                        "",
                        page.format().number(statement.get("total").number()),
                        ""));
    }
}
