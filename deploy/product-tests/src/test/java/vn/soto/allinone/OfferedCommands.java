package vn.soto.allinone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.command.dispatch.StepReader;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.reach.CommandSender;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.plans.DryRun;

/**
 * The commands to which answers about subjects lead, against what the rules accept. One that an answer leads to is accepted for
 * some input. One that is missing, or told to be refused, is refused for every input that is tried.
 */
final class OfferedCommands {

    private static final JsonMapper JSON = new JsonMapper();
    /** Days from today of the first and the last one that are tried. */
    private static final int EARLIEST_TRIED = -330;

    private static final int LATEST_TRIED = 60;

    /**
     * A command that is offered may be possible for another day than today alone: behind what is to come, or before what ended.
     * These come first, because they often are.
     */
    private static final List<Integer> OTHER_DAYS = IntStream.concat(
                    IntStream.of(40, -30, -90, -150), IntStream.rangeClosed(EARLIEST_TRIED, LATEST_TRIED))
            .boxed()
            .toList();

    /** A further statement is computed from what its teams are now, and only then says anything new or not. */
    private static final Set<String> FOUND_BY_COMPUTING =
            Set.of("FURTHER_STATEMENT_CHANGES_SOMETHING", "STATEMENT_HAS_A_TEAM");

    /** Stands for the day on which a command is tried. */
    private static final String TODAY = "TODAY";

    private static final String REASON = "\"WRONG_ENTRY\"";
    private static final String CAMPAIGN =
            "\"name\":\"Ra quân\",\"firstDay\":\"TODAY\",\"lastDay\":\"TODAY\",\"goals\":[{\"indicator\":\"H05\","
                    + "\"goal\":{\"bound\":\"AT_LEAST\",\"value\":10,\"measure\":\"COUNT\"}}]";
    private static final String ROUND = "\"kind\":\"INDIVIDUAL\",\"rule\":1,\"firstQuarter\":\"2026-Q3\","
            + "\"lastQuarter\":\"2026-Q3\",\"quota\":2,\"objectionDays\":3";
    private static final String NAME = "\"name\":\"sealed-for-somebody-of-the-team\"";
    private static final String DECISION = "{\"number\":\"15/QĐ-UBND\",\"signedOn\":\"2026-01-05\"}";

    private final WebTestClient http;
    private final DryRun dryRun;
    private final LocalDate today;
    private final long tail;
    private final String about;
    private final List<String> teams;
    private final List<String> members;
    private final List<String> units;
    private final List<String> households;
    private final List<String> wrong = new ArrayList<>();

    /** How often each command was offered, and how often it was not. */
    private final Map<String, int[]> seen = new TreeMap<>();

    OfferedCommands(RandomTeams world, WebTestClient http, DryRun dryRun, String about) {
        this.http = http;
        this.dryRun = dryRun;
        this.about = about;
        this.tail = world.ledger.tail().number();
        this.today = VietnamTime.day(world.clock.instant());
        this.teams = texts(world.teams);
        this.members = texts(world.members);
        this.units = texts(world.units);
        this.households = texts(world.households);
    }

    /** Adds subjects of further kinds, in several states each. */
    static void addTo(RandomTeams world) {
        LocalDate today = VietnamTime.day(world.clock.instant());
        BiConsumer<String, String> sent = (name, fields) -> world.sendApproved(command(name, fields, today));
        for (int i = 0; i < 5; i++) {
            String request = "\"dataRequest\":\"dr-" + i + "\"";
            sent.accept(
                    "receive-data-request",
                    request + ",\"subject\":\"household:h-" + i + "\",\"kind\":\"ACCESS\",\"receivedOn\":\"TODAY\"");
            String practice = "\"practice\":\"pr-" + i + "\"";
            sent.accept(
                    "describe-practice",
                    practice + ",\"team\":\"t-0\",\"title\":\"Cách làm " + i + "\",\"text\":\"Mỗi tối.\"");
            sent.accept("plan-campaign", "\"campaign\":\"ca-" + i + "\",\"unit\":\"p\"," + CAMPAIGN);
            sent.accept("open-recognition-round", "\"round\":\"ro-" + i + "\",\"unit\":\"p\"," + ROUND);
        }
        addPeopleTo(sent);
        addStatementsTo(sent);
        addConsentsTo(sent);
        sent.accept("answer-data-request", "\"dataRequest\":\"dr-1\",\"answeredOn\":\"TODAY\"");
        sent.accept("extend-data-request", "\"dataRequest\":\"dr-2\",\"extendedOn\":\"TODAY\"," + reason());
        sent.accept("carry-out-data-request", "\"dataRequest\":\"dr-3\",\"carriedOutOn\":\"TODAY\"");
        sent.accept("refuse-data-request", "\"dataRequest\":\"dr-4\",\"refusedOn\":\"TODAY\"," + reason());
        sent.accept("withdraw-practice", "\"practice\":\"pr-1\",\"team\":\"t-0\"," + reason());
        sent.accept("cancel-campaign", "\"campaign\":\"ca-1\"," + reason());
        sent.accept("cancel-recognition-round", "\"round\":\"ro-1\"," + reason());
    }

    /** Members whose data is restricted, is not any more, and is erased. */
    private static void addPeopleTo(BiConsumer<String, String> sent) {
        for (int i = 0; i < 5; i++) {
            sent.accept("record-member-profile", "\"member\":\"m-" + i + "\"," + NAME);
        }
        for (int i = 1; i < 4; i++) {
            sent.accept("restrict-processing", "\"subject\":\"member:m-" + i + "\",\"since\":\"TODAY\"," + reason());
        }
        sent.accept("lift-restriction", "\"subject\":\"member:m-2\",\"since\":\"TODAY\"," + reason());
        String erasure = "\"basis\":\"ORDER_OF_AN_AUTHORITY\"," + reason();
        sent.accept("erase-member-data", "\"member\":\"m-3\"," + erasure);
        sent.accept("erase-member-data", "\"member\":\"m-4\"," + erasure);
    }

    private static void addStatementsTo(BiConsumer<String, String> sent) {
        sent.accept(
                "adopt-stipend-policy",
                "\"terms\":{\"scheme\":\"PER_MEMBER\",\"perMonth\":400000,\"perDay\":0,\"perNight\":0,\"fewestDays\":1},"
                        + "\"instrument\":" + DECISION + ",\"effectiveFrom\":\"2026-01-01\"");
        try {
            sent.accept("compute-stipend-statement", "\"unit\":\"c\",\"period\":\"2026-03\"");
        } catch (RuleViolatedException e) {
            // A life may have changed its commune within that month, or have no team in it then.
            assertThat(e.rule().name()).isIn("STATEMENT_IS_OF_A_COMMUNE", "STATEMENT_HAS_A_TEAM");
        }
        sent.accept("draw-call-back-sample", "\"callBackSample\":\"sa-0\",\"unit\":\"p\",\"quarter\":\"2026-Q1\"");
    }

    /** Some households consent, of which some withdraw; a witness is whoever is a member then. */
    private static void addConsentsTo(BiConsumer<String, String> sent) {
        for (int i = 0; i < 6; i++) {
            String consent = "\"household\":\"h-" + i + "\",\"purpose\":\"PHOTO\"";
            boolean given = IntStream.range(0, 16)
                    .mapToObj(k -> ",\"textVersion\":1,\"method\":\"SPOKEN\",\"team\":\"t-" + k / 4
                            + "\",\"witness\":\"m-" + (k / 4 + k % 4) + "\",\"day\":\"TODAY\"")
                    .anyMatch(witness -> isTaken(() -> sent.accept("record-consent", consent + witness)));
            if (given && i % 2 == 0) {
                sent.accept("withdraw-consent", consent + ",\"effectiveFrom\":\"TODAY\"");
            }
        }
    }

    private static boolean isTaken(Runnable command) {
        try {
            command.run();
            return true;
        } catch (RuleViolatedException e) {
            return false;
        }
    }

    private void people() {
        for (int i = 0; i < 5; i++) {
            String member = "m-" + i;
            compare("/api/members/{member}", member, this::ofMembers);
            String subject = "member:" + member;
            compare("/api/persons/" + subject + "/file", "\"subject\":\"" + subject + "\"", ofPersons());
        }
    }

    private Map<String, List<String>> ofMembers(String id) {
        return Map.of(
                "record-member-profile", List.of(NAME),
                "erase-member-data", List.of("\"basis\":\"ORDER_OF_AN_AUTHORITY\"," + reason()));
    }

    private Map<String, List<String>> ofPersons() {
        return Map.of(
                "restrict-processing", List.of("\"since\":\"TODAY\"," + reason()),
                "lift-restriction", List.of("\"since\":\"TODAY\"," + reason()));
    }

    private void samplesAndStatements() {
        JsonNode records = answer("/api/call-back-samples/sa-0").path("answer").path("records");
        List<String> calls = records.valueStream()
                .map(record -> "\"assistance\":\"" + record.path("assistance").asString()
                        + "\",\"verifier\":\"m-new\",\"result\":\"CONFIRMED\",\"occurredAt\":\"TODAYT01:00:00Z\"")
                .toList();
        if (!calls.isEmpty()) {
            compare("/api/call-back-samples/{callBackSample}", "sa-0", id -> Map.of("record-call-back", calls));
        }
        JsonNode statement = answer("/api/stipends/c:2026-03").path("answer");
        if (!statement.isMissingNode()) {
            String content = "\"content\":\"" + statement.path("content").asString() + "\"";
            compare(
                    "/api/stipends/c:2026-03",
                    "\"unit\":\"c\",\"period\":\"2026-03\"",
                    Map.of(
                            "compute-stipend-statement", List.of(reason()),
                            "approve-stipend-statement", List.of(content)));
        }
    }

    /**
     * Compares what a member is offered about own records.
     *
     * @param own    asks as the account that recorded everything
     * @param others asks as another one
     */
    static void compareOwn(
            RandomTeams world,
            WebTestClient own,
            WebTestClient others,
            String about,
            BiFunction<String, String, List<String>> ids) {
        try (DryRun byOwner = DryRun.over(world.side, "tester");
                DryRun byAnother = DryRun.over(world.side, "another")) {
            CommandSender member = new CommandSender.Person(Set.of(Role.MEMBER));
            OfferedCommands mine = new OfferedCommands(world, own, byOwner.restingOn(member), about);
            OfferedCommands theirs = new OfferedCommands(world, others, byAnother.restingOn(member), about);
            for (String id : ids.apply("assistance.recorded", "/assistance")) {
                mine.compare("/api/assistances/{assistance}", id, mine::byOneOfThem);
                theirs.compare("/api/assistances/{assistance}", id, theirs::byOneOfThem);
            }
            assertThat(mine.wrong).as(about).isEmpty();
            assertThat(theirs.wrong).as(about).isEmpty();
            assertThat(requireNonNull(theirs.seen.get("void-assistance"))[0])
                    .as(about)
                    .isZero();
        }
    }

    private Map<String, List<String>> byOneOfThem(String id) {
        return Map.of(
                "void-assistance",
                members.stream()
                        .map(member -> reason() + ",\"by\":\"" + member + "\"")
                        .toList());
    }

    private void furtherSubjects() {
        people();
        samplesAndStatements();
        for (int i = 0; i < 5; i++) {
            compare("/api/data-requests/{dataRequest}", "dr-" + i, this::ofDataRequests);
            compare("/api/practices/{practice}", "pr-" + i, this::ofPractices);
            compare("/api/campaigns/{campaign}", "ca-" + i, this::ofCampaigns);
            compare("/api/recognition-rounds/{round}", "ro-" + i, this::ofRounds);
        }
        for (String team : teams) {
            for (String quarter : List.of("2026-Q2", "2026-Q3")) {
                String page = "/api/teams/" + team + "/reports/" + quarter;
                JsonNode report = answer(page);
                if (report.has("answer")) {
                    String content = report.path("answer").path("content").asString("none");
                    compare(page, "\"team\":\"" + team + "\",\"quarter\":\"" + quarter + "\"", ofReports(content));
                }
            }
        }
    }

    private Map<String, List<String>> ofReports(String content) {
        String judged = "\"content\":\"" + content + "\"";
        return Map.of(
                "submit-quarterly-report", List.of(reason()),
                "accept-quarterly-report", List.of(judged),
                "return-quarterly-report", List.of(judged + "," + reason()));
    }

    private Map<String, List<String>> ofDataRequests(String id) {
        return Map.of(
                "answer-data-request", List.of("\"answeredOn\":\"TODAY\""),
                "extend-data-request", List.of("\"extendedOn\":\"TODAY\"," + reason()),
                "carry-out-data-request", List.of("\"carriedOutOn\":\"TODAY\""),
                "refuse-data-request", List.of("\"refusedOn\":\"TODAY\"," + reason()));
    }

    private Map<String, List<String>> ofPractices(String id) {
        return Map.of(
                "recommend-practice", List.of("\"unit\":\"p\",\"teams\":[]," + reason()),
                "stop-practice",
                        teams.stream()
                                .map(team -> "\"team\":\"" + team + "\",\"lastDay\":\"TODAY\"," + reason())
                                .toList());
    }

    private Map<String, List<String>> ofCampaigns(String id) {
        return Map.of(
                "cancel-campaign", List.of(reason()),
                "revise-campaign", List.of(CAMPAIGN.replace("Ra quân", "Ra quân lần hai") + "," + reason()));
    }

    private Map<String, List<String>> ofRounds(String id) {
        return Map.of(
                "cancel-recognition-round", List.of(reason()),
                "withdraw-nomination",
                        members.stream()
                                .map(member ->
                                        "\"candidate\":{\"kind\":\"INDIVIDUAL\",\"id\":\"" + member + "\"}," + reason())
                                .toList());
    }

    private static List<String> texts(List<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }

    /**
     * Compares the commands of each subject.
     *
     * @param ids of the subjects of events whose names begin so, at a place in their bodies
     * @return number of commands that were offered of one subject and not of another
     */
    int compare(BiFunction<String, String, List<String>> ids) {
        households.forEach(id -> compare("/api/households/{household}", id, this::ofHouseholds));
        households.forEach(
                id -> compare("/api/households/" + id + "/consents", "\"household\":\"" + id + "\"", ofConsents()));
        teams.forEach(id -> compare("/api/teams/{team}", id, this::ofTeams));
        units.forEach(id -> compare("/api/units/{unit}", id, this::ofUnits));
        ids.apply("support-request.received", "/request")
                .forEach(id -> compare("/api/requests/{request}", id, this::ofRequests));
        ids.apply("assistance.recorded", "/assistance")
                .forEach(id -> compare("/api/assistances/{assistance}", id, this::ofHelp));
        ids.apply("outreach.scheduled", "/session")
                .forEach(id -> compare("/api/outreach/{session}", id, this::ofSessions));
        ids.apply("training.scheduled", "/training")
                .forEach(id -> compare("/api/trainings/{training}", id, this::ofTrainings));
        furtherSubjects();
        ids.apply("business.registered", "/business")
                .forEach(id -> compare("/api/businesses/{business}", id, this::ofBusinesses));
        assertThat(wrong).as(about).isEmpty();
        return (int) seen.values().stream()
                .filter(times -> times[0] > 0 && times[1] > 0)
                .count();
    }

    private void compare(String question, String id, Function<String, Map<String, List<String>>> inputs) {
        String variable = question.substring(question.indexOf('{') + 1, question.length() - 1);
        compare(question.replace("{" + variable + "}", id), "\"" + variable + "\":\"" + id + "\"", inputs.apply(id));
    }

    /** @param subject fields of each command that its address has */
    private void compare(String page, String subject, Map<String, List<String>> inputs) {
        JsonNode links = answer(page).path("links").path("commands");
        inputs.forEach((command, bodies) -> {
            boolean offered = links.has(command) && !links.path(command).has("refused");
            Set<String> refusals = new TreeSet<>();
            boolean accepted = isAnyAccepted(command, subject, bodies, today, refusals)
                    || (offered
                            && bodies.stream().anyMatch(body -> body.contains(TODAY))
                            && OTHER_DAYS.stream()
                                    .map(today::plusDays)
                                    .anyMatch(day -> isAnyAccepted(command, subject, bodies, day, refusals)));
            seen.computeIfAbsent(command, each -> new int[2])[offered ? 0 : 1]++;
            if (accepted != offered && !(offered && !refusals.isEmpty() && FOUND_BY_COMPUTING.containsAll(refusals))) {
                wrong.add(page + ": " + command
                        + (offered ? " is offered and refused: " + refusals : " is not offered and accepted"));
            }
        });
    }

    private JsonNode answer(String page) {
        return JSON.readTree(http.get()
                .uri(page + (page.contains("?") ? "&" : "?") + "atLeast=" + tail)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    private boolean isAnyAccepted(
            String command, String subject, List<String> bodies, LocalDate day, Set<String> refusals) {
        return bodies.stream()
                .map(body -> command(command, subject + (body.isEmpty() ? "" : "," + body), day))
                .anyMatch(sent -> isAccepted(sent, refusals));
    }

    private boolean isAccepted(Command sent, Set<String> refusals) {
        DryRun.Place place = dryRun.place();
        try {
            dryRun.send(sent, true);
            return true;
        } catch (RuleViolatedException e) {
            refusals.add(e.rule().name());
            return false;
        } catch (AlreadyExistsException | NotFoundException e) {
            refusals.add(e.getClass().getSimpleName());
            return false;
        } finally {
            dryRun.returnTo(place);
        }
    }

    private static Command command(String name, String fields, LocalDate today) {
        return StepReader.command(new PlanStep(0, name, "{" + fields.replace(TODAY, today.toString()) + "}"));
    }

    private static String reason() {
        return "\"reason\":" + REASON;
    }

    private List<String> responsible() {
        return teams.stream()
                .flatMap(team -> members.stream()
                        .map(member ->
                                "\"team\":\"" + team + "\",\"member\":\"" + member + "\",\"effectiveFrom\":\"TODAY\""))
                .toList();
    }

    private List<String> inUnits(String name) {
        return units.stream()
                .map(unit -> "\"" + name + "\":\"" + unit + "\",\"effectiveFrom\":\"TODAY\"")
                .toList();
    }

    private Map<String, List<String>> ofHouseholds(String id) {
        return Map.of(
                "reassign-household", responsible(),
                "unassign-household", List.of("\"effectiveFrom\":\"TODAY\""),
                "relocate-household", inUnits("unit"),
                "mark-household-left", List.of("\"effectiveFrom\":\"TODAY\""),
                "return-household", inUnits("unit"),
                "separate-households", List.of(reason()),
                "withdraw-registration", List.of(reason()),
                "correct-household", List.of("\"reference\":\"H-99\"," + reason()),
                "merge-households",
                        households.stream()
                                .map(other -> "\"survivor\":\"" + other + "\"," + reason())
                                .toList());
    }

    private static Map<String, List<String>> ofConsents() {
        List<String> purposes = Stream.of(ConsentPurpose.values())
                .map(purpose -> "\"purpose\":\"" + purpose + "\",\"effectiveFrom\":\"TODAY\"")
                .toList();
        return Map.of(
                "withdraw-consent",
                purposes,
                "take-back-consent-withdrawal",
                purposes.stream().map(each -> each + "," + reason()).toList());
    }

    private Map<String, List<String>> ofTeams(String id) {
        List<String> office = members.stream()
                .map(member -> "\"member\":\"" + member + "\",\"effectiveFrom\":\"TODAY\"")
                .toList();
        List<String> first = members.stream()
                .map(member -> "\"member\":\"" + member + "\",\"firstDay\":\"TODAY\"")
                .toList();
        Map<String, List<String>> inputs = new TreeMap<>(Map.of(
                "rename-team",
                        List.of("\"name\":\"Tổ đổi tên\",\"effectiveFrom\":\"TODAY\",\"instrument\":" + DECISION),
                "enrol-member", List.of("\"member\":\"m-new\",\"organisation\":\"OTHER\",\"effectiveFrom\":\"TODAY\""),
                "end-membership",
                        members.stream()
                                .map(member ->
                                        "\"member\":\"" + member + "\",\"reason\":\"RESIGNED\",\"lastDay\":\"TODAY\"")
                                .toList(),
                "suspend-member",
                        first.stream().map(each -> each + "," + reason()).toList(),
                "resume-member", first,
                "relieve-leader", List.of("\"effectiveFrom\":\"TODAY\""),
                "appoint-deputy", office,
                "relieve-deputy", List.of("\"effectiveFrom\":\"TODAY\""),
                "dissolve-team", List.of("\"instrument\":" + DECISION + ",\"lastDay\":\"TODAY\"," + reason()),
                "correct-dissolution", List.of(reason(), "\"lastDay\":\"TODAY\"," + reason())));
        inputs.put("appoint-leader", office);
        return inputs;
    }

    private Map<String, List<String>> ofUnits(String id) {
        String decreed = "\"effectiveFrom\":\"TODAY\",\"instrument\":" + DECISION;
        return Map.of(
                "rename-unit", List.of("\"name\":\"Tên khác " + id + "\"," + decreed),
                "abolish-unit", List.of(decreed));
    }

    private Map<String, List<String>> ofRequests(String id) {
        return Map.of(
                "release-support-request", List.of("\"releasedOn\":\"TODAY\""),
                "decline-support-request", List.of("\"why\":\"DUPLICATE\",\"declinedOn\":\"TODAY\"," + reason()),
                "reopen-support-request", List.of("\"reopenedOn\":\"TODAY\"," + reason()));
    }

    private Map<String, List<String>> ofHelp(String id) {
        return Map.of(
                "void-assistance", List.of(reason()),
                "verify-assistance",
                        List.of("\"verifier\":\"m-new\",\"result\":\"CONFIRMED\",\"occurredAt\":\"TODAYT01:00:00Z\""),
                "confirm-assistance", List.of(""));
    }

    private Map<String, List<String>> ofSessions(String id) {
        return Map.of(
                "cancel-outreach", List.of(reason()),
                "reschedule-outreach", List.of("\"startsAt\":\"TODAYT09:00:00Z\""),
                "void-outreach", List.of(reason()));
    }

    private Map<String, List<String>> ofTrainings(String id) {
        List<String> attendance = teams.stream()
                .flatMap(team -> members.stream()
                        .map(member -> "\"attendance\":{\"on\":\"TODAY\",\"hours\":4,\"attendees\":[{\"team\":\"" + team
                                + "\",\"member\":\"" + member + "\"}]}"))
                .toList();
        return Map.of(
                "hold-training", attendance,
                "cancel-training", List.of(reason()),
                "correct-attendance",
                        attendance.stream().map(each -> each + "," + reason()).toList(),
                "void-training", List.of(reason()));
    }

    private Map<String, List<String>> ofBusinesses(String id) {
        return Map.of(
                "close-business", List.of("\"effectiveFrom\":\"TODAY\""),
                "reopen-business", List.of("\"effectiveFrom\":\"TODAY\""),
                "relocate-business", inUnits("unit"),
                "correct-business", List.of("\"kind\":\"HOUSEHOLD_BUSINESS\",\"reference\":\"CS-99\"," + reason()));
    }
}
