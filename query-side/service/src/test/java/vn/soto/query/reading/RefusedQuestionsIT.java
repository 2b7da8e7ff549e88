package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.method.HandlerMethod;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.team.TeamId;
import vn.soto.ledger.Commit;

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

    private static final Pattern THERE = Pattern.compile("\\b[rct]-out\\b|(Khu phố|Phường|Tổ) out");

    private final AskedQuestions asked = new AskedQuestions();
    private List<Commit> moved = List.of();

    @AfterAll
    void close() {
        asked.close();
    }

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

    private static List<String> sample(Collection<String> all, int most, Random random) {
        List<String> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return LONG ? shuffled : shuffled.subList(0, most);
    }

    /** A plan of several steps is taken whatever its steps name, and its sender reads it. */
    @Test
    void whoeverProposesSeesOfAHouseholdOfElsewhereWhatIsSeenOfOneOfNowhere() {
        asked.upTo(asked.world.plan("l-own-out", "h-out", "officer"));
        asked.upTo(asked.world.plan("l-own-zzz", "h-zzz", "officer"));
        asked.upTo(asked.world.plan("l-own-in", "h-in", "officer"));
        WebTestClient officer = asked.as("O");
        for (String path : List.of("/api/plans/l-own-%s", "/api/plans/l-own-%s/steps")) {
            String known = AskedQuestions.ask(officer, path.formatted("in")).body();
            String outside = AskedQuestions.ask(officer, path.formatted("out")).body();
            String nowhere = AskedQuestions.ask(officer, path.formatted("zzz")).body();

            assertThat(known).contains("\"before\"");
            assertThat(outside).contains("unassign-household").doesNotContain("\"before\"", "r-out");
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
        assertThat(answered).isGreaterThan(100 * accounts.size());
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
