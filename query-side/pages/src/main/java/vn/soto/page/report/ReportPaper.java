package vn.soto.page.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PaperForm;
import vn.soto.page.PaperParts;
import vn.soto.page.Part;
import vn.soto.paper.Paper;

/** A team's report of a quarter to its commune. It names nobody, so that it says the same to everybody who may read it. */
final class ReportPaper implements PaperForm {

    @Override
    public String question(String question, ApiAnswer answer) {
        return PaperParts.ofVersion(question, answer, PaperParts.version(answer).map(version -> version.get("commit")));
    }

    @Override
    public boolean namesPeople() {
        return false;
    }

    /** The team, for its decision and its area, and the recipient with its people. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        String team = page.known(
                "/api/teams/" + Addresses.encoded(answer.answer().get("team").text()));
        Part recipient = answer.answer().at("recipient/unit");
        return recipient.exists()
                ? List.of(team, PaperParts.about(recipient, page), Movement.question(recipient, answer.answer(), page))
                : List.of(team);
    }

    @Override
    public Paper paper(ApiAnswer answer, List<ApiAnswer> further, List<List<String>> rows, PageContext page) {
        Part report = answer.answer();
        Optional<Part> version = PaperParts.version(answer);
        Instant at = version.map(of -> Instant.parse(of.get("at").text())).orElse(null);
        String commune = PaperParts.unit(report.at("recipient/unit"), further, page);
        String quarter =
                page.format().inside(page.format().text(report.get("quarter").text()));
        List<Paper.Block> body = new ArrayList<>();
        body.add(new Paper.Heading(page.t("paper.general")));
        body.addAll(about(report, version, further.getFirst(), page));
        body.add(new Paper.Heading(page.t("paper.results")));
        body.addAll(results(report, page));
        Movement.of(further)
                .ifPresent(people -> body.addAll(Movement.blocks(people, Optional.of(report), commune, page)));
        body.add(new Paper.Heading(page.t("paper.opinion")));
        body.addAll(ReportTable.narrative(report, page));
        String committee = PaperParts.committee(commune, page);
        return new Paper(
                page.language(),
                committee,
                answer.subject().orElse(""),
                page.t("paper.number"),
                PaperParts.dated(commune, at, page),
                page.t("paper.report"),
                page.t("paper.report-about", quarter),
                version.isPresent() ? "" : page.t("paper.draft"),
                body,
                PaperParts.signatures(page, page.t("report.drawn-up"), page.t("report.leader")),
                PaperParts.recipients(page, List.of(committee)),
                PaperParts.evidence(
                        page,
                        version.map(of -> PaperParts.entered(of, page)).orElse(""),
                        PaperParts.pinned(report.at("pin/commit"), report.at("pin/chain"), page),
                        PaperParts.content(report.get("content"), page)),
                at);
    }

    private static List<Paper.Block> about(Part report, Optional<Part> version, ApiAnswer card, PageContext page) {
        List<Paper.Block> lines = new ArrayList<>();
        if (!card.isProblem()) {
            Part team = card.answer();
            lines.add(new Paper.Paragraph(page.t(
                    "paper.team",
                    team.get("name").text(),
                    team.get("foundingDecision").text(),
                    page.format().text(team.get("signedOn").text()))));
            String area = team.get("coverage").items().stream()
                    .flatMap(unit -> card.called(unit.text()).stream())
                    .collect(Collectors.joining(", "));
            if (!area.isEmpty()) {
                lines.add(new Paper.Paragraph(page.t("paper.area", area)));
            }
        }
        Part period = report.get("period");
        lines.add(new Paper.Paragraph(page.t(
                "paper.period",
                page.format().text(period.get("firstDay").text()),
                page.format().text(period.get("lastDay").text()),
                page.format().text(period.get("dueOn").text()))));
        if (version.isPresent() && version.get().get("late").isTrue()) {
            lines.add(new Paper.Paragraph(page.t("paper.late")));
        }
        return lines;
    }

    private static List<Paper.Block> results(Part report, PageContext page) {
        ReportTable table = new ReportTable(page);
        for (Part line : report.get("figures").items()) {
            table.add(line, line.get("unit").text(), line.get("reported"), note(line, page));
        }
        return table.blocks();
    }

    /** Why a figure is not the ledger's: another value with its reason, or a stated one with its source. */
    private static String note(Part line, PageContext page) {
        Part override = line.get("override");
        if (override.exists()) {
            String why = override.get("why").text();
            return (line.get("value").exists()
                            ? page.t(
                                            "paper.in-ledger",
                                            page.format()
                                                    .number(line.get("value").number())) + " "
                            : "")
                    + why
                    + override.get("whyText")
                            .optional()
                            .map(text -> ": " + text)
                            .orElse("");
        }
        if (line.get("source").exists()) {
            return page.t(
                    "report.by-hand", page.value("source", line.get("source").text()));
        }
        return line.get("carried").exists()
                ? page.t("report.carried") + " "
                        + page.format().number(line.get("carried").number())
                : "";
    }
}
