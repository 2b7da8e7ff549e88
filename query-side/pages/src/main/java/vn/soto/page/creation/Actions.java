package vn.soto.page.creation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * The actions on an answer's page, by the commands to which the answer leads.
 *
 * @param primary the one thing to do next; empty if nothing is more likely than the rest
 * @param shown   those beside it, the most frequent first
 * @param later   those that will be possible, with the reason why they are not now
 * @param folded  the rest by subject; a single group has no title
 */
public record Actions(Optional<Action> primary, List<Action> shown, List<Action> later, List<Group> folded) {

    /** Actions that stand beside the primary one before the rest is folded. */
    public static final int SHOWN = 5;

    /** Actions that stand on a phone, the primary one among them. */
    private static final int ON_A_PHONE = 2;

    private static final String SUBMIT = "submit-quarterly-report";

    /** States of a report's latest version after which nobody waits for another one. */
    private static final Set<String> HANDED_IN = Set.of("WAITING", "ACCEPTED", "NOTED", "SUBMITTED_BEFORE_ACCEPTANCE");

    /** Beginnings of the names of commands that come first: those that start, decide or mend something. */
    private static final List<String> FIRST = List.of(
            "accept-",
            "return-",
            "note-",
            "submit-",
            "approve-",
            "score-",
            "decide-",
            "publish-",
            "hold-",
            "record-",
            "receive-",
            "take-",
            "resolve-",
            "assign-",
            "enrol-",
            "grant-",
            "link-",
            "correct-",
            "void-",
            "annotate-");

    /** Commands of which the first that is possible is the next step of its subject. */
    private static final List<String> NEXT = List.of(
            "approve-plan",
            "resume-plan",
            "accept-quarterly-report",
            "submit-quarterly-report",
            "accept-unit-report",
            "note-unit-report",
            "submit-unit-report",
            "take-support-request",
            "resolve-support-request",
            "hold-outreach",
            "hold-training",
            "confirm-assistance",
            "answer-data-request",
            "carry-out-data-request",
            "answer-objection",
            "decide-recognition-round",
            "score-recognition-round",
            "publish-honours");

    /** The subject of commands that come last: those that end what they are about, or join it with others. */
    private static final String ENDS = "end";

    /** The subject of a command, by its name or its beginning. */
    private static final ResourceBundle SUBJECTS = ResourceBundle.getBundle("vn.soto.page.actions", Locale.ROOT);

    /**
     * @param command its name; empty for a page that is no command
     * @param why     why it is not possible yet; empty if it is
     */
    public record Action(String command, String href, String name, String why) {}

    public record Group(String title, List<Action> actions) {

        static Group of(String subject, List<Action> actions, PageContext page) {
            return new Group(page.t("commands.of." + subject), actions);
        }
    }

    public static Actions of(ApiAnswer answer, PageContext page) {
        List<Action> all = commands(answer, page);
        List<Action> now = all.stream().filter(action -> action.why.isEmpty()).toList();
        Optional<Action> primary = page.visit(answer).isEmpty()
                ? next(now, answer)
                : Optional.of(new Action("", page.visit(answer), "+ " + page.t("visit.title"), ""));
        List<Action> rest = Stream.of(
                        now.stream().filter(action -> Companions.starts(action.command)),
                        Companions.of(answer, page).stream()
                                .map(companion -> new Action("", companion.href(), page.t(companion.text()), "")),
                        now.stream().filter(action -> !Companions.starts(action.command)))
                .flatMap(each -> each)
                .filter(action -> primary.filter(action::equals).isEmpty())
                .toList();
        int shown = Math.min(SHOWN, rest.size());
        return new Actions(
                primary,
                rest.subList(0, shown),
                all.stream().filter(action -> !action.why.isEmpty()).toList(),
                grouped(rest.subList(shown, rest.size()), page));
    }

    /** The page of the plan for a change of the answer's subject that waits for a second person; empty if none does. */
    public static String waiting(ApiAnswer answer) {
        return answer.variables().values().stream()
                .map(answer::waiting)
                .filter(plan -> !plan.isEmpty())
                .findFirst()
                .orElse("");
    }

    public boolean isEmpty() {
        return primary.isEmpty() && shown.isEmpty() && later.isEmpty();
    }

    /** Of those shown, those that stand on a phone, too. */
    public List<Action> first() {
        return shown.subList(0, Math.min(ON_A_PHONE - (primary.isPresent() ? 1 : 0), shown.size()));
    }

    /** The others of those shown. */
    public List<Action> further() {
        return shown.subList(first().size(), shown.size());
    }

    /** How many are folded. */
    public int rest() {
        return folded.stream().mapToInt(group -> group.actions.size()).sum();
    }

    private static Optional<Action> next(List<Action> now, ApiAnswer answer) {
        boolean handedIn = answer.answer().get("versions").items().stream()
                .reduce((_, latest) -> latest)
                .filter(latest -> HANDED_IN.contains(latest.get("state").text()))
                .isPresent();
        return NEXT.stream()
                .filter(command -> !handedIn || !command.startsWith("submit-"))
                .flatMap(command -> now.stream().filter(action -> action.command.equals(command)))
                .findFirst();
    }

    private static List<Group> grouped(List<Action> actions, PageContext page) {
        Map<String, List<Action>> bySubject = new LinkedHashMap<>();
        actions.forEach(action -> bySubject
                .computeIfAbsent(subject(action.command), subject -> new ArrayList<>())
                .add(action));
        return bySubject.entrySet().stream()
                .map(group -> Group.of(group.getKey(), group.getValue(), page))
                .toList();
    }

    /** The subject with the longest name that the command begins with. */
    private static String subject(String command) {
        for (String start = command;
                !start.isEmpty();
                start = start.substring(0, Math.max(0, start.lastIndexOf('-')))) {
            if (SUBJECTS.containsKey(start)) {
                return SUBJECTS.getString(start);
            }
        }
        return "other";
    }

    private static List<Action> commands(ApiAnswer answer, PageContext page) {
        // Each is ranked once, which a comparator would do at each comparison.
        return answer.links().get("commands").fields().stream()
                .collect(Collectors.groupingBy(command -> rank(command.getKey()), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .map(command -> action(command.getKey(), command.getValue(), answer, page))
                .toList();
    }

    private static Action action(String command, Part link, ApiAnswer answer, PageContext page) {
        return new Action(
                command,
                form(command, answer, page),
                link.get("name").optional().orElse(command),
                link.at("refused/text").text());
    }

    /** Whoever writes the texts of a report goes on to submit it. */
    private static String form(String command, ApiAnswer answer, PageContext page) {
        String form = page.form(command, answer);
        Part submit = answer.links().get("commands").get(SUBMIT);
        boolean goesOn = command.equals("annotate-quarterly-report")
                && submit.exists()
                && !submit.get("refused").exists();
        return goesOn ? Addresses.with(form, "to", page.form(SUBMIT, answer)) : form;
    }

    private static int rank(String command) {
        return IntStream.range(0, FIRST.size())
                .filter(i -> command.startsWith(FIRST.get(i)))
                .findFirst()
                .orElse(FIRST.size() + (subject(command).equals(ENDS) ? 1 : 0));
    }
}
