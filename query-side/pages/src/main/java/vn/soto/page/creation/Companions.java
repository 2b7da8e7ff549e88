package vn.soto.page.creation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.form.RefusedCommands;

/** Further ways to start what an answer's commands start: many at once, or from a file. */
public final class Companions {

    /** Kinds of files whose rows become a command, by its name. */
    private static final Map<String, String> FILES = Map.of(
            "establish-unit", "units",
            "form-team", "teams",
            "register-household", "households");

    /** Questions about places where help is recorded, by what of their address a page of rows takes. */
    private static final List<String> HELP = List.of(
            "/api/teams/{team}",
            "/api/units/{unit}/households",
            "/api/members/{member}/activity",
            "/api/members/{member}/households");

    private static final String SUBMIT = "submit-quarterly-report";
    private static final String ASSIGN = "/assign-households";
    private static final List<String> ASSIGNING = List.of("LEADER", "OFFICER", "ADMINISTRATOR");
    private static final List<String> HELPING = List.of("MEMBER", "LEADER", "OFFICER", "ADMINISTRATOR");

    private Companions() {}

    /** Actions that stand on a page before the rest is folded. */
    public static final int SHOWN = 5;

    /** Those of them that stand on a phone. */
    public static final int FIRST_SHOWN = 2;

    /** Beginnings of the names of commands that come first: those that start, decide or mend something. */
    private static final List<String> FIRST = List.of(
            "accept-",
            "submit-",
            "return-",
            "hold-",
            "record-",
            "receive-",
            "take-",
            "resolve-",
            "correct-",
            "void-",
            "annotate-");

    public record Action(String href, String name) {}

    /** @param text key of what it is called */
    private record Companion(String href, String text) {}

    /** The actions of an answer's page, the most frequent first. */
    public static List<Action> actions(ApiAnswer answer, PageContext page) {
        List<Map.Entry<String, Part>> commands = answer.links().get("commands").fields().stream()
                .filter(command -> !RefusedCommands.refuses(command.getKey(), answer, page))
                .sorted(Comparator.comparingInt(command -> rank(command.getKey())))
                .toList();
        List<Action> starting = new ArrayList<>();
        List<Action> others = new ArrayList<>();
        commands.forEach(command -> (FILES.containsKey(command.getKey()) ? starting : others)
                .add(new Action(
                        form(command.getKey(), answer, page),
                        command.getValue().get("name").optional().orElse(command.getKey()))));
        of(answer, page).forEach(companion -> starting.add(new Action(companion.href, page.t(companion.text))));
        starting.addAll(others);
        return starting;
    }

    /** Whoever writes the texts of a report goes on to submit it. */
    private static String form(String command, ApiAnswer answer, PageContext page) {
        String form = page.form(command, answer);
        boolean goesOn = command.equals("annotate-quarterly-report")
                && answer.links().get("commands").get(SUBMIT).exists()
                && !RefusedCommands.refuses(SUBMIT, answer, page);
        return goesOn ? Addresses.with(form, "to", page.form(SUBMIT, answer)) : form;
    }

    private static int rank(String command) {
        return IntStream.range(0, FIRST.size())
                .filter(i -> command.startsWith(FIRST.get(i)))
                .findFirst()
                .orElse(FIRST.size());
    }

    private static List<Companion> of(ApiAnswer answer, PageContext page) {
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
        if (answer.question().equals("/api/units/{unit}/households")
                && ASSIGNING.stream().anyMatch(page::holds)) {
            found.add(new Companion(rows(ASSIGN, answer, page), "assign.title"));
        }
        if (answer.question().equals("/api/members/{member}/households")
                && ASSIGNING.stream().anyMatch(page::holds)) {
            String member = answer.variables().getOrDefault("member", "");
            found.add(new Companion(
                    Addresses.with(Addresses.with(ASSIGN, "from", member), "to", page.address()), "assign.hand-over"));
        }
        if (answer.question().equals("/api/accounts") && page.holds("ADMINISTRATOR")) {
            found.add(new Companion("/new-account", "new-account.title"));
        }
        FILES.forEach((command, kind) -> {
            if (answer.links().get("commands").get(command).exists()) {
                found.add(new Companion(Addresses.with("/import/" + kind, "to", page.address()), "import.link"));
            }
        });
        return found;
    }

    private static String rows(String address, ApiAnswer answer, PageContext page) {
        String to = Addresses.with(address, "to", page.address());
        for (String variable : List.of("team", "member", "unit")) {
            to = Addresses.with(to, variable, answer.variables().getOrDefault(variable, ""));
        }
        return to;
    }
}
