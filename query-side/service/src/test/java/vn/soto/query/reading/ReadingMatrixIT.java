package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import vn.soto.query.testing.QuerySideFixture;

/**
 * Every question of the application, asked by an account of every role about what lies inside, beside and above its area. The
 * questions come from the code, the expectations from the table, so that a new question has to say who may ask it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class ReadingMatrixIT {

    private static final Map<String, String> ACCOUNTS = Map.ofEntries(
            Map.entry("M", "member"),
            Map.entry("L", "leader"),
            Map.entry("O", "officer"),
            Map.entry("A", "administrator"),
            Map.entry("P", "province-administrator"),
            Map.entry("C", "commune-auditor"),
            Map.entry("U", "auditor"),
            Map.entry("V", "viewer"),
            Map.entry("W", "province-viewer"),
            Map.entry("Y", "operator"),
            Map.entry("G", "organisation-officer"),
            Map.entry("N", "nobody"));

    /** The accounts that may ask: inside, beside and above their area, or in one column where nothing is named. */
    private static final String EXPECTED = """
            /api                                   | MLOAPCUVWYGN
            /api/me                                | MLOAPCUVWYGN
            /api/me/why                            | MLOAPCUVWYGN
            /api/commands                          | MLOAPCUVWYGN
            /api/commands/{commandName}            | MLOAPCUVWYGN
            /api/units                             | MLOAPCUVWG
            /api/units/{unit}                      | MLOAPCUVWG | MLOAPCUVWG | MLOAPCUVWG
            /api/units/{unit}/coverage             | MLOAPCUVWG | MLOAPCUVWG | MLOAPCUVWG
            /api/units/{unit}/undecided            | MLOAPCUVW  | PUW        | MLOAPCUVW
            /api/units/{unit}/reports              | MLOAPCUVW  | PUW        | MLOAPCUVW
            /api/units/{unit}/reports/{quarter}    | MLOAPCUVW  | PUW        | PUW
            /api/units/{unit}/targets              | MLOAPCUVW  | PUW        | MLOAPCUVW
            /api/units/{unit}/campaigns            | MLOAPCUVW  | PUW        | MLOAPCUVW
            /api/units/{unit}/recognition-rounds   | MLOAPCUVW  | PUW        | MLOAPCUVW
            /api/units/{unit}/stipends             | OAPCU      | PU         | PU
            /api/units/{unit}/periods              | MLOAPCUVWG | MLOAPCUVWG | MLOAPCUVWG
            /api/units/{unit}/households           | MLOAPCU    | PU         | MLOAPCU
            /api/units/{unit}/businesses           | MLOAPCU    | PU         | MLOAPCU
            /api/units/{unit}/requests             | MLOAPCU    | PU         | MLOAPCU
            /api/units/{unit}/outreach             | MLOAPCU    | PU         | MLOAPCU
            /api/units/{unit}/trainings            | MLOAPCU    | PU         | MLOAPCU
            /api/units/{unit}/findings             | LOAPCU     | PU         | LOAPCU
            /api/units/{unit}/call-back-samples    | LOAPCU     | PU         | LOAPCU
            /api/dashboards/{unit}                 | MLOAPCUVW  | PUW        | MLOAPCUVW
            /api/dashboards/{unit}/figures/{code}  | MLOAPCU    | PU         | PU
            /api/dashboards/{unit}/trend           | MLOAPCUVW  | PUW        | MLOAPCUVW
            /api/teams                             | MLOAPCUVWG
            /api/teams/{team}                      | MLOAPCUG   | PU
            /api/teams/{team}/timeline             | MLOAPCU    | PU
            /api/dashboards/{unit}/table.csv       | MLOAPCUVW  | PUW        | MLOAPCUVW
            /api/dashboards/{unit}/figures/{code}/table.csv            | MLOAPCU | PU | PU
            /api/units/{unit}/reports/table.csv    | MLOAPCUVW  | PUW        | MLOAPCUVW
            /api/made-corrections/table.csv              | MLOAPCU
            /api/teams/{team}/changes              | MLOAPCU    | PU
            /api/events/{position}                 | MLOAPCU    | PU
            /api/made-corrections                  | MLOAPCU
            /api/moments                           | MLOAPCUVW
            /api/teams/{team}/requests             | MLOAPCU    | PU
            /api/teams/{team}/outreach             | MLOAPCUG   | PU
            /api/teams/{team}/trainings            | MLOAPCUG   | PU
            /api/teams/{team}/reports/{quarter}    | MLOAPCUVW  | PUW
            /api/teams/{team}/reports/{quarter}/figures/{code}         | MLOAPCU | PU
            /api/teams/{team}/reports/{quarter}/figures/{code}/changes | MLOAPCU | PU
            /api/teams/{team}/reports/{quarter}/late                   | MLOAPCU | PU
            /api/findings/{finding}                | LOAPCU     | PU
            /api/call-back-samples/{callBackSample}                    | OAPCU   | PU
            /api/detectors                         | MLOAPCUVWG
            /api/campaigns/{campaign}              | MLOAPCUVW  | PUW
            /api/recognition-rules                 | MLOAPCUVWG
            /api/honours                           | MLOAPCUVWG
            /api/recognition-rounds/{round}        | MLOAPCU    | PU
            /api/recognition-rounds/{round}/what-if                    | MLOAPCU | PU
            /api/recognition-rounds/{round}/candidates/{candidate}     | MLOAPCU | PU
            /api/recognition-rounds/{round}/candidates/{candidate}/criteria/{criterion} | MLOAPCU | PU
            /api/teams/{team}/mobilisations        | OAPCU      | PU
            /api/practices                         | MLOAPCUVW
            /api/practices/{practice}              | MLOAPCUVW  | MLOAPCUVW
            /api/teams/{team}/practices            | MLOAPCUVW  | PUW
            /api/stipends/{statement}              | OAPCU      | PU
            /api/stipends/{statement}/evidence     | OAPCU      | PU
            /api/stipends/{statement}/table.csv    | OAPCU      | PU
            /api/stipend-policy                    | MLOAPCUVWG
            /api/members/{member}                  | MLOAPCUG   | PU
            /api/members/{member}/memberships      | MLOAPCUG   | PU
            /api/members/{member}/activity         | MLOAPCU    | PU
            /api/members/{member}/follow-ups       | MLOAPCU    | PU
            /api/members/{member}/households       | MLOAPCU    | PU
            /api/households/{household}            | MLOAPCU    | PU
            /api/businesses/{business}             | MLOAPCU    | PU
            /api/assistances/{assistance}          | MLOAPCU    | PU
            /api/requests/{request}                | MLOAPCU    | PU
            /api/outreach/{session}                | MLOAPCUG   | PU
            /api/trainings/{training}              | MLOAPCU    | PU
            /api/organisations                     | MLOAPCUG
            /api/organisations/{organisation}      | MLOAPCUG   | MLOAPCU
            /api/plans                             | MLOAPCU
            /api/plans/{plan}                      | MLOAPCU    | PU
            /api/plans/{plan}/steps                | MLOAPCU    | PU
            /api/plans/{plan}/made                 | MLOAPCU    | PU
            /api/commits/{commit}                  | MLOAPCU    | PU
            /api/correlations/{correlation}        | MLOAPCU    | PU
            /api/corrections                       | MLOAPCU
            /api/search                            | MLOAPCUVWG
            /api/live                              | MLOAPCUVWG
            /api/leaves                            | PU
            /api/catalogue                         | MLOAPCUVWG
            /api/holidays                          | MLOAPCUVWG
            /api/indicators                        | MLOAPCUVWG
            /api/policy                            | MLOAPCUVWG
            /api/personal-data-reads               | APCU
            /api/refused-access                    | APCU
            /api/persons/{subject}/file            | APCU       | PU
            /api/persons/{subject}/file.csv        | APCU       | PU
            /api/data-requests                     | OAPCU
            /api/data-requests/{dataRequest}       | OAPCU      | PU
            /api/accounts                          | APCU
            /api/accounts/{account}                | APCU       | PU
            """;

    /** Ids of records and persons. */
    private static final String RECORDS = "(h|a|b|q|l|s|g|d|k|member|leader|account)";

    private static final Pattern BESIDE = Pattern.compile("\"" + RECORDS + "-out\"|Hùng");
    private static final Pattern ANY_PERSON = Pattern.compile("\"(h|a|b|q|l|d|member|leader)-(in|out)\"|Hùng|Lan\"");
    private static final Pattern NOT_OF_ITS_ORGANISATION =
            Pattern.compile("\"(h|a|b|q|l|d|k)-(in|out)\"|\"(s|member|leader|o)-out\"|Hùng");

    private final TwoCommunes world = new TwoCommunes();
    private final QuerySideFixture side = world.side();
    private final Map<String, String> findings = Map.of("in", finding("in"), "out", finding("out"));

    @AfterAll
    void close() {
        side.close();
    }

    private String finding(String where) {
        String body =
                ask(as("P"), "/api/units/r-" + where + "/findings?quarter=2026-Q1&detector=ONLY_SELF_PERFORMED").body;
        assertThat(body).contains("\"total\":1");
        return body.replaceFirst("(?s).*?\"finding\":\"([^\"]+)\".*", "$1");
    }

    private record Who(List<String> columns) {

        boolean may(int column, String account) {
            return columns.get(column).contains(account);
        }
    }

    private static Map<String, Who> expected() {
        Map<String, Who> expected = new LinkedHashMap<>();
        EXPECTED.lines().forEach(line -> {
            List<String> cells =
                    Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            expected.put(cells.getFirst(), new Who(cells.subList(1, cells.size())));
        });
        return expected;
    }

    private Map<String, HandlerMethod> questions() {
        Map<String, HandlerMethod> questions = new TreeMap<>();
        side.beans(RequestMappingHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(method -> method.hasMethodAnnotation(GetMapping.class))
                .forEach(method -> questions.put(
                        Objects.requireNonNull(method.getMethodAnnotation(GetMapping.class))
                                .value()[0],
                        method));
        return questions;
    }

    private String address(String template, HandlerMethod method, String where) {
        String at = where.equals("above") ? "in" : where;
        String path = template.replace("{unit}", where.equals("above") ? "p" : "r-" + at)
                .replace("{team}", "t-" + at)
                .replace("{member}", "member-" + at)
                .replace("{household}", "h-" + at)
                .replace("{business}", "b-" + at)
                .replace("{assistance}", "a-" + at)
                .replace("{request}", "q-" + at)
                .replace("{session}", "s-" + at)
                .replace("{training}", "g-" + at)
                .replace("{organisation}", "o-" + at)
                .replace("{plan}", "l-" + at)
                .replace("{commit}", String.valueOf(world.commits.get(at)))
                .replace("{position}", String.valueOf(world.positions.get(at)))
                .replace("{correlation}", String.valueOf(world.correlations.get(at)))
                .replace("{campaign}", "k-" + at)
                .replace("{round}", "v-" + at)
                .replace("{candidate}", "member:member-" + at)
                .replace("{criterion}", "HOUSEHOLDS_HELPED")
                .replace("{practice}", "e-" + at)
                .replace("{statement}", "r-" + at + ":2026-06")
                .replace("{subject}", "household:h-" + at)
                .replace("{dataRequest}", "d-" + at)
                .replace("{account}", "account-" + at)
                .replace("{commandName}", "void-assistance")
                .replace("{quarter}", "2026-Q3")
                .replace("{callBackSample}", "k-sample-" + at)
                .replace("{finding}", Objects.requireNonNull(findings.get(at)))
                .replace("{code}", "H05");
        return path + (method.getMethod().getParameters().length > 0 && asks(method, "q") ? "?q=in" : "");
    }

    private static boolean asks(HandlerMethod method, String name) {
        return Stream.of(method.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(Parameter::getName)
                .anyMatch(name::equals);
    }

    private WebTestClient as(String account) {
        // What sign-in asserts does not count any more: the ledger has grants.
        return side.signedIn(Objects.requireNonNull(ACCOUNTS.get(account)), "ADMINISTRATOR");
    }

    private record Told(int status, String body) {}

    private static Told ask(WebTestClient client, String address) {
        if (address.equals("/api/live")) {
            return first(client, address);
        }
        EntityExchangeResult<String> answer =
                client.get().uri(address).exchange().expectBody(String.class).returnResult();
        return new Told(answer.getStatus().value(), Objects.requireNonNullElse(answer.getResponseBody(), ""));
    }

    /** Of a stream, the first message. */
    private static Told first(WebTestClient client, String address) {
        FluxExchangeResult<String> answer = client.get().uri(address).exchange().returnResult(String.class);
        return new Told(
                answer.getStatus().value(),
                Objects.requireNonNullElse(answer.getResponseBody().blockFirst(), ""));
    }

    @Test
    void everyQuestionSaysWhoMayAskIt() {
        assertThat(questions().keySet())
                .containsExactlyInAnyOrderElementsOf(expected().keySet());
    }

    @Test
    void everyRoleIsToldWhatItMayKnowAndNothingElse() {
        Map<String, Who> expected = expected();
        Map<String, WebTestClient> clients =
                ACCOUNTS.keySet().stream().collect(Collectors.toMap(account -> account, this::as));
        List<String> wrong = Stream.of("in", "out", "above")
                .flatMap(where -> questions().entrySet().stream()
                        .flatMap(question -> clients.entrySet().stream()
                                .flatMap(client -> wrong(
                                        address(question.getKey(), question.getValue(), where),
                                        List.of("in", "out", "above").indexOf(where),
                                        client.getKey(),
                                        client.getValue(),
                                        Objects.requireNonNull(expected.get(question.getKey()))))))
                .toList();
        assertThat(wrong).isEmpty();
    }

    private static Stream<String> wrong(
            String address, int column, String account, WebTestClient client, Who expected) {
        if (column >= expected.columns.size()) {
            return Stream.of();
        }
        Told told = ask(client, address);
        boolean may = expected.may(column, account);
        String what = ACCOUNTS.get(account) + " at " + address + ": " + told.status;
        boolean askedBelow = column == 2 && told.body.contains("ask-below");
        if (may ? told.status != 200 && !askedBelow : told.status != 403) {
            return Stream.of(what + (may ? ", expected an answer: " : ", expected a refusal: ") + told.body);
        }
        return may ? leaks(account, told.body).map(leak -> what + " tells of " + leak) : Stream.of();
    }

    /** What an answer must not name: records and persons that the account's rights do not reach. */
    private static Stream<String> leaks(String account, String body) {
        Pattern hidden = switch (account) {
            case "M", "L", "O", "A", "C" -> BESIDE;
            case "V", "W", "Y", "N" -> ANY_PERSON;
            case "G" -> NOT_OF_ITS_ORGANISATION;
            default -> Pattern.compile("[^\\s\\S]");
        };
        return hidden.matcher(body).results().map(found -> found.group()).distinct();
    }

    @Test
    void namesAreShownInsideTheAreaToThoseWhoWorkThereAndAsPseudonymsToAuditors() {
        for (String account : List.of("M", "L", "O", "A", "P")) {
            assertThat(ask(as(account), "/api/households/h-in").body)
                    .as(account)
                    .contains("Trần Văn Lan", "0903000in");
        }
        for (String account : List.of("C", "U")) {
            assertThat(ask(as(account), "/api/households/h-in").body)
                    .as(account)
                    .doesNotContain("Lan", "0903000in")
                    .contains("\"HO-");
        }
        assertThat(ask(as("G"), "/api/members/member-in").body).contains("Nguyễn Thị Lan");
    }

    @Test
    void nobodyLearnsFromARefusalWhetherAnIdExists() {
        Set<String> templates = questions().keySet().stream()
                .filter(template ->
                        template.contains("{") && !template.contains("{unit}") && !template.contains("{team}"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(templates).hasSizeGreaterThan(15);
        for (String account : List.of("M", "L", "O", "A", "C")) {
            WebTestClient client = as(account);
            for (String template : templates) {
                if (Stream.of("{organisation}", "{practice}", "{commandName}").anyMatch(template::contains)) {
                    continue;
                }
                HandlerMethod method = Objects.requireNonNull(questions().get(template));
                Told outside = ask(client, address(template, method, "out"));
                Told unknown = ask(
                        client,
                        template.replaceAll("\\{(commit|position)}", "999999").replaceAll("\\{[^}]+}", "zzz"));
                assertThat(outside.status).as(account + " " + template).isEqualTo(403);
                assertThat(withoutInstance(unknown.body))
                        .as(account + " " + template)
                        .isEqualTo(withoutInstance(outside.body));
            }
        }
    }

    @Test
    void whoHasNoPartInItIsNotToldThatAHouseholdAskedForItsData() {
        String commit = "/api/commits/" + world.askedOf.get("in");
        for (String account : List.of("O", "A", "P", "C", "U")) {
            assertThat(ask(as(account), commit).body).as(account).contains("data-request.received");
        }
        for (String account : List.of("M", "L")) {
            assertThat(ask(as(account), commit).body).as(account).doesNotContain("data-request", "d-in");
        }
    }

    private static String withoutInstance(String body) {
        return body.replaceAll("\"instance\":\"[^\"]*\",?", "");
    }

    @Test
    void aRefusalNamesTheRightTheAreaAndWhoGivesIt() {
        assertThat(ask(as("O"), "/api/households/h-out").body)
                .contains("outside-area", "xem hộ, yêu cầu và lượt ghi", "Phường in (c-in)", "quản trị viên")
                .contains("\"right\":\"RECORDS\"");
        assertThat(ask(as("V"), "/api/households/h-in").body)
                .contains("not-allowed", "thành viên tổ", "kiểm tra viên")
                .doesNotContain("Lan");
        assertThat(ask(as("O"), "/api/units/zzz/households").status).isEqualTo(404);
    }

    @Test
    void onlyAnAdministratorOfTheWholeMakesReadModelsAnew() {
        for (String account : ACCOUNTS.keySet()) {
            int status = as(account)
                    .post()
                    .uri("/api/projections/activity/retry")
                    .contentType(MediaType.APPLICATION_JSON)
                    .exchange()
                    .expectBody(String.class)
                    .returnResult()
                    .getStatus()
                    .value();
            assertThat(status).as(account).isEqualTo(account.equals("P") ? 200 : 403);
        }
    }
}
