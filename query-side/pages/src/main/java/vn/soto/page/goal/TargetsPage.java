package vn.soto.page.goal;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The targets of a unit for a quarter and how far it is, then those of the units below it. */
@PageOf(value = "/api/units/{unit}/targets", personal = false)
public final class TargetsPage implements QuestionPage {

    private static final String SET = "set-target";
    private static final List<String> GIVING = List.of("OFFICER", "ADMINISTRATOR");

    TargetsPage() {}

    /** The unit, for the units below it, to which whoever has a right in it gives targets. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        String unit = answer.answer().at("unit/unit").text();
        return gives(unit, page) ? List.of("/api/units/" + Addresses.encoded(unit)) : List.of();
    }

    private static boolean gives(String unit, PageContext page) {
        return holds(page, right -> right.get("unit").text().equals(unit));
    }

    /** Whether the reader has a right over everything, or one in a unit of which this holds. */
    private static boolean holds(PageContext page, Predicate<Part> there) {
        return !page.isPast()
                && page.me().answer().get("rights").items().stream()
                        .filter(right -> GIVING.contains(right.get("role").text()))
                        .anyMatch(right -> right.get("everywhere").isTrue() || there.test(right));
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(
                page.t("target.title", page.unit(answer.answer().get("unit"))),
                "goal/targets.jte",
                Map.of(
                        "answer",
                        answer,
                        "children",
                        further.stream()
                                .flatMap(unit -> unit.answer().get("children").items().stream())
                                .toList()));
    }

    /** The form of a target of a unit below. */
    public static String below(Part child, ApiAnswer answer, PageContext page) {
        return Addresses.with(form(answer, page), "unit", child.get("unit").text());
    }

    /** The form of a new target for the quarter that the page shows; empty if the reader sets none. */
    public static String set(ApiAnswer answer, PageContext page) {
        return offered(SET, answer, page) ? form(answer, page) : "";
    }

    private static String form(ApiAnswer answer, PageContext page) {
        return Addresses.with(
                Addresses.with(quarter(SET, answer, page), "goal.bound", "AT_LEAST"), "goal.measure", "COUNT");
    }

    /** The form that revises a target, filled with it; or takes it back. Empty if the reader may not. */
    public static String of(String command, Part target, ApiAnswer answer, PageContext page) {
        if (!offered(command, answer, page)) {
            return "";
        }
        String form = Addresses.with(
                quarter(command, answer, page),
                "indicator",
                target.get("indicator").text());
        if (command.equals("withdraw-target")) {
            return form;
        }
        for (String part : List.of("bound", "value", "measure")) {
            form = Addresses.with(
                    form, "goal." + part, target.at("goal/" + part).text());
        }
        return form;
    }

    /** The targets of a unit are decided above it: a right in the unit itself is none to them. */
    private static boolean offered(String command, ApiAnswer answer, PageContext page) {
        Part link = answer.links().get("commands").get(command);
        String unit = answer.answer().at("unit/unit").text();
        return link.exists()
                && !link.get("refused").exists()
                && holds(page, right -> !right.get("unit").text().equals(unit));
    }

    private static String quarter(String command, ApiAnswer answer, PageContext page) {
        return Addresses.with(
                page.form(command, answer),
                "quarter",
                answer.answer().get("quarter").text());
    }
}
