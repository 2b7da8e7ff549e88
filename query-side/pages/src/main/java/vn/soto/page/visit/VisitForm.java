package vn.soto.page.visit;

import java.nio.charset.StandardCharsets;
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
import vn.soto.page.FormExchange;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.Commands;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/** A visit as it is filled in. */
public record VisitForm(FormExchange asked, Typed typed) {

    static final int REFUSED = 422;
    static final int REFUSED_FROM = 400;
    static final int UNKNOWN = 503;

    /** Instead of a household: somebody who is in no list. */
    static final String WALK_IN = "walk-in";

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String RESOURCE = "/api/assistances";

    public String value(String path) {
        return typed.text(path);
    }

    public boolean has(String path, String value) {
        return typed.all(path).contains(value);
    }

    public String key() {
        return typed.text("_key");
    }

    public String draft() {
        return asked.page().me().answer().get("account").text() + " " + VisitPage.address(asked);
    }

    public String action() {
        return VisitPage.address(asked);
    }

    /** The only team of the reader, or the only unit; empty if there are several, or none. */
    static Optional<String> own(PageContext page, String scope) {
        List<String> all = page.me().answer().get("rights").items().stream()
                .map(right -> right.get(scope).text())
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** With an id of the command, made now unless the form has one. */
    static Typed keyed(Typed typed, FormExchange asked) {
        return typed.text("_key").matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                ? typed
                : typed.with("_key", asked.newId());
    }

    /** Without the choice of somebody who is in no list. */
    static Typed ofTheList(Typed typed) {
        return typed.text("household").equals(WALK_IN) ? typed.with("household", "") : typed;
    }

    public boolean isWalkIn() {
        return typed.text("household").equals(WALK_IN);
    }

    static Part none() {
        return new Part("", MissingNode.getInstance());
    }

    /** What cannot be left out, told before anything is sent. */
    List<Fault> missing() {
        List<Fault> missing = new ArrayList<>();
        if (typed.text("household").isEmpty()) {
            missing.add(new Fault("household", asked.page().t("visit.whom")));
        }
        if (typed.all("content.services").isEmpty()) {
            missing.add(new Fault("content.services", asked.page().t("visit.which")));
        }
        return missing;
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
        return body;
    }

    private static void put(ObjectNode into, String name, String value) {
        if (!value.isEmpty()) {
            into.put(name, value);
        }
    }

    /** Now; of another day only the day is known. */
    private String occurredAt() {
        String typedDay = typed.text("day");
        String day = typedDay.isEmpty() ? "" : asked.days().day(typedDay);
        String today = asked.page().me().answer().get("on").text();
        if (day.isEmpty() || day.equals(today)) {
            return opened();
        }
        return day.matches("\\d{4}-\\d{2}-\\d{2}")
                ? LocalDate.parse(day).atStartOfDay(VIETNAM).toInstant().toString()
                : day;
    }

    /** When the page was opened, which the key of the form tells: sent again, the visit is the same. */
    private String opened() {
        return Instant.ofEpochMilli(UUID.fromString(key()).getMostSignificantBits() >>> 16)
                .toString();
    }

    /** The commands that settle a request with this visit. */
    List<Commands.Line> lines(Part request) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String id = request.get("request").text();
        String today = asked.page().me().answer().get("on").text();
        List<Commands.Line> lines = new ArrayList<>();
        if (!request.get("member").exists()) {
            lines.add(new Commands.Line(
                    derived("take"),
                    "take-support-request",
                    json.objectNode()
                            .put("request", id)
                            .put("team", typed.text("team"))
                            .put(
                                    "member",
                                    typed.all("helpers").stream().findFirst().orElse(""))
                            .put("takenOn", today)));
        }
        lines.add(new Commands.Line(key(), "record-assistance", json()));
        lines.add(new Commands.Line(
                derived("resolve"),
                "resolve-support-request",
                json.objectNode()
                        .put("request", id)
                        .put("outcome", typed.text("content.outcome").equals("DONE") ? "DONE" : "PARTLY_DONE")
                        .put("assistance", key())
                        .put("resolvedOn", today)));
        return lines;
    }

    /** An id that is always the same for this form. */
    private String derived(String step) {
        UUID hash = UUID.nameUUIDFromBytes((step + key()).getBytes(StandardCharsets.UTF_8));
        long high =
                (UUID.fromString(key()).getMostSignificantBits() & ~0xFFFL) | (hash.getMostSignificantBits() & 0xFFFL);
        return new UUID(high, hash.getLeastSignificantBits()).toString();
    }
}
