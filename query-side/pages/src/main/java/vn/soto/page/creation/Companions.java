package vn.soto.page.creation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;

/** Further ways to start what an answer's commands start: many at once, or from a file. */
final class Companions {

    /** Kinds of files whose rows become a command, by its name. */
    private static final Map<String, String> FILES = Map.of(
            "establish-unit", "units",
            "form-team", "teams",
            "register-household", "households",
            "record-outreach", "outreach",
            "record-training", "trainings",
            "register-business", "businesses");

    /** Questions about places where help is recorded, by what of their address a page of rows takes. */
    private static final List<String> HELP = List.of(
            "/api/teams/{team}",
            "/api/units/{unit}/households",
            "/api/members/{member}/activity",
            "/api/members/{member}/households");

    private static final String ASSIGN = "/assign-households";
    private static final List<String> ASSIGNING = List.of("LEADER", "OFFICER", "ADMINISTRATOR");
    private static final List<String> HELPING = List.of("MEMBER", "LEADER", "OFFICER", "ADMINISTRATOR");

    private static final List<String> REORGANISED = List.of("/api/units/{unit}", "/api/units/{unit}/reorganisation");
    private static final List<String> REORGANISING = List.of("OFFICER", "ADMINISTRATOR");

    private Companions() {}

    /** @param text key of what it is called */
    record Companion(String href, String text) {}

    /** Whether a command starts what a file of rows starts, too. */
    static boolean starts(String command) {
        return FILES.containsKey(command);
    }

    static List<Companion> of(ApiAnswer answer, PageContext page) {
        List<Companion> found = new ArrayList<>();
        if (page.isPast()) {
            return found;
        }
        if (answer.links().get("commands").get("register-household").exists()) {
            found.add(new Companion(rows("/rows/households", answer, page), "rows.title.households"));
        }
        if (HELP.contains(answer.question()) && HELPING.stream().anyMatch(page::holds)) {
            found.add(new Companion(rows("/rows/visits", answer, page), "rows.title.visits"));
        }
        if (List.of("/api/households", "/api/units/{unit}/households").contains(answer.question())
                && ASSIGNING.stream().anyMatch(page::holds)) {
            found.add(new Companion(rows(ASSIGN, answer, page), "assign.title"));
        }
        if (answer.question().equals("/api/members/{member}/households")
                && ASSIGNING.stream().anyMatch(page::holds)) {
            String member = answer.variables().getOrDefault("member", "");
            found.add(new Companion(
                    Addresses.with(Addresses.with(ASSIGN, "from", member), "to", page.address()), "assign.hand-over"));
        }
        administration(answer, page, found);
        if (answer.question().equals("/api/practices") && ASSIGNING.stream().anyMatch(page::holds)) {
            found.add(
                    new Companion(Addresses.with("/do/describe-practice", "to", page.address()), "practice.describe"));
        }
        FILES.forEach((command, kind) -> {
            if (answer.links().get("commands").get(command).exists()) {
                found.add(new Companion(Addresses.with("/import/" + kind, "to", page.address()), "import.link"));
            }
        });
        return found;
    }

    private static void administration(ApiAnswer answer, PageContext page, List<Companion> found) {
        if (answer.question().equals("/api/accounts") && page.holds("ADMINISTRATOR")) {
            found.add(new Companion("/new-account", "new-account.title"));
        }
        if (answer.question().equals("/api/members/{member}") && page.holds("ADMINISTRATOR")) {
            found.add(new Companion(
                    Addresses.with("/new-account", "member", answer.variables().getOrDefault("member", "")),
                    "new-account.for"));
        }
        if (answer.question().equals("/api/catalogue") && page.holds("ADMINISTRATOR")) {
            found.add(new Companion(Addresses.with("/new-service", "to", page.address()), "service.title"));
        }
        if (answer.question().equals("/api/units/{unit}")
                && answer.answer().get("successors").items().size() > 1
                && REORGANISING.stream().anyMatch(page::holds)) {
            String from = answer.variables().getOrDefault("unit", "");
            String to = Addresses.with("/relocate-households", "from", from);
            found.add(new Companion(Addresses.with(to, "to", page.address()), "relocate.link"));
        }
        if (REORGANISED.contains(answer.question())
                && answer.answer().get("until").isEmpty()
                && REORGANISING.stream().anyMatch(page::holds)) {
            String to = Addresses.with("/reorganise", "to", page.address());
            found.add(new Companion(
                    Addresses.with(to, "unit", answer.variables().getOrDefault("unit", "")), "reorganise.link"));
        }
    }

    private static String rows(String address, ApiAnswer answer, PageContext page) {
        String to = Addresses.with(address, "to", page.address());
        for (String variable : List.of("team", "member", "unit")) {
            to = Addresses.with(to, variable, answer.variables().getOrDefault(variable, ""));
        }
        return to;
    }
}
