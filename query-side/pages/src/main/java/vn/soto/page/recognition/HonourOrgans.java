package vn.soto.page.recognition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PaperParts;

/**
 * The people's committees that issue honours, each for the rounds of its unit. That of the province issues the list of them all.
 *
 * @param units    units by their kind and name, as inside a sentence
 * @param province the province likewise; empty if there is none
 */
public record HonourOrgans(Map<String, String> units, String province) {

    /** Units of which a page tells the kind; beyond that they are told by their names alone. */
    private static final int MOST = 200;

    static List<String> questions(ApiAnswer honours, PageContext page) {
        return Stream.concat(
                        Stream.of(page.known("/api/units")),
                        honours.answer().items().stream()
                                .map(honour -> PaperParts.about(honour.get("unit"), page))
                                .distinct()
                                .limit(MOST))
                .toList();
    }

    /** @param further answers to {@link #questions} */
    static HonourOrgans of(List<ApiAnswer> further, PageContext page) {
        Map<String, String> units = new HashMap<>();
        String province = "";
        for (ApiAnswer each : further) {
            if (each.answer().value().isArray()) {
                province = each.answer().items().stream()
                        .findFirst()
                        .map(unit -> PaperParts.inside(unit, page))
                        .orElse("");
            } else if (!each.isProblem() && each.answer().get("name").exists()) {
                units.put(each.answer().get("unit").text(), PaperParts.inside(each.answer(), page));
            }
        }
        return new HonourOrgans(Map.copyOf(units), province);
    }

    /** The committee of the province. */
    public String all(PageContext page) {
        return PaperParts.committee(province, page);
    }

    /** The committee that issues the honours of a unit. */
    public String of(String unit, ApiAnswer honours, PageContext page) {
        String called = honours.called(unit).orElse("");
        return PaperParts.committee(units.getOrDefault(unit, called), page);
    }
}
