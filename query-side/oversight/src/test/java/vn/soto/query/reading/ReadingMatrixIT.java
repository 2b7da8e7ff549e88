package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.soto.testkit.GoldenAnswers;

/**
 * Every question of the application, asked by an account of every role about what lies inside, beside and above its area. The
 * questions come from the code, the expectations from the table, so that a new question has to say who may ask it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class ReadingMatrixIT {

    /** The accounts that may ask: inside, beside and above their area, or in one column where nothing is named. */
    private static final String EXPECTED = """
            /api                                   | MLOAPCUVWYGN
            /api/me                                | MLOAPCUVWYGN
            /api/me/day-pack                       | MLOAPCU
            /api/me/devices                        | MLOAPCUVWYGN
            /api/me/file                           | MLOAPCUVWYGN
            /api/me/why                            | MLOAPCUVWYGN
            /api/commands                          | MLOAPCUVWYGN
            /api/commands/{commandName}            | MLOAPCUVWYGN
            /api/units                             | MLOAPCUVWG
            /api/units/{unit}                      | MLOAPCUVWG | MLOAPCUVWG | MLOAPCUVWG
            /api/units/{unit}/coverage             | MLOAPCUVWG | MLOAPCUVWG | MLOAPCUVWG
            /api/units/{unit}/reorganisation       | MLOAPCUVW  | PUW        | PUW
            /api/units/{unit}/undecided            | MLOAPCUVW  | PUW        | MLOAPCUVW
            /api/units/{unit}/reports              | MLOAPCUVW  | PUW        | MLOAPCUVW
            /api/units/{unit}/reports/{quarter}    | MLOAPCUVW  | PUW        | PUW
            /api/units/{unit}/targets              | MLOAPCUVW  | PUW        | MLOAPCUVW
            /api/units/{unit}/people               | MLOAPCUVW  | PUW        | MLOAPCUVW
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
            /api/dashboards/{unit}                 | MLOAPCUVWG | MLOAPCUVWG | MLOAPCUVWG
            /api/dashboards/{unit}/figures/{code}  | MLOAPCU    | PU         | PU
            /api/dashboards/{unit}/trend           | MLOAPCUVWG | MLOAPCUVWG | MLOAPCUVWG
            /api/dashboards/{unit}/weeks           | MLOAPCUVWG | MLOAPCUVWG | MLOAPCUVWG
            /api/teams                             | MLOAPCUVWG
            /api/teams/{team}                      | MLOAPCUG   | PU
            /api/teams/{team}/timeline             | MLOAPCU    | PU
            /api/teams/{team}/changes              | MLOAPCU    | PU
            /api/teams/{team}/activity             | MLOAPCU    | PU
            /api/events/{position}                 | MLOAPCU    | PU
            /api/made-corrections                  | MLOAPCU
            /api/events                            | MLOAPCU
            /api/moments                           | MLOAPCUVWG
            /api/teams/{team}/devices              | LAP        | P
            /api/teams/{team}/requests             | MLOAPCU    | PU
            /api/teams/{team}/consents             | MLOAPCU    | PU
            /api/teams/{team}/outreach             | MLOAPCUG   | PU
            /api/teams/{team}/trainings            | MLOAPCUG   | PU
            /api/teams/{team}/reports/{quarter}    | MLOAPCUVWG | PUW
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
            /api/recognition-rounds/{round}/present-scores             | MLOAPCU | PU
            /api/recognition-rounds/{round}/what-if                    | MLOAPCU | PU
            /api/recognition-rounds/{round}/candidates/{candidate}     | MLOAPCU | PU
            /api/recognition-rounds/{round}/candidates/{candidate}/criteria/{criterion} | MLOAPCU | PU
            /api/teams/{team}/mobilisations        | OAPCU      | PU
            /api/practices                         | MLOAPCUVWG
            /api/practices/{practice}              | MLOAPCUVW  | MLOAPCUVW
            /api/teams/{team}/practices            | MLOAPCUVWG | PUW
            /api/stipends/{statement}              | OAPCU      | PU
            /api/stipends/{statement}/evidence     | OAPCU      | PU
            /api/stipend-policy                    | MLOAPCUVWG
            /api/members                           | MLOAPCUG
            /api/members/{member}                  | MLOAPCUG   | PU
            /api/members/{member}/memberships      | MLOAPCUG   | PU
            /api/members/{member}/activity         | MLOAPCU    | PU
            /api/members/{member}/follow-ups       | MLOAPCU    | PU
            /api/members/{member}/households       | MLOAPCU    | PU
            /api/households                        | MLOAPCU
            /api/households/{household}            | MLOAPCU    | PU
            /api/households/{household}/assistances | MLOAPCU    | PU
            /api/households/{household}/consents   | MLOAPCU    | PU
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
            /api/unconfirmed-assistances           | MLOAPCU
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
            /api/account-notices                   | OAPCU
            /api/approval-pairs                    | CU
            /api/accounts                          | APCU
            /api/accounts/{account}                | APCU       | PU
            """;

    /** Ids of records and persons. */
    private static final String RECORDS = "(h|a|b|q|l|s|g|d|k|member|leader|account)";

    private static final Pattern BESIDE = Pattern.compile("\"" + RECORDS + "-out\"|Hùng");
    private static final Pattern ANY_PERSON = Pattern.compile("\"(h|a|b|q|l|d|member|leader)-(in|out)\"|Hùng|Lan\"");
    private static final Pattern NOT_OF_ITS_ORGANISATION =
            Pattern.compile("\"(h|a|b|q|l|d|k)-(in|out)\"|\"(s|member|leader|o)-out\"|Hùng");

    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final List<String> COLUMNS = List.of("in", "out", "above");

    /** Accounts that also ask as their pages do, with names, with pseudonyms and without a right: by turns, at length all. */
    private static final String ON_PAGES = LONG ? "MLOAPCUVWYGN" : "LUN";

    @AutoClose
    private final AskedQuestions asked = new AskedQuestions();

    private final AskedByPages pages = asked.byPages();
    private final Map<String, WebTestClient> clients =
            AskedQuestions.ACCOUNTS.keySet().stream().collect(Collectors.toMap(account -> account, asked::as));

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

    @Test
    void everyQuestionSaysWhoMayAskIt() {
        assertThat(asked.questions().keySet())
                .containsExactlyInAnyOrderElementsOf(expected().keySet());
    }

    /** The answers of now in Vietnamese to everybody; in the long check those of earlier moments and in English, too. */
    @Test
    void everyRoleIsToldWhatItMayKnowAndNothingElseAndTheAnswersAreGolden() {
        GoldenAnswers golden = new GoldenAnswers("query-side/oversight", "golden-answers.txt");
        List<String> wrong = new ArrayList<>();
        expected()
                .forEach((template, who) -> COLUMNS.subList(0, who.columns.size())
                        .forEach(where -> {
                            String address = address(template, where);
                            clients.forEach((account, client) -> {
                                AskedQuestions.Told told = AskedQuestions.ask(client, address);
                                golden.told(address + " now vi", account, told.status(), told.body());
                                wrong(address, account, told, who.may(COLUMNS.indexOf(where), account), where)
                                        .forEach(wrong::add);
                                if (LONG ? ON_PAGES.contains(account) : account.equals(onPage(address))) {
                                    pages.differences(template, address, AskedQuestions.name(account), told)
                                            .forEach(wrong::add);
                                }
                            });
                            askAgain(address, golden);
                        }));
        assertThat(wrong).isEmpty();
        golden.check(ReadingMatrixIT.class, LONG);
    }

    /** In the short check each answer is asked for once more, as of a moment and in a language by turns. */
    private void askAgain(String address, GoldenAnswers golden) {
        long whole = Objects.requireNonNull(asked.world.commits.get("out"));
        List<String> moments = List.of(Long.toString(whole / 2), Long.toString(whole), "now");
        List<String> readers = LONG ? List.copyOf(new TreeSet<>(clients.keySet())) : List.of("P");
        int turn = Math.floorMod(address.hashCode(), 2 * moments.size() - 1);
        for (int each = 0; each < 2 * moments.size() - 1; each++) {
            String moment = moments.get(each / 2);
            String language = each % 2 == 0 ? "en" : "vi";
            for (String account : LONG || each == turn ? readers : List.<String>of()) {
                String asOf = moment.equals("now") ? "" : (address.contains("?") ? "&" : "?") + "asOf=" + moment;
                AskedQuestions.Told told =
                        AskedQuestions.ask(Objects.requireNonNull(clients.get(account)), address + asOf, language);
                golden.told(address + " " + moment + " " + language, account, told.status(), told.body());
            }
        }
    }

    private static String onPage(String address) {
        int turn = Math.floorMod(address.hashCode(), ON_PAGES.length());
        return ON_PAGES.substring(turn, turn + 1);
    }

    private String address(String template, String where) {
        return asked.address(template, Objects.requireNonNull(asked.questions().get(template)), where);
    }

    private static Stream<String> wrong(
            String address, String account, AskedQuestions.Told told, boolean may, String where) {
        String what = AskedQuestions.ACCOUNTS.get(account) + " at " + address + ": " + told.status();
        boolean askedElsewhere = (where.equals("above") && told.body().contains("ask-below"))
                || told.body().contains("urn:soto:problem:absent-unit-report");
        if (may ? told.status() != 200 && !askedElsewhere : told.status() != 403) {
            return Stream.of(what + (may ? ", expected an answer: " : ", expected a refusal: ") + told.body());
        }
        return may ? leaks(account, told.body()).map(leak -> what + " tells of " + leak) : Stream.of();
    }

    /** The leaks of an answer: records and persons that the account's rights do not reach. */
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
            assertThat(AskedQuestions.ask(asked.as(account), "/api/households/h-in")
                            .body())
                    .as(account)
                    .contains("Trần Văn Lan", "0903000in");
        }
        for (String account : List.of("C", "U")) {
            assertThat(AskedQuestions.ask(asked.as(account), "/api/households/h-in")
                            .body())
                    .as(account)
                    .doesNotContain("Lan", "0903000in")
                    .contains("\"HO-");
        }
        assertThat(AskedQuestions.ask(asked.as("G"), "/api/members/member-in").body())
                .contains("Nguyễn Thị Lan");
    }

    @Test
    void whoHasNoPartInItIsNotToldThatAHouseholdAskedForItsData() {
        String commit = "/api/commits/" + asked.world.askedOf.get("in");
        for (String account : List.of("O", "A", "P", "C", "U")) {
            assertThat(AskedQuestions.ask(asked.as(account), commit).body())
                    .as(account)
                    .contains("data-request.received");
        }
        for (String account : List.of("M", "L")) {
            assertThat(AskedQuestions.ask(asked.as(account), commit).body())
                    .as(account)
                    .doesNotContain("data-request", "d-in");
        }
    }

    @Test
    void aRefusalNamesTheRightTheAreaAndWhoGivesIt() {
        assertThat(AskedQuestions.ask(asked.as("O"), "/api/households/h-out").body())
                .contains("outside-area", "xem hộ, yêu cầu và lượt ghi", "Phường in (c-in)", "quản trị viên")
                .contains("\"right\":\"RECORDS\"");
        assertThat(AskedQuestions.ask(asked.as("V"), "/api/households/h-in").body())
                .contains("not-allowed", "thành viên tổ", "kiểm tra viên")
                .doesNotContain("Lan");
        assertThat(AskedQuestions.ask(asked.as("O"), "/api/units/zzz/households")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyAnAdministratorOfTheWholeMakesReadModelsAnew() {
        for (String account : AskedQuestions.ACCOUNTS.keySet()) {
            int status = asked.as(account)
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
