package vn.soto.allinone;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.soto.contracts.access.Role;

/**
 * The actions offered on the page of a record, against the refusals of the product. Each command is tried with flawless
 * input, and nothing is recorded.
 */
final class OfferedActions {

    private static final Pattern FORM = Pattern.compile("href=\"/do/([a-z-]+)");
    private static final String WHY = "\"reason\":\"WRONG_ENTRY\"";

    /** The input for each command about a record of a kind, by the last step of its address. */
    private static final Map<String, Map<String, Typed>> TYPED = Map.of(
            "requests",
                    Map.of(
                            "take-support-request",
                                    new Typed(
                                            "take", "{\"team\":\"TEAM\",\"member\":\"MEMBER\",\"takenOn\":\"TODAY\"}"),
                            "release-support-request", new Typed("release", "{\"releasedOn\":\"TODAY\"}"),
                            "resolve-support-request",
                                    new Typed("resolve", "{\"outcome\":\"DONE\",\"resolvedOn\":\"TODAY\"}"),
                            "decline-support-request",
                                    new Typed(
                                            "decline",
                                            "{\"why\":\"DUPLICATE\",\"reason\":\"DUPLICATE\",\"declinedOn\":\"TODAY\"}"),
                            "reopen-support-request", new Typed("reopen", "{\"reopenedOn\":\"TODAY\"," + WHY + "}")),
            "outreach",
                    Map.of(
                            "hold-outreach", new Typed("hold", "{" + holding(12) + "}"),
                            "cancel-outreach", new Typed("cancel", "{" + WHY + "}"),
                            "reschedule-outreach", new Typed("reschedule", "{\"startsAt\":\"TODAYT09:17:00Z\"}"),
                            "correct-outreach", new Typed("correction", "{" + holding(13) + "," + WHY + "}"),
                            "void-outreach", new Typed("void", "{" + WHY + "}"),
                            "restore-outreach", new Typed("restoration", "{" + WHY + "}")),
            "assistances",
                    Map.of(
                            "void-assistance", new Typed("void", "{" + WHY + "}"),
                            "restore-assistance", new Typed("restoration", "{" + WHY + "}")),
            "households",
                    Map.of(
                            "mark-household-left", new Typed("departure", "{\"effectiveFrom\":\"TODAY\"}"),
                            "unassign-household", new Typed("unassignment", "{\"effectiveFrom\":\"TODAY\"}"),
                            "separate-households", new Typed("separation", "{" + WHY + "}")),
            "businesses",
                    Map.of(
                            "close-business", new Typed("closure", "{\"effectiveFrom\":\"TODAY\"}"),
                            "reopen-business", new Typed("reopening", "{\"effectiveFrom\":\"TODAY\"}")));

    private record Typed(String step, String body) {}

    private final CommuneClient commune;
    private final String today;
    private final String team;
    private final String member;

    OfferedActions(CommuneClient commune, String today, String team, String member) {
        this.commune = commune;
        this.today = today;
        this.team = team;
        this.member = member;
    }

    private static String holding(int people) {
        return "\"holding\":{\"heldOn\":\"TODAY\",\"attendance\":%d,\"basis\":\"ESTIMATE\",\"holders\":[\"MEMBER\"]}"
                .formatted(people);
    }

    /** Commands that the page of a record offers although they are refused, and those missing although they are not. */
    List<String> wrong(String record) {
        Set<String> offered = new HashSet<>();
        Matcher form = FORM.matcher(commune.shown(Role.OFFICER, record));
        while (form.find()) {
            offered.add(form.group(1));
        }
        List<String> wrong = new ArrayList<>();
        TYPED.getOrDefault(record.split("/", -1)[1], Map.of()).forEach((name, typed) -> {
            String answer = commune.tried(Role.OFFICER, "/api" + record + "/" + typed.step, filled(typed.body));
            if (answer.isEmpty() != offered.contains(name)) {
                wrong.add(record + ": " + name + (answer.isEmpty() ? " is not offered" : " is refused: " + answer));
            }
        });
        return wrong;
    }

    private String filled(String body) {
        return body.replace("TODAY", today).replace("TEAM", team).replace("MEMBER", member);
    }
}
