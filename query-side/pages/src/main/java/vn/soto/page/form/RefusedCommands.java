package vn.soto.page.form;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/** The commands that the state of their subject refuses, whatever is typed; its page offers the others. */
public final class RefusedCommands {

    /**
     * The state of an answer's subject.
     *
     * @param today day of the reader
     */
    private record State(Part subject, String today) {

        /** Whether the answer has the component: not empty, not false and not 0. */
        boolean has(String path) {
            Part part = subject.at(path);
            return !part.isEmpty()
                    && (part.value().isBoolean() ? part.isTrue() : !part.value().isNumber() || part.number() != 0);
        }

        boolean is(String path, String... values) {
            Part part = subject.at(path);
            return part.value().isArray()
                    ? part.items().stream()
                            .anyMatch(each -> Arrays.asList(values).contains(each.text()))
                    : Arrays.asList(values).contains(part.text());
        }

        boolean isPast(String path) {
            String day = subject.at(path).text();
            return !day.isEmpty() && day.compareTo(today) < 0;
        }

        /** The version on the page is the latest, and nobody has accepted or returned it. */
        boolean isToBeJudged() {
            return is("state", "WAITING")
                    && subject.get("version").number()
                            == subject.get("versions").items().size();
        }
    }

    /** The states that do not refuse a command, by the question of its page. */
    private static final Map<String, Map<String, Predicate<State>>> OFFERED = Map.ofEntries(
            entry("/api/requests/{request}", requests()),
            entry("/api/assistances/{assistance}", assistances()),
            entry("/api/outreach/{session}", outreach()),
            entry("/api/trainings/{training}", trainings()),
            entry("/api/businesses/{business}", businesses()),
            entry("/api/households/{household}", households()),
            entry("/api/teams/{team}", teams()),
            entry("/api/units/{unit}", units()),
            entry("/api/plans/{plan}", plans()),
            entry("/api/practices/{practice}", practices()),
            entry("/api/data-requests/{dataRequest}", dataRequests()),
            entry("/api/recognition-rounds/{round}", rounds()),
            entry("/api/accounts/{account}", accounts()),
            entry("/api/teams/{team}/reports/{quarter}", reports()),
            entry("/api/units/{unit}/reports/{quarter}", unitReports()));

    private RefusedCommands() {}

    public static boolean refuses(String command, ApiAnswer answer, PageContext page) {
        return !OFFERED.getOrDefault(answer.question(), Map.of())
                .getOrDefault(command, always -> true)
                .test(new State(answer.answer(), page.me().answer().get("on").text()));
    }

    /** The commands of which the page of a question may offer some states only. */
    static Map<String, Set<String>> byQuestion() {
        Map<String, Set<String>> commands = new HashMap<>();
        OFFERED.forEach((question, of) -> commands.put(question, of.keySet()));
        return commands;
    }

    private static Map<String, Predicate<State>> requests() {
        Predicate<State> waits = request -> request.is("state", "WAITING");
        Predicate<State> taken = request -> request.is("state", "TAKEN");
        return Map.of(
                "take-support-request", waits,
                "release-support-request", taken,
                "resolve-support-request", taken,
                "decline-support-request", waits.or(taken),
                "reopen-support-request", waits.or(taken).negate());
    }

    private static Map<String, Predicate<State>> assistances() {
        Predicate<State> counts = help -> !help.has("voided");
        return Map.of(
                "correct-assistance", counts,
                "void-assistance", counts,
                "follow-up-assistance", counts,
                "verify-assistance", counts,
                "confirm-assistance", counts.and(help -> help.is("flags", "UNCONFIRMED")),
                "restore-assistance", counts.negate());
    }

    private static Map<String, Predicate<State>> outreach() {
        Predicate<State> planned = session -> session.is("state", "PLANNED");
        Predicate<State> held = session -> session.is("state", "HELD");
        return Map.of(
                "hold-outreach", planned,
                "cancel-outreach", planned,
                "reschedule-outreach", planned,
                "correct-outreach", held,
                "void-outreach", held,
                "restore-outreach", session -> session.is("state", "VOIDED"));
    }

    private static Map<String, Predicate<State>> trainings() {
        Predicate<State> planned = training -> training.is("status", "SCHEDULED");
        Predicate<State> held = training -> training.is("status", "HELD");
        return Map.of(
                "hold-training", planned,
                "cancel-training", planned,
                "correct-attendance", held,
                "void-training", held,
                "restore-training", training -> training.is("status", "VOIDED"));
    }

    private static Map<String, Predicate<State>> businesses() {
        Predicate<State> closed = business -> business.has("closedSince");
        return Map.of(
                "close-business",
                closed.negate(),
                "relocate-business",
                closed.negate(),
                "reopen-business",
                closed,
                "correct-business-relocation",
                business -> business.has("units/1"));
    }

    private static Map<String, Predicate<State>> households() {
        Predicate<State> counts = household -> household.is("state", "PRESENT", "LEFT");
        Predicate<State> lives = household -> household.is("state", "PRESENT");
        Predicate<State> charged = household -> household.has("member") || household.has("coming");
        Predicate<State> alone = counts.and(household -> !household.has("duplicates"));
        return Map.ofEntries(
                entry("assign-household", lives.and(home -> !home.has("member") || home.has("absence"))),
                entry("reassign-household", lives.and(charged)),
                entry("unassign-household", lives.and(charged)),
                entry("relocate-household", lives),
                entry("mark-household-left", lives),
                entry("return-household", household -> household.is("state", "LEFT")),
                entry("merge-households", alone),
                entry("separate-households", household -> household.is("state", "MERGED")),
                entry(
                        "withdraw-registration",
                        alone.and(household -> !household.has("member") || household.has("coming"))),
                entry("correct-household", counts),
                entry("correct-residence", counts),
                entry("correct-assignment", counts.and(household -> household.has("charges"))),
                entry("correct-relocation", counts.and(household -> household.has("units/1"))),
                entry("record-consent", counts),
                entry("withdraw-consent", household -> household.has("consents")),
                entry("correct-consent", household -> household.has("agreements")),
                entry("take-back-consent-withdrawal", household -> household.has("agreements")));
    }

    private static Map<String, Predicate<State>> teams() {
        Predicate<State> dissolved = team -> team.has("dissolved");
        Predicate<State> coming = team -> team.has("coming");
        Predicate<State> suspended = team -> team.subject.get("members").items().stream()
                .anyMatch(member -> !member.get("suspensions").isEmpty());
        return Map.of(
                "dissolve-team", dissolved.negate(),
                "correct-dissolution", dissolved.or(coming),
                "correct-consolidation", team -> team.has("consolidated"),
                "relieve-leader", coming.or(team -> team.has("leader")),
                "relieve-deputy", coming.or(team -> team.has("deputy")),
                "resume-member", suspended,
                "correct-suspension", suspended);
    }

    /** A unit that has ended or never was changes no more; what ended it can be undone. */
    private static Map<String, Predicate<State>> units() {
        Predicate<State> stands = unit -> !unit.is("status", "ENDED", "WITHDRAWN");
        return Map.of(
                "abolish-unit", stands,
                "merge-units", stands,
                "split-unit", stands,
                "rename-unit", stands,
                "recode-unit", stands,
                "retype-unit", stands,
                "reparent-unit", stands);
    }

    private static Map<String, Predicate<State>> plans() {
        Predicate<State> whole = plan -> !plan.has("reversedBy");
        Predicate<State> rests = plan -> plan.is("state", "PAUSED", "STOPPED");
        Predicate<State> refused = plan -> plan.is("state", "COMPLETED") && plan.has("refused");
        Predicate<State> ended = plan -> plan.is("state", "COMPLETED", "ABANDONED");
        return Map.of(
                "approve-plan", plan -> plan.is("state", "AWAITING_APPROVAL"),
                "pause-plan", plan -> plan.is("state", "READY", "RUNNING"),
                "resume-plan", whole.and(rests.or(refused)),
                "abandon-plan", whole.and(ended.negate()),
                "reverse-plan", whole.and(rests.or(ended)).and(plan -> plan.has("run")));
    }

    private static Map<String, Predicate<State>> practices() {
        Predicate<State> stands = practice -> !practice.has("withdrawnAt");
        return Map.of(
                "recommend-practice", stands,
                "take-up-practice", stands,
                "stop-practice", practice -> practice.has("followers"));
    }

    private static Map<String, Predicate<State>> dataRequests() {
        Predicate<State> open = request -> request.is("state", "RECEIVED", "ANSWERED");
        return Map.of(
                "answer-data-request",
                request -> request.is("state", "RECEIVED"),
                "extend-data-request",
                open.and(request -> !request.has("extendedOn")),
                "carry-out-data-request",
                open,
                "refuse-data-request",
                open);
    }

    private static Map<String, Predicate<State>> rounds() {
        Predicate<State> open = round -> round.is("about/stage", "OPEN", "SCORED");
        Predicate<State> scored = round -> round.is("about/stage", "SCORED");
        Predicate<State> decided = round -> round.is("about/stage", "DECIDED");
        return Map.ofEntries(
                entry("cancel-recognition-round", open),
                entry("nominate-candidate", open),
                entry("withdraw-nomination", open.and(round -> round.has("about/nominated"))),
                entry("score-recognition-round", open.and(round -> round.isPast("about/lastDay"))),
                entry("object-to-score", scored),
                entry("answer-objection", scored.and(round -> round.has("about/openObjections"))),
                entry(
                        "decide-recognition-round",
                        scored.and(round -> !round.has("about/openObjections"))
                                .and(round -> round.subject
                                                .at("about/decidableFrom")
                                                .text()
                                                .compareTo(round.today)
                                        <= 0)),
                entry("record-publication-consent", decided),
                entry("withdraw-publication-consent", decided),
                entry("publish-honours", decided),
                entry("revoke-honour", decided));
    }

    private static Map<String, Predicate<State>> accounts() {
        return Map.of(
                "unlink-account", account -> account.has("persons"),
                "confirm-link", account -> account.has("unconfirmed"));
    }

    private static Map<String, Predicate<State>> reports() {
        return Map.of(
                "accept-quarterly-report", State::isToBeJudged,
                "return-quarterly-report", State::isToBeJudged,
                "submit-quarterly-report", report -> report.isPast("period/lastDay"));
    }

    private static Map<String, Predicate<State>> unitReports() {
        Predicate<State> judged = State::isToBeJudged;
        Predicate<State> received = report -> report.has("recipient");
        return Map.of(
                "accept-unit-report", judged.and(received),
                "return-unit-report", judged.and(received),
                "note-unit-report", judged.and(received.negate()),
                "submit-unit-report", report -> report.isPast("lastDay"));
    }
}
