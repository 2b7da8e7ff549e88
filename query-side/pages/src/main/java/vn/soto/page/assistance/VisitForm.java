package vn.soto.page.assistance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.page.Addresses;
import vn.soto.page.Part;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.CommandSheet;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/** A visit as it is filled in. */
public record VisitForm(FormExchange asked, Typed typed) {

    static final int REFUSED = 422;

    /** Id of the visit that was recorded with the key which the form had before. */
    static final String BEFORE = "_before";

    /** Instead of a household: somebody who is in no list. */
    static final String WALK_IN = "walk-in";

    /** Kinds of results of a visit; the helper tells the number of each that is known. */
    public static final List<String> RESULTS = List.of(
            "VNEID_LEVEL_2",
            "PUBLIC_SERVICE_ACCOUNT",
            "PAYMENT_ACCOUNT",
            "DIGITAL_SIGNATURE",
            "ONLINE_SHOP",
            "SKILLS_CONFIRMED");

    private static final String RESULT = "result.";

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final String RESOURCE = "/api/assistances";

    public String value(String path) {
        return typed.text(path);
    }

    /** Whether some number is filled in. */
    public boolean hasResults() {
        return RESULTS.stream().anyMatch(kind -> !value(RESULT + kind).isBlank());
    }

    public boolean has(String path, String value) {
        return typed.all(path).contains(value);
    }

    public String key() {
        return typed.text("_key");
    }

    public String draft() {
        return asked.page().draft(VisitPage.address(asked));
    }

    public String action() {
        return VisitPage.address(asked);
    }

    /** With an id of the command, made now unless the form has one. */
    static Typed keyed(Typed typed, FormExchange asked) {
        return typed.with("_key", CommandSheet.key(asked, typed));
    }

    /** Without the choice of somebody who is in no list. */
    static Typed ofTheList(Typed typed) {
        return typed.text("household").equals(WALK_IN) ? typed.with("household", "") : typed;
    }

    public boolean isWalkIn() {
        return typed.text("household").equals(WALK_IN);
    }

    /** The page of the visit that this form recorded before; empty if there is none. */
    public String before() {
        return typed.text(BEFORE).isEmpty() ? "" : "/assistances/" + Addresses.encoded(typed.text(BEFORE));
    }

    static Part none() {
        return new Part("", MissingNode.getInstance());
    }

    /** Required fields left empty, and a day before the request was received; found before anything is sent. */
    List<Fault> missing(Part request) {
        List<Fault> missing = new ArrayList<>();
        if (typed.text("household").isEmpty()) {
            missing.add(new Fault("household", asked.page().t("visit.whom")));
        }
        if (typed.all("content.services").isEmpty()) {
            missing.add(new Fault("content.services", asked.page().t("visit.which")));
        }
        String day = day();
        String received = request.get("receivedOn").text();
        if (settles(request) && day.matches(DAY) && day.compareTo(received) < 0) {
            missing.add(new Fault(
                    "content.occurredAt",
                    asked.page().t("visit.before-request", asked.page().format().text(received))));
        }
        return missing;
    }

    /** The day of the visit if it is not today's; empty if none was typed. */
    private String day() {
        return typed.text("day").isEmpty() ? "" : asked.days().day(typed.text("day"));
    }

    CommandBody command() {
        return new CommandBody(RESOURCE, json());
    }

    private ObjectNode json() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode body = json.objectNode().put("assistance", key()).put("team", typed.text("team"));
        if (typed.text("household").equals(WALK_IN)) {
            body.put("walkIn", typed.text("walkIn"));
        } else {
            body.put("household", typed.text("household"));
        }
        typed.all("helpers").forEach(body.withArray("helpers")::add);
        ObjectNode content = body.putObject("content");
        typed.all("content.services").forEach(content.withArray("services")::add);
        for (String name : List.of("procedure", "channel", "mode", "outcome")) {
            put(content, name, typed.text("content." + name));
        }
        content.put("occurredAt", occurredAt());
        put(content, "followUp", asked.days().day(typed.text("content.followUp")));
        put(body, "note", typed.text("note"));
        put(body, "reason", typed.text("reason"));
        RESULTS.stream()
                .filter(kind -> !value(RESULT + kind).isBlank())
                .forEach(kind -> body.withArray("results")
                        .addObject()
                        .put("kind", kind)
                        .put("count", value(RESULT + kind).strip()));
        return body;
    }

    private static void put(ObjectNode into, String name, String value) {
        if (!value.isEmpty()) {
            into.put(name, value);
        }
    }

    /** Now; of another day only the day is known. */
    private String occurredAt() {
        String day = day();
        if (day.isEmpty() || day.equals(today(asked))) {
            return opened();
        }
        return day.matches(DAY)
                ? LocalDate.parse(day).atStartOfDay(VIETNAM).toInstant().toString()
                : day;
    }

    /** When the page was opened, which the key of the form tells: sent again, the visit is the same. */
    private String opened() {
        return Instant.ofEpochMilli(UUID.fromString(key()).getMostSignificantBits() >>> 16)
                .toString();
    }

    /** Whether the request is settled with this visit: one that is to be gone on with stays open. */
    private boolean settles(Part request) {
        return request.exists() && !typed.text("content.outcome").equals("NEEDS_FOLLOW_UP");
    }

    /** The command by which the first helper takes the request; empty if there is none, or somebody has taken it. */
    Optional<CommandBody> take(Part request) {
        return request.exists() && !request.get("member").exists()
                ? Optional.of(taking(
                        request.get("request").text(),
                        typed.text("team"),
                        typed.all("helpers").stream().findFirst().orElse(""),
                        asked))
                : Optional.empty();
    }

    static CommandBody taking(String request, String team, String member, FormExchange asked) {
        return new CommandBody(
                of(request) + "/take",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("team", team)
                        .put("member", member)
                        .put("takenOn", today(asked)));
    }

    /** The command that settles the request with this visit; empty if there is none to settle. */
    Optional<CommandBody> resolve(Part request) {
        return settles(request)
                ? Optional.of(new CommandBody(
                        of(request.get("request").text()) + "/resolve",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("outcome", typed.text("content.outcome").equals("DONE") ? "DONE" : "PARTLY_DONE")
                                .put("assistance", key())
                                .put("resolvedOn", today(asked))))
                : Optional.empty();
    }

    static String of(String request) {
        return "/api/requests/" + Addresses.encoded(request);
    }

    static String today(FormExchange asked) {
        return asked.page().me().answer().get("on").text();
    }
}
