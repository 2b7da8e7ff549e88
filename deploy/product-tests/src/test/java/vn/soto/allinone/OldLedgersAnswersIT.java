package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import vn.soto.contracts.access.Role;
import vn.soto.ledger.Commit;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.privacy.sqlite.SqliteSubjectKeyReader;
import vn.soto.projection.Projections;
import vn.soto.testkit.GoldenAnswers;

/**
 * Every question of the application over the ledgers of earlier versions, by role, as of three moments, in both languages. It is
 * asked about the first and the last thing of each kind. The answers are golden.
 */
@Tag("slow")
final class OldLedgersAnswersIT {

    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final Path FOLDERS = Path.of("..", "end-to-end-tests", "src/test/resources");

    /** Fields of events that hold an id or a quarter. */
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"([^\" ]+)\"");

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** A ledger, the moments before its end, and the accounts that ask, each by a letter. */
    @SuppressWarnings("ImmutableEnumChecker") // nobody changes its lists
    enum OldLedger {
        VERSION_1(
                "2025-05-06T01:00:00Z",
                List.of("60", "110"),
                Map.of('M', "member", 'L', "leader", 'O', "officer", 'A', "administrator", 'U', "auditor")),
        VERSION_2(
                "2026-10-09T01:00:00Z",
                List.of("30", "45"),
                Map.of(
                        'L',
                        "leader-0",
                        'E',
                        "officer-east",
                        'C',
                        "officer-city",
                        'A',
                        "administrator",
                        'U',
                        "auditor"));

        private final Instant day;
        private final List<String> moments;
        private final Map<Character, String> accounts;

        OldLedger(String day, List<String> moments, Map<Character, String> accounts) {
            this.day = Instant.parse(day);
            this.moments = moments;
            this.accounts = accounts;
        }

        private String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void answersAreGolden(OldLedger old) throws IOException {
        for (String name : List.of("ledger.sqlite", "keys.sqlite", "master.key")) {
            Files.copy(FOLDERS.resolve(old.text(), name), folder.resolve(name));
        }
        GoldenAnswers golden = new GoldenAnswers("deploy/product-tests", "golden-answers-" + old.text() + ".txt");
        try (SqliteLedgerReader ledger = SqliteLedgerReader.open(folder.resolve("ledger.sqlite"));
                SqliteSubjectKeyReader keys = SqliteSubjectKeyReader.open(folder.resolve("keys.sqlite"));
                AnnotationConfigApplicationContext queries = QuerySideInMemory.start(
                        ledger,
                        Clock.fixed(old.day, ZoneOffset.UTC),
                        Map.of(),
                        new PersonalDataReader(
                                keys, MasterKey.parse(Files.readString(folder.resolve("master.key")), "test")))) {
            List<Commit> commits =
                    ledger.commits(1, Math.toIntExact(ledger.tail().number()));
            assertThat(queries.getBean(Projections.class).await(commits.size(), Duration.ofMinutes(2)))
                    .isTrue();
            Map<Character, WebTestClient> clients = new TreeMap<>();
            old.accounts.forEach((letter, account) -> clients.put(letter, client(queries, account)));
            addresses(queries, ids(commits)).forEach(address -> ask(address, old, clients, golden));
        }
        golden.check(OldLedgersAnswersIT.class, LONG);
    }

    private static WebTestClient client(AnnotationConfigApplicationContext queries, String account) {
        String role = account.replaceFirst("-.*", "").toUpperCase(Locale.ROOT);
        return QuerySideInMemory.client(queries, account, Role.valueOf(role));
    }

    /** In the short check one account asks about each address, as of one moment in one language, by turns. */
    private static void ask(
            String address, OldLedger old, Map<Character, WebTestClient> clients, GoldenAnswers golden) {
        List<String> moments =
                Stream.concat(old.moments.stream(), Stream.of("now")).toList();
        List<Character> readers = List.copyOf(clients.keySet());
        int each = 2 * moments.size();
        int turn = Math.floorMod(address.hashCode(), each * readers.size());
        IntStream.range(0, each * readers.size())
                .filter(next -> LONG || next == turn)
                .forEach(next -> {
                    String moment = moments.get(next % each / 2);
                    String language = next % 2 == 0 ? "vi" : "en";
                    char reader = readers.get(next / each);
                    String asOf = moment.equals("now") ? "" : (address.contains("?") ? "&" : "?") + "asOf=" + moment;
                    EntityExchangeResult<String> answer = Objects.requireNonNull(clients.get(reader))
                            .get()
                            .uri(address + asOf)
                            .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                            .exchange()
                            .expectBody(String.class)
                            .returnResult();
                    golden.told(
                            address + " " + moment + " " + language,
                            String.valueOf(reader),
                            answer.getStatus().value(),
                            Objects.requireNonNullElse(answer.getResponseBody(), ""));
                });
    }

    /** The first and the last value of each field of the events, and those of the commits. */
    private static Map<String, List<String>> ids(List<Commit> commits) {
        Map<String, List<String>> ids = new TreeMap<>();
        commits.stream()
                .flatMap(commit -> commit.events().stream())
                .forEach(event -> FIELD.matcher(new String(event.payload().bytes(), StandardCharsets.UTF_8))
                        .results()
                        .forEach(field -> ids.merge(
                                field.group(1),
                                List.of(field.group(2)),
                                (before, one) -> List.of(before.getFirst(), one.getFirst()))));
        for (Commit commit : List.of(commits.getFirst(), commits.getLast())) {
            Map<String, String> told = Map.of(
                    "commit", Long.toString(commit.number()),
                    "position", Long.toString(commit.first()),
                    "correlation", commit.correlation());
            told.forEach((name, value) -> ids.merge(
                    name,
                    List.of(value),
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
        }
        return ids;
    }

    private static List<String> addresses(AnnotationConfigApplicationContext queries, Map<String, List<String>> ids) {
        return queries.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .flatMap(question -> {
                    RequestMapping asked = Objects.requireNonNull(question.getMethodAnnotation(RequestMapping.class));
                    String template = asked.path()[0];
                    return List.of(asked.method()).contains(RequestMethod.GET) && GoldenAnswers.isKept(template)
                            ? Stream.of(0, 1).map(which -> address(template, question, ids, which))
                            : Stream.of();
                })
                .distinct()
                .sorted()
                .toList();
    }

    private static String address(String template, HandlerMethod asked, Map<String, List<String>> ids, int which) {
        String path = VARIABLE.matcher(template).replaceAll(variable -> id(variable.group(1), ids, which));
        List<String> parameters = Stream.of(asked.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(Parameter::getName)
                .filter(List.of("q", "quarter", "unit")::contains)
                .map(name -> name + "=" + (name.equals("q") ? "Long" : id(name, ids, which)))
                .toList();
        return path + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }

    /** That of a thing which the ledger does not know, if it has none of the kind. */
    private static String id(String name, Map<String, List<String>> ids, int which) {
        return switch (name) {
            case "commandName" -> "record-assistance";
            case "code" -> which == 0 ? "H05" : "T01";
            case "subject" -> which == 0 ? "household:" + id("household", ids, 0) : "member:" + id("member", ids, 0);
            case "session" -> id("outreach", ids, which);
            case "callBackSample" -> id("sample", ids, which);
            case "statement" -> id("unit", ids, which) + ":2026-09";
            default -> {
                List<String> found = ids.getOrDefault(name, List.of("none"));
                yield which == 0 ? found.getFirst() : found.getLast();
            }
        };
    }
}
