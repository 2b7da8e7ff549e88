package vn.soto.page.status;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.View;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.Typed;

/** How the product is, in words: ledger, read models, keys, backups, disk, sign-in. No content and no person is in it. */
@FormAt("/status")
public final class StatusPage implements FormPage {

    StatusPage() {}

    private static final String HEALTH = "/actuator/health";
    private static final String UP = "UP";

    /** Components that say something to who operates the product; the first are looked at first. */
    private static final List<String> SHOWN = List.of(
            "ledger",
            "readModels",
            "keyStore",
            "keys",
            "backup",
            "diskSpace",
            "files",
            "chain",
            "anchor",
            "accounts",
            "accountStore",
            "access",
            "personalDataReads");

    private static final int HUNDRED = 100;

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        // Health is asked within the process, where nobody else checks the right.
        return asked.page().may("OPERATION")
                ? asked.ask(HEALTH).map(health -> Shown.of(view(health, asked.page())))
                : Mono.just(new Refused(refusal(asked.page())));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return open(asked);
    }

    private static ApiAnswer refusal(PageContext page) {
        return new ApiAnswer(
                "",
                "/status",
                HttpStatus.FORBIDDEN.value(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("status", HttpStatus.FORBIDDEN.value())
                        .put("title", page.t("status.refused"))
                        .put("detail", page.t("status.refused.detail")));
    }

    /**
     * A part of the product.
     *
     * @param known whether its state was found out; of a backup nobody knows until one was checked
     * @param state word of its state
     * @param says  its numbers in a sentence; empty if it has none
     */
    public record Line(String name, boolean up, boolean known, String state, String says) {

        public String style() {
            return !up ? "bad" : known ? "ok" : "warn";
        }

        public String mark() {
            return up && known ? "✓" : "▲";
        }
    }

    private static View view(ApiAnswer health, PageContext page) {
        Part components = health.root().get("components");
        List<Line> lines = Stream.concat(
                        SHOWN.stream().filter(name -> components.get(name).exists()),
                        components.fields().stream()
                                .map(Map.Entry::getKey)
                                .filter(name -> !SHOWN.contains(name)
                                        && !components
                                                .at(name + "/status")
                                                .text()
                                                .equals(UP)))
                .map(name -> line(name, components.get(name), page))
                .toList();
        long wrong = lines.stream().filter(line -> !line.up).count();
        return new View(
                page.t(
                        wrong == 0 ? "status.well" : "status.wrong",
                        page.format().number(wrong)),
                "status/status.jte",
                Map.of("lines", lines, "behind", behind(components.at("readModels/details"), page)));
    }

    private static Line line(String name, Part component, PageContext page) {
        String state = component.get("status").text();
        boolean known = !name.equals("backup") || isChecked(component.get("details"));
        return new Line(
                page.t("status.of." + name),
                state.equals(UP),
                known,
                page.t("status.state." + (known ? state : "UNKNOWN")),
                says(name, component.get("details"), page));
    }

    private static boolean isChecked(Part backup) {
        return backup.get("lastGood").text().matches("\\d.*");
    }

    private static String says(String name, Part details, PageContext page) {
        return switch (name) {
            case "ledger" ->
                page.t(
                        "status.ledger",
                        page.format().number(details.get("commit").number()));
            case "readModels" ->
                page.t(
                        "status.read-models",
                        page.format().number(details.fields().size()));
            case "backup" ->
                isChecked(details)
                        ? page.t(
                                "status.backup",
                                page.format().text(details.get("lastGood").text()))
                        : page.t("status.no-backup");
            case "diskSpace" ->
                page.t(
                        "status.disk",
                        page.format()
                                .number(details.get("free").number()
                                        * HUNDRED
                                        / Math.max(1, details.get("total").number())));
            case "keyStore" ->
                page.t(
                        "status.keys",
                        page.format().number(details.get("damagedKeys").number()));
            default -> "";
        };
    }

    /** The read models that lag, rest or could not take something, each in a sentence. */
    private static List<String> behind(Part models, PageContext page) {
        return models.fields().stream()
                .filter(model -> model.getValue().get("lagCommits").number() > 0
                        || model.getValue().get("deadLetters").number() > 0
                        || model.getValue().get("failing").isTrue()
                        || model.getValue().get("stalled").isTrue())
                .map(model -> page.t(
                        "status.behind",
                        model.getKey(),
                        page.format().number(model.getValue().get("lagCommits").number()),
                        page.format().number(model.getValue().get("deadLetters").number())))
                .toList();
    }
}
