package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.method.HandlerMethod;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Commit;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.JsonIds;

/** A question or a command about what lies outside the reader's area is refused in the words of one about what lies nowhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class RefusedQuestionsIT {

    private static final boolean LONG = Boolean.getBoolean("soto.long");

    /** Each command is asked about by so many accounts of one kind of target; at length by all of all. */
    private static final int ACCOUNTS_OF_A_COMMAND = 3;

    /** Another seed takes other accounts and kinds for each command. */
    private static final long SEED = Long.getLong("soto.seed", 29);

    /** Units, teams, practices, honours and organisations that everybody may list: of no household, and no record. */
    private static final Set<String> OF_EVERYBODY =
            Set.of("/api/units", "/api/teams", "/api/practices", "/api/honours", "/api/organisations");

    /** Number of events that are supposed; at length all are. */
    private static final int SUPPOSED_EVENTS = 40;

    private static final Path EVENTS = Path.of("../../shared-kernel/events/src/test/resources/golden");

    /** Names of ids in {@link TwoCommunes}, before {@code -in} and {@code -out}. */
    private static final Map<IdKind, String> NAMES = Map.ofEntries(
            Map.entry(IdKind.UNIT, "r"),
            Map.entry(IdKind.TEAM, "t"),
            Map.entry(IdKind.MEMBER, "member"),
            Map.entry(IdKind.HOUSEHOLD, "h"),
            Map.entry(IdKind.BUSINESS, "b"),
            Map.entry(IdKind.ASSISTANCE, "a"),
            Map.entry(IdKind.REQUEST, "q"),
            Map.entry(IdKind.SESSION, "s"),
            Map.entry(IdKind.TRAINING, "g"),
            Map.entry(IdKind.PLAN, "l"),
            Map.entry(IdKind.CAMPAIGN, "k"),
            Map.entry(IdKind.ROUND, "v"),
            Map.entry(IdKind.DATA_REQUEST, "d"),
            Map.entry(IdKind.CALL_BACK_SAMPLE, "k-sample"),
            Map.entry(IdKind.ACCOUNT, "account"));

    /** Events that bring an id in: that it is taken elsewhere has to be told. */
    private static final Pattern BEGINNINGS =
            Pattern.compile("household.registered.* HOUSEHOLD|business.registered.* BUSINESS"
                    + "|assistance.recorded.* ASSISTANCE|support-request.received.* REQUEST|outreach.scheduled.* SESSION"
                    + "|training.scheduled.* TRAINING|campaign.planned.* CAMPAIGN|data-request.received.* DATA_REQUEST"
                    + "|team.(formed|member-enrolled).* MEMBER");

    private static final Pattern THERE = Pattern.compile("\\b[rct]-out\\b|(Khu phố|Phường|Tổ) out");

    @AutoClose
    private final AskedQuestions asked = new AskedQuestions();

    private List<Commit> moved = List.of();

    @Test
    void nobodyLearnsFromARefusalWhetherAnIdExists() {
        Set<String> templates = asked.questions().keySet().stream()
                .filter(template ->
                        template.contains("{") && !template.contains("{unit}") && !template.contains("{team}"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(templates).hasSizeGreaterThan(15);
        for (String account : AskedQuestions.ACCOUNTS.keySet()) {
            WebTestClient client = asked.as(account);
            for (String template : templates) {
                if (Stream.of("{organisation}", "{practice}", "{commandName}").anyMatch(template::contains)) {
                    continue;
                }
                HandlerMethod method = Objects.requireNonNull(asked.questions().get(template));
                AskedQuestions.Told outside = AskedQuestions.ask(client, asked.address(template, method, "out"));
                if (outside.status() == 200) {
                    assertThat(account).as(template).isIn("P", "U", "W");
                    continue;
                }
                AskedQuestions.Told unknown = AskedQuestions.ask(
                        client,
                        template.replaceAll("\\{(commit|position)}", "999999").replaceAll("\\{[^}]+}", "zzz"));
                assertThat(outside.status()).as(account + " " + template).isEqualTo(403);
                assertThat(withoutInstance(unknown.body()))
                        .as(account + " " + template)
                        .isEqualTo(withoutInstance(outside.body()));
            }
        }
    }

    @Test
    void anIdThatHasNotTheFormOfOneIsKnownToNobody() {
        WebTestClient everywhere = asked.as("P");
        for (String template : asked.questions().keySet()) {
            if (template.contains("{")) {
                int status = AskedQuestions.ask(everywhere, template.replaceAll("\\{[^}]+}", "Khong-Co"))
                        .status();
                assertThat(status).as(template).isBetween(400, 404);
            }
        }
    }

    /** Why a command may not be given about something of elsewhere is what is said about something of nowhere. */
    @Test
    void nobodyLearnsFromTheReasonOfARefusedCommandWhetherAnIdExists() {
        Map<String, String> targets = Map.ofEntries(
                Map.entry("household", "h-out"),
                Map.entry("business", "b-out"),
                Map.entry("assistance", "a-out"),
                Map.entry("request", "q-out"),
                Map.entry("session", "s-out"),
                Map.entry("training", "g-out"),
                Map.entry("member", "member-out"),
                Map.entry("plan", "l-out"),
                Map.entry("campaign", "k-out"),
                Map.entry("account", "account-out"));
        List<String> commands = Pattern.compile("\"name\":\"([a-z]+-[a-z-]+)\"")
                .matcher(AskedQuestions.ask(asked.as("P"), "/api/commands").body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(commands).hasSizeGreaterThan(100);
        List<String> accounts = List.of("M", "L", "O", "A", "G", "V", "N");
        Map<String, WebTestClient> clients = accounts.stream().collect(Collectors.toMap(each -> each, asked::as));
        Set<String> told = new TreeSet<>();
        for (String command : commands) {
            Random random = new Random(SEED ^ command.hashCode());
            for (String account : sample(accounts, ACCOUNTS_OF_A_COMMAND, random)) {
                WebTestClient client = Objects.requireNonNull(clients.get(account));
                for (String kind : sample(new TreeSet<>(targets.keySet()), 1, random)) {
                    String why = "/api/me/why?command=" + command + "&target=" + kind + ":";
                    assertThat(answer(AskedQuestions.ask(client, why + "zzz")))
                            .as(account + " " + why)
                            .isEqualTo(answer(AskedQuestions.ask(client, why + targets.get(kind))));
                    told.addAll(List.of("command " + command, "account " + account, "kind " + kind));
                }
            }
        }
        assertThat(told).hasSize(commands.size() + accounts.size() + targets.size());
    }

    private static <T> List<T> sample(Collection<T> all, int most, Random random) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return LONG ? shuffled : shuffled.subList(0, Math.min(most, shuffled.size()));
    }

    /** A plan of several steps is taken whatever its steps name, and its sender reads it. */
    @Test
    void whoeverProposesSeesOfAHouseholdOfElsewhereWhatIsSeenOfOneOfNowhere() {
        asked.upTo(asked.world.plan("l-own-out", "h-out", "officer"));
        asked.upTo(asked.world.plan("l-own-zzz", "h-zzz", "officer"));
        asked.upTo(asked.world.plan("l-own-in", "h-in", "officer"));
        WebTestClient officer = asked.as("O");
        assertThat(AskedQuestions.ask(officer, "/api/plans/l-own-in").body())
                .as("hash of the state of what is within reach")
                .containsPattern("\"content\":\"\\w{64}\"");
        for (String path : List.of("/api/plans/l-own-%s", "/api/plans/l-own-%s/steps")) {
            String known = AskedQuestions.ask(officer, path.formatted("in")).body();
            String outside = AskedQuestions.ask(officer, path.formatted("out")).body();
            String nowhere = AskedQuestions.ask(officer, path.formatted("zzz")).body();

            assertThat(known).contains("\"before\"");
            assertThat(outside)
                    .contains("unassign-household")
                    .doesNotContain("\"before\"", "r-out")
                    .doesNotContainPattern("\"content\":\"\\w{64}\"");
            assertThat(withoutTimes(outside)).isEqualTo(withoutTimes(nowhere));
        }
    }

    @Test
    void whoeverProposesSeesOfAGroupWhatTheReachOfItsTeamPermits() {
        for (String side : List.of("in", "out")) {
            CommunityGroupId group = new CommunityGroupId("g-" + side);
            asked.world.log.write(new CommunityGroupRecorded(group, new TeamId("t-" + side), 180, TwoCommunes.DAY));
            asked.upTo(asked.world.plan(
                    "l-group-" + side,
                    "officer",
                    new PlanStep(
                            0,
                            "update-community-group",
                            "{\"group\":\"g-" + side + "\",\"households\":170,\"countedOn\":\"2026-07-01\"}")));
        }
        String steps = "/api/plans/l-group-%s/steps";

        assertThat(AskedQuestions.ask(asked.as("O"), steps.formatted("in")).body())
                .contains("\"from\":180", "\"to\":170");
        assertThat(AskedQuestions.ask(asked.as("O"), steps.formatted("out")).body())
                .contains("\"to\":170")
                .doesNotContain("\"before\"", "\"from\":180");
    }

    /**
     * Whoever worked with a household that moved away reads that it left, and never its new unit or team. That holds
     * for every answer about the team, the unit, the records or the events, of now or of a moment before the move. At
     * length by all with an area.
     */
    @Test
    void whereAHouseholdThatMovedAwayIsIsToldInNoAnswer() {
        List<Commit> told = moved();
        List<String> accounts = LONG ? List.of("M", "L", "O", "A", "C", "V", "G") : List.of("L", "O");
        int answered = 0;
        List<String> telling = new ArrayList<>();
        for (String account : accounts) {
            WebTestClient client = asked.as(account);
            for (String address : addressesOfMoved(told)) {
                if (!LONG && Math.floorMod(address.hashCode(), accounts.size()) != accounts.indexOf(account)) {
                    continue;
                }
                AskedQuestions.Told answer = AskedQuestions.ask(client, address);
                answered += answer.status() == 200 ? 1 : 0;
                THERE.matcher(answer.body())
                        .results()
                        .limit(1)
                        .forEach(found -> telling.add(account + " " + address + ": "
                                + answer.body().substring(Math.max(0, found.start() - 90), found.end())));
            }
        }
        assertThat(telling).isEmpty();
        assertThat(answered).isGreaterThan(LONG ? 100 * accounts.size() : 100);
    }

    /** Now, and as of the commit that says that it will move. */
    private List<String> addressesOfMoved(List<Commit> told) {
        String earlier = "asOf=" + told.getFirst().number();
        return asked.questions().entrySet().stream()
                .filter(question -> !OF_EVERYBODY.contains(question.getKey()))
                .flatMap(question -> Stream.of("moved", "passed")
                        .flatMap(
                                record -> asked.addressesOfMoved(question.getKey(), question.getValue(), record, told)))
                .distinct()
                .flatMap(address -> Stream.of(address, AskedQuestions.with(address, earlier)))
                .toList();
    }

    private List<Commit> moved() {
        if (moved.isEmpty()) {
            moved = asked.world.movedAway();
            asked.upTo(asked.world.log.ledger.tail().number());
        }
        return moved;
    }

    @Test
    void whoeverReachesAHouseholdReadsWhereItWentAndItsFormerTeamThatItLeft() {
        List<Commit> told = moved();
        String timeline = "/api/teams/t-in/timeline?kind=households&before=" + Long.MAX_VALUE;
        String move = "/api/events/" + told.getFirst().first();

        assertThat(AskedQuestions.ask(asked.as("L"), timeline).body())
                .contains("chuyển từ Khu phố in sang nơi khác", "\"from\":\"r-in\"", "của tổ khác");
        assertThat(AskedQuestions.ask(asked.as("U"), timeline).body())
                .contains("chuyển từ Khu phố in sang Khu phố out", "\"unit\":\"r-out\"", "của Tổ out");
        assertThat(AskedQuestions.ask(asked.as("L"), move).body())
                .contains("unit:r-in", "nơi khác")
                .doesNotContain("r-out");
        assertThat(AskedQuestions.ask(asked.as("P"), move).body()).contains("unit:r-in", "unit:r-out");
    }

    /** The register of corrections has sentences and no bodies. */
    @Test
    void aPageOfCorrectionsNamesWhomTheReaderReachesAndNobodyElse() {
        moved();
        Responsible here = new Responsible(new TeamId("t-in"), new MemberId("member-in"));
        Responsible there = new Responsible(new TeamId("t-out"), new MemberId("member-out"));
        LocalDate day = TwoCommunes.DAY.plusDays(1);
        asked.upTo(asked.world
                .log
                .write(new AssignmentCorrected(
                        new HouseholdId("h-passed"), new UnitId("r-out"), here, there, day, day.plusDays(1)))
                .number());
        String register = "/api/made-corrections?limit=200";

        assertThat(AskedQuestions.ask(asked.onAPage("L"), register).body())
                .contains("household.assignment-corrected", "\"Nguyễn Thị Lan\"")
                .doesNotContain("Nguyễn Thị Hùng", "member-out");
        assertThat(AskedQuestions.ask(asked.as("L"), register).body()).doesNotContain("Nguyễn Thị Lan");
        assertThat(AskedQuestions.ask(asked.onAPage("P"), register).body())
                .contains("\"Nguyễn Thị Lan\"", "\"Nguyễn Thị Hùng\"");
    }

    /** A list of the moment at which its move was to come. */
    @Test
    void whoeverReachesABusinessReadsWhereItWillBeAndOthersThatItIsListed() {
        String listed = "/api/units/r-in/businesses?asOf=" + moved().getLast().number();

        assertThat(AskedQuestions.ask(asked.as("P"), listed).body())
                .contains("\"business\":\"b-moved\"", "\"unit\":\"r-out\"");
        assertThat(AskedQuestions.ask(asked.as("O"), listed).body())
                .contains("\"business\":\"b-moved\"")
                .doesNotContain("r-out", "\"coming\"");
    }

    /** A plan lies where all of its steps lie; a household of nowhere that no step registers lies beyond any area. */
    @Test
    void whoeverReadsThePlanOfAnotherLearnsOfAStepAboutElsewhereWhatOneAboutNoneTells() {
        PlanStep here = TwoCommunes.aboutHousehold("unassign-household", "h-in");
        for (String id : List.of("out", "zzz")) {
            asked.upTo(asked.world.plan(
                    "l-two-" + id, "tester", here, TwoCommunes.aboutHousehold("unassign-household", "h-" + id)));
        }
        asked.upTo(asked.world.plan(
                "l-begun",
                "tester",
                here,
                TwoCommunes.aboutHousehold("register-household", "h-begun"),
                TwoCommunes.aboutHousehold("unassign-household", "h-begun")));
        WebTestClient officer = asked.as("O");
        AskedQuestions.Told outside = AskedQuestions.ask(officer, "/api/plans/l-two-out");
        AskedQuestions.Told nowhere = AskedQuestions.ask(officer, "/api/plans/l-two-zzz");

        assertThat(outside.status()).isEqualTo(403);
        assertThat(nowhere.status()).isEqualTo(403);
        assertThat(withoutInstance(nowhere.body())).isEqualTo(withoutInstance(outside.body()));
        assertThat(AskedQuestions.ask(officer, "/api/plans/l-begun").status()).isEqualTo(200);
    }

    /** The names of both are opened, or none. */
    @Test
    void namesOfElsewhereAreRefusedLikeThoseOfNobody() {
        assertThat(asked.posts())
                .as("each is asked here or below, but for the operator's")
                .containsExactlyInAnyOrder(
                        "/api/names", "/api/corrections/preview", "/replay", "/replay/cancel", "/retry");
        String body = "{\"subjects\":[\"%1$s-in\",\"%1$s-%2$s\"],\"reason\":\"COMPLAINT\"}";
        for (String account : AskedQuestions.ACCOUNTS.keySet()) {
            WebTestClient client = asked.as(account);
            for (String kind : List.of("household:h", "member:member", "business:b", "request:q")) {
                AskedQuestions.Told outside = AskedQuestions.post(client, "/api/names", body.formatted(kind, "out"));
                if (outside.status() == 200) {
                    assertThat(account).isEqualTo("U");
                    continue;
                }
                assertThat(outside.status()).isEqualTo(403);
                assertThat(withoutId(AskedQuestions.post(client, "/api/names", body.formatted(kind, "zzz"))))
                        .as(account + " " + kind)
                        .isEqualTo(withoutId(outside));
            }
        }
    }

    /** Every stored event, of the reader's team and unit, with one id of elsewhere, and with one of nowhere. */
    @Test
    void whoeverSupposesAnEventLearnsOfARecordOfElsewhereWhatOneOfNowhereTells() throws IOException {
        List<Path> events;
        try (Stream<Path> files = Files.list(EVENTS)) {
            events = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<String> telling = new ArrayList<>();
        Set<Integer> statuses = new TreeSet<>();
        Random random = new Random(SEED);
        for (Path event : sample(events, SUPPOSED_EVENTS, random)) {
            for (String account : sample(List.of("M", "L", "O", "A"), 1, random)) {
                for (IdKind kind : sample(kindsIn(event), 1, random)) {
                    AskedQuestions.Told outside = supposed(account, event, kind, "out");
                    AskedQuestions.Told nowhere = supposed(account, event, kind, "zzz");
                    statuses.add(outside.status());
                    if (!withoutId(outside).equals(withoutId(nowhere))) {
                        telling.add(
                                account + " " + event.getFileName() + " " + kind + "\n " + outside + "\n " + nowhere);
                    }
                }
            }
        }
        assertThat(telling).isEmpty();
        assertThat(statuses).contains(200, 403);
    }

    /** The stored name with its revision. */
    private static String stored(Path event) {
        return event.getFileName().toString().replaceFirst("(\\+.*)?\\.json$", "");
    }

    private static Set<IdKind> kindsIn(Path event) throws IOException {
        Set<IdKind> kinds = new TreeSet<>(
                JsonIds.ofEvent(stored(event), Files.readString(event)).keySet());
        kinds.retainAll(NAMES.keySet());
        kinds.removeAll(Set.of(IdKind.UNIT, IdKind.TEAM));
        kinds.removeIf(
                kind -> BEGINNINGS.matcher(event.getFileName() + " " + kind).matches());
        return kinds;
    }

    private AskedQuestions.Told supposed(String account, Path event, IdKind kind, String where) throws IOException {
        String stored = stored(event);
        String content = Files.readString(event);
        for (Map.Entry<IdKind, Set<String>> ids :
                JsonIds.ofEvent(stored, content).entrySet()) {
            String name = NAMES.get(ids.getKey());
            String other = name + "-" + (ids.getKey() == kind ? where : "in");
            for (String id : name == null ? Set.<String>of() : ids.getValue()) {
                content = content.replace("\"" + id + "\"", "\"" + other + "\"");
            }
        }
        int version = stored.lastIndexOf('.');
        String body = "{\"events\":[{\"name\":\"%s\",\"revision\":\"%s\",\"content\":%s}]}"
                .formatted(stored.substring(0, version), stored.substring(version + 2), content);
        return AskedQuestions.post(asked.as(account), "/api/corrections/preview", body);
    }

    private static String withoutId(AskedQuestions.Told told) {
        return told.status() + withoutInstance(told.body()).replaceAll("-(out|zzz)\\b", "-x");
    }

    private static String withoutTimes(String body) {
        return body.substring(body.indexOf("\"answer\""))
                .replaceAll("At\":\"[^\"]*\"", "At")
                .replaceAll("-(out|zzz)\\b", "-x");
    }

    private static String answer(AskedQuestions.Told told) {
        return told.body().replaceAll("\"links\":.*", "").replaceAll("(zzz|[a-z]+-out)", "x");
    }

    private static String withoutInstance(String body) {
        return body.replaceAll("\"instance\":\"[^\"]*\",?", "");
    }
}
