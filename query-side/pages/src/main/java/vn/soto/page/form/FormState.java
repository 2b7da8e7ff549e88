package vn.soto.page.form;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.MissingNode;
import vn.soto.page.Addresses;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.View;
import vn.soto.page.activity.DashboardPage;
import vn.soto.page.form.FormPage.Shown;

/**
 * A form as it is shown: what was typed, what can be chosen, and what is wrong with it.
 *
 * @param command  the answer of {@code /api/commands/{commandName}}
 * @param key      id of the command, made when the form was opened: a reload, a second press and a lost answer are one command
 * @param to       address that follows the form
 * @param choosers of the fields that choose, by their paths
 * @param opened   lists of groups to which a row is added
 * @param problems faults, each with the path of its field; empty for a fault of no field
 * @param preview  effects of the command; absent until asked for
 */
public record FormState(
        Part command,
        String key,
        String to,
        Typed typed,
        Map<String, Chooser> choosers,
        Set<String> opened,
        List<Fault> problems,
        @Nullable Preview preview) {

    private static final Pattern ROW = Pattern.compile("\\.\\d+\\.");
    private static final Pattern LATER_ROW = Pattern.compile("\\.[1-9]\\d*\\.");
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /**
     * @param field  path of the field that it is about; empty if it is about none or several
     * @param signIn address at which the sender signs in again and comes back; empty if that does not help
     */
    public record Fault(String field, String text, String signIn) {

        public Fault(String field, String text) {
            this(field, text, "");
        }

        /** The fault of a field; empty if there is none. */
        public static String text(List<Fault> faults, String field) {
            return faults.stream()
                    .filter(fault -> fault.field().equals(field))
                    .map(Fault::text)
                    .findFirst()
                    .orElse("");
        }

        /** The same with what this reader calls what was chosen, in the place of ids. */
        Fault naming(Map<String, Chooser> choosers) {
            String named = text;
            for (Chooser chooser : choosers.values()) {
                for (Option option : chooser.chosen()) {
                    named = named.replaceAll(
                            "(?<![\\w-])" + Pattern.quote(option.value()) + "(?![\\w-])",
                            Matcher.quoteReplacement(option.name()));
                }
            }
            return new Fault(field, named, signIn);
        }

        /** A refusal until the sender has signed in again; its link leads back to the form. */
        public static Fault untilSignedIn(String text, String form) {
            return new Fault("", text, Addresses.with("/sign-in?fresh=true", "to", form));
        }
    }

    /**
     * @param trial  effects of the command
     * @param impact figures, reports and honours that it would change; missing if nobody could tell
     */
    public record Preview(Part trial, Part impact) {

        /** Whether what would change was asked and not answered. */
        boolean isUnknown() {
            return !trial.get("events").isEmpty() && !impact.get("answer").exists();
        }

        /** Whether nothing that anybody was told of would differ: no report, no honour. */
        public boolean tellsNothing() {
            Part changed = impact.get("answer");
            return changed.exists()
                    && !changed.get("more").isTrue()
                    && !trial.get("secondPerson").isTrue()
                    && trial.get("warnings").isEmpty()
                    && Stream.of("reports", "unitReports", "honours")
                            .allMatch(name -> changed.get(name).isEmpty());
        }
    }

    /** A form of no single command. */
    public static FormState of(FormExchange asked, Typed typed, Map<String, Chooser> choosers, List<Fault> faults) {
        return new FormState(
                new Part("", MissingNode.getInstance()),
                CommandSheet.key(asked, typed),
                CommandSheet.to(asked, typed),
                typed,
                choosers,
                Set.of(),
                faults,
                null);
    }

    /** The page of this form, in a template that has it as {@code form}. */
    public Shown shown(String title, String template, Map<String, Object> more, int status) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("form", this);
        return Shown.refused(new View(title, template, values), status);
    }

    public String value(String path) {
        return typed.text(path);
    }

    public List<String> values(String path) {
        return typed.all(path);
    }

    /** The subjects of the command: those that its address names. */
    public List<Option> subjects() {
        return choosers.values().stream()
                .filter(Chooser::fixed)
                .flatMap(chooser -> chooser.chosen().stream())
                .toList();
    }

    public @Nullable Chooser chooser(String path) {
        return choosers.get(path);
    }

    public List<Integer> rows(String path, Part field) {
        return FormField.rows(path, field.get("required").isTrue(), typed, opened);
    }

    /** The fault of a field; empty if there is none. */
    public String fault(String path) {
        return Fault.text(problems, path);
    }

    /** Commands that change nothing anybody was told of: they are given without a preview. */
    private static final Set<String> LIGHT = Set.of(
            "abandon-plan",
            "annotate-quarterly-report",
            "annotate-unit-report",
            "assign-household",
            "decline-support-request",
            "describe-practice",
            "draw-call-back-sample",
            "end-grant",
            "follow-up-assistance",
            "grant-role",
            "hold-outreach",
            "hold-training",
            "link-account",
            "open-reporting-period",
            "plan-campaign",
            "reassign-household",
            "receive-data-request",
            "receive-support-request",
            "record-assistance",
            "record-call-back",
            "record-community-group",
            "record-consent",
            "record-household-contact",
            "record-member-profile",
            "record-outreach",
            "recommend-practice",
            "register-business",
            "register-household",
            "release-support-request",
            "reopen-reporting-period",
            "resolve-support-request",
            "return-quarterly-report",
            "schedule-outreach",
            "schedule-training",
            "set-target",
            "state-household-total",
            "state-report-line",
            "take-support-request",
            "take-up-practice",
            "unassign-household",
            "unlink-account",
            "update-community-group");

    public boolean isLight() {
        return LIGHT.contains(command.get("name").text());
    }

    /** Commands with which members mend what they recorded themselves. */
    static final Set<String> OWN = Set.of("correct-assistance", "void-assistance");

    /** Whether who reads mends a record of their own: it is asked again only where something that was told would differ. */
    public boolean isOwn(PageContext page) {
        return page.records() && OWN.contains(command.get("name").text());
    }

    /** Fields whose values say where something is searched for. */
    private static final Set<String> PLACES = Set.of("account", "organisation", "quarter", "round", "team", "unit");

    private static final int QUARTERS = 9;

    /** The address at which a script searches: this form, opened with the places typed so far. */
    public String searching(String path) {
        String address = "/do/" + command.get("name").text();
        for (String name : typed.names()) {
            if (PLACES.contains(name.substring(name.lastIndexOf('.') + 1)) && !name.startsWith("_")) {
                address = Addresses.with(address, name, typed.text(name));
            }
        }
        return Addresses.with(address, "_field", path);
    }

    /** The address to which the form is sent: that at which it was opened, without the search. */
    public String action(PageContext page) {
        String address = page.address();
        for (Map.Entry<String, String> each : page.parameters()) {
            if (each.getKey().startsWith("_")) {
                address = Addresses.with(address, each.getKey(), "");
            }
        }
        return address;
    }

    /** The key under which the browser keeps a draft: the account and the form's subject. */
    public String draft(PageContext page) {
        return page.draft(Addresses.with(action(page), "to", ""));
    }

    /** Whether a field is one of the first row of a list: its hint is that of every row. Fields of no list have their own. */
    public boolean isHinted(Part field, String path) {
        return field.get("hint").exists() && !LATER_ROW.matcher(path).find();
    }

    /** Whether the field is one of a row that the form opened with: what is chosen there is searched for to be changed. */
    public boolean isSettled(String path) {
        return isFilled() && ROW.matcher(path).find();
    }

    /** The hint and the fault of a field. */
    public @Nullable String described(Part field, String path) {
        String about = (isHinted(field, path) ? "h-" + path : "") + (fault(path).isEmpty() ? "" : " e-" + path);
        return about.isBlank() ? null : about.strip();
    }

    /** The present quarter and those before it, the next one, and the one that is chosen. */
    public List<String> quarters(PageContext page, String given) {
        String next = DashboardPage.after(page.me().answer().get("quarter").text());
        return Stream.concat(
                        Stream.of(given).filter(each -> !each.isEmpty()),
                        Stream.iterate(next, DashboardPage::before).limit(QUARTERS))
                .distinct()
                .toList();
    }

    /** The day of the week of a day that was typed; empty if it is none. */
    public String weekday(PageContext page, String given) {
        return given.matches("\\d{4}-\\d{2}-\\d{2}")
                ? LocalDate.parse(given).getDayOfWeek().getDisplayName(TextStyle.FULL, page.language())
                : "";
    }

    /** A time as a field of a browser takes it. */
    public static String localTime(String given) {
        return given.endsWith("Z")
                ? Instant.parse(given)
                        .atZone(VIETNAM)
                        .toLocalDateTime()
                        .withNano(0)
                        .withSecond(0)
                        .toString()
                : given;
    }

    /** Whether all that cannot be left out is filled in: nothing but the button waits. */
    public boolean isComplete() {
        return isComplete(command, "");
    }

    private boolean isComplete(Part group, String within) {
        return group.get("fields").items().stream()
                .filter(field -> field.get("required").isTrue() && !isMade(field))
                .allMatch(field -> {
                    String path = within + field.get("name").text();
                    return typed.isFilled(path) && isComplete(field, path + ".");
                });
    }

    /** Whether the form opened with a fact that it corrects: what is chosen stands there, other choices behind a fold. */
    public boolean isFilled() {
        return typed.has(Correction.AS_OF);
    }

    public boolean isMade(Part field) {
        return FormField.isMade(field);
    }

    public boolean chooses(Part field) {
        return FormField.isChoice(field);
    }

    /** Whether the field's value comes with the page that led here, and nobody can choose it. */
    public boolean isCarried(Part field) {
        return FormField.isChoice(field)
                && ChoiceSource.of(field.get("of").text()).isEmpty()
                && !field.get("type").text().equals("subject");
    }
}
