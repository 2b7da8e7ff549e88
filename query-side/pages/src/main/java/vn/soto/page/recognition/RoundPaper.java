package vn.soto.page.recognition;

import java.util.ArrayList;
import java.util.List;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PaperForm;
import vn.soto.page.PaperParts;
import vn.soto.page.Part;
import vn.soto.paper.Paper;

/**
 * The published honours of a round that are in force. Persons who do not agree to being named any more are counted and not
 * named, to nobody.
 */
final class RoundPaper implements PaperForm {

    /** The round as it is, because it is told without those whose consent has ended since. */
    @Override
    public String question(String question, ApiAnswer answer) {
        return question;
    }

    /** The unit, for its kind and name. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return List.of(PaperParts.about(answer.answer().at("about/unit"), page));
    }

    @Override
    public List<List<String>> rows(ApiAnswer answer, PageContext page) {
        List<List<String>> rows = new ArrayList<>();
        for (Part place : RoundHonours.inForce(answer)) {
            if (isNamed(place)) {
                rows.add(List.of(
                        Integer.toString(rows.size() + 1),
                        CandidatePage.named(answer, place.get("who"), page),
                        page.format().points(place.get("score").number())));
            }
        }
        return rows;
    }

    private static boolean isNamed(Part place) {
        return place.at("who/team").exists() || place.get("consented").isTrue();
    }

    @Override
    public Paper paper(ApiAnswer answer, List<ApiAnswer> further, List<List<String>> rows, PageContext page) {
        Part about = answer.answer().get("about");
        String unit = PaperParts.unit(about.get("unit"), further, page);
        Part pin = about.get("pin");
        return new Paper(
                page.language(),
                "",
                PaperParts.committee(unit, page),
                page.t("paper.number"),
                PaperParts.dated(unit, null, page),
                page.t("paper.list"),
                page.t("paper.honours-about", RoundCard.name(about, page).toLowerCase(page.language())),
                "",
                body(answer, rows, page),
                PaperParts.signatures(page, page.t("report.drawn-up"), page.t("paper.chair")),
                PaperParts.recipients(page, List.of()),
                PaperParts.evidence(
                        page,
                        PaperParts.pinned(pin.get("commit"), pin.get("chain"), page),
                        PaperParts.content(pin.get("content"), page)),
                null);
    }

    private static List<Paper.Block> body(ApiAnswer answer, List<List<String>> rows, PageContext page) {
        List<Paper.Block> body = new ArrayList<>();
        body.add(
                rows.isEmpty()
                        ? new Paper.Paragraph(page.t("round.none-in-force"))
                        : new Paper.Table(
                                List.of(
                                        new Paper.Column(page.t("paper.ordinal"), 8, true),
                                        new Paper.Column(page.t("paper.honoured"), 72, false),
                                        new Paper.Column(page.t("round.score"), 20, true)),
                                rows,
                                List.of()));
        long unnamed = RoundHonours.inForce(answer).stream()
                .filter(place -> !isNamed(place))
                .count();
        if (unnamed > 0) {
            body.add(new Paper.Paragraph(page.t("paper.unnamed", unnamed)));
        }
        return body;
    }
}
