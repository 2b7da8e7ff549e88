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

/** A question or a command about what lies outside the reader's area is refused in the words of one about what lies nowhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class RefusedQuestionsIT {

    private static final boolean LONG = Boolean.getBoolean("soto.long");

    /** Each command is asked about by so many accounts of one kind of target; at length by all of all. */
    private static final int ACCOUNTS_OF_A_COMMAND = 3;

    /** Another seed takes other accounts and kinds for each command. */
    private static final long SEED = Long.getLong("soto.seed", 29);

    private final AskedQuestions asked = new AskedQuestions();

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

    /** Whoever helped a household still reads that, and not where it lives now; its move stands in the timeline of the team that it left. */
    @Test
    void whereAHouseholdOfElsewhereLivesIsNotToldByTheLinksOfARecordThatNamesIt() {
        asked.upTo(asked.world.movedAway("h-moved", "a-moved"));
        for (String account : List.of("L", "O", "A")) {
            for (String path : List.of(
                    "/api/assistances/a-moved",
                    "/api/teams/t-in/activity",
                    "/api/units/r-in/households",
                    "/api/members/member-in/households",
                    "/api/members/member-in/activity",
                    "/api/members/member-in/follow-ups",
                    "/api/households?q=h-moved",
                    "/api/search?q=h-moved")) {
                AskedQuestions.Told told = AskedQuestions.ask(asked.as(account), path);
                assertThat(told.status()).as(account + " " + path).isEqualTo(200);
                assertThat(told.body()).as(account + " " + path).doesNotContain("\"r-out\"", "\"c-out\"");
            }
        }
        assertThat(AskedQuestions.ask(asked.as("P"), "/api/assistances/a-moved").body())
                .contains("r-out");
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
