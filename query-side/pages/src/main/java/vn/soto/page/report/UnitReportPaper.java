package vn.soto.page.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PaperForm;
import vn.soto.page.PaperParts;
import vn.soto.page.Part;
import vn.soto.paper.Paper;

/** The consolidated report of a unit to the unit above it. It names nobody. */
final class UnitReportPaper implements PaperForm {

    @Override
    public String question(String question, ApiAnswer answer) {
        return PaperParts.ofVersion(question, answer, PaperParts.version(answer).map(version -> version.get("commit")));
    }

    @Override
    public boolean namesPeople() {
        return false;
    }

    /** The unit with its people, and its recipient. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        Part report = answer.answer();
        return Stream.concat(
                        Stream.of("unit", "recipient")
                                .map(report::get)
                                .filter(Part::exists)
                                .map(unit -> PaperParts.about(unit, page)),
                        Stream.of(Movement.question(report.get("unit"), report, page)))
                .toList();
    }

    @Override
    public Paper paper(ApiAnswer answer, List<ApiAnswer> further, List<List<String>> rows, PageContext page) {
        Part report = answer.answer();
        Optional<Part> version = PaperParts.version(answer);
        Instant at = version.map(of -> Instant.parse(of.get("at").text())).orElse(null);
        String unit = PaperParts.unit(report.get("unit"), further, page);
        String above = PaperParts.committee(PaperParts.unit(report.get("recipient"), further, page), page);
        String quarter =
                page.format().inside(page.format().text(report.get("quarter").text()));
        List<Paper.Block> body = new ArrayList<>();
        body.add(new Paper.Heading(page.t("paper.general")));
        body.addAll(about(report, page));
        body.add(new Paper.Heading(page.t("paper.results")));
        ReportTable table = new ReportTable(page);
        for (Part line : report.get("lines").items()) {
            table.add(line, line.get("counted").text(), line.get("value"), note(line, page));
        }
        body.addAll(table.blocks());
        Movement.of(further).ifPresent(people -> body.addAll(Movement.blocks(people, Optional.empty(), unit, page)));
        body.add(new Paper.Heading(page.t("paper.opinion")));
        body.addAll(ReportTable.narrative(report, page));
        return new Paper(
                page.language(),
                above,
                PaperParts.committee(unit, page),
                page.t("paper.number"),
                PaperParts.dated(unit, at, page),
                page.t("paper.report"),
                page.t("paper.unit-report-about", quarter),
                version.isPresent() ? "" : page.t("paper.draft"),
                body,
                PaperParts.signatures(page, page.t("report.drawn-up"), page.t("paper.chair")),
                PaperParts.recipients(page, List.of(above)),
                PaperParts.evidence(
                        page,
                        version.map(of -> PaperParts.entered(of, page)).orElse(""),
                        PaperParts.pinned(report.at("pin/commit"), report.at("pin/chain"), page),
                        PaperParts.content(report.get("content"), page)),
                at);
    }

    private static List<Paper.Block> about(Part report, PageContext page) {
        List<Paper.Block> lines = new ArrayList<>();
        lines.add(new Paper.Paragraph(page.t(
                "paper.period",
                page.format().text(report.get("firstDay").text()),
                page.format().text(report.get("lastDay").text()),
                page.format().text(report.get("dueOn").text()))));
        lines.add(new Paper.Paragraph(
                page.t("paper.parts", report.get("parts").items().size())));
        List<Part> lacking = report.get("lacking").items();
        if (!lacking.isEmpty()) {
            lines.add(new Paper.Paragraph(page.t(
                    "paper.lacking",
                    lacking.size(),
                    lacking.stream().map(part -> part.get("name").text()).collect(Collectors.joining("; ")))));
        }
        return lines;
    }

    private static String note(Part line, PageContext page) {
        return line.get("note").exists()
                ? page.t(
                        "paper.sum-of-parts",
                        page.format().number(line.get("sumOfParts").number()))
                : "";
    }
}
