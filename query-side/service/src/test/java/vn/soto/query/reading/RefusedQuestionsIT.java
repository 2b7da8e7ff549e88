package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** A question or a command about what lies outside the reader's area is refused in the words of one about what lies nowhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class RefusedQuestionsIT {

    /** Of so many pairs of a command and a kind of target one is asked about. */
    private static final int ONE_OF = Boolean.getBoolean("soto.long") ? 1 : 23;

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
        for (String account : List.of("M", "L", "O", "A", "G", "V", "N")) {
            WebTestClient client = asked.as(account);
            commands.forEach(command -> targets.forEach((kind, id) -> {
                if ((command.hashCode() + kind.hashCode()) % ONE_OF == 0) {
                    String why = "/api/me/why?command=" + command + "&target=" + kind + ":";
                    assertThat(answer(AskedQuestions.ask(client, why + "zzz")))
                            .as(account + " " + why)
                            .isEqualTo(answer(AskedQuestions.ask(client, why + id)));
                }
            }));
        }
    }

    private static String answer(AskedQuestions.Told told) {
        return told.body().replaceAll("\"links\":.*", "").replaceAll("(zzz|[a-z]+-out)", "x");
    }

    private static String withoutInstance(String body) {
        return body.replaceAll("\"instance\":\"[^\"]*\",?", "");
    }
}
