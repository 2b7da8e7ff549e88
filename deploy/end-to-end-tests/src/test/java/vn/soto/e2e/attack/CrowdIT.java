package vn.soto.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.soto.harness.AllInOne;
import vn.soto.harness.DemoData;
import vn.soto.harness.ProductClient;
import vn.soto.harness.TargetFolder;

/**
 * Honest people before, during and after each of seven attacks. Nobody who is signed in is refused for the attackers'
 * sake, and times stay within the bars. Times are those of the machine, which must be quiet;
 * {@code -Dsoto.crowd.seconds} is the length of an attack. {@code -Dsoto.crowd.only} is the beginning of the names of
 * those that are tried.
 */
@Tag("long")
@Tag("processes")
final class CrowdIT {

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("soto.crowd.seconds", 45));
    private static final String ONLY = System.getProperty("soto.crowd.only", "");
    private static final int ROWS = 200_000;
    private static final Duration PAGE = Duration.ofMillis(500);
    private static final Duration SIGN_IN = Duration.ofSeconds(3);
    private static final Duration LOCK = Duration.ofSeconds(1);

    private final SoftAssertions bars = new SoftAssertions();
    private final AtomicInteger next = new AtomicInteger();

    /** The actions repeated in an attack, one attacker each. */
    private record Attack(String name, List<Crowd.Attacker> attackers) {}

    @Test
    @SuppressWarnings("SystemOut") // the figures are what the test is for
    void nobodyIsKeptOutByACrowd() throws Exception {
        try (AllInOne product = AllInOne.asDelivered(
                        DemoData.copyTo(TargetFolder.emptied("crowd")),
                        "--soto.warm-up=true",
                        "--soto.http.unknown.max-requests-per-minute=3000",
                        "--soto.http.max-requests-per-minute=12000");
                HonestPeople people = new HonestPeople(product)) {
            product.awaitStarted();
            product.awaitCaughtUp();
            people.beginning();
            people.during(LENGTH.dividedBy(2));
            for (Attack attack : attacks(product)) {
                Experience before = people.during(LENGTH);
                Experience during;
                try (Crowd crowd = new Crowd(product.address(), attack.attackers())) {
                    during = people.during(LENGTH);
                    System.out.printf("%n%s: %s%n", attack.name(), crowd.answers());
                }
                Experience after = people.during(LENGTH.dividedBy(3));
                System.out.printf("  before %s%n  during %s%n  after  %s%n", before, during, after);
                check(attack.name(), before, during);
            }
            assertThat(product.output()).doesNotContain("OutOfMemoryError");
        }
        bars.assertAll();
    }

    private void check(String attack, Experience before, Experience during) {
        bars.assertThat(during.refused())
                .as("%s: signed in and refused", attack)
                .isZero();
        bars.assertThat(during.commands().percentile(50))
                .as("%s: p50 of commands", attack)
                .isLessThanOrEqualTo(before.commands().percentile(50).multipliedBy(3));
        bars.assertThat(during.commands().percentile(99))
                .as("%s: p99 of commands", attack)
                .isLessThanOrEqualTo(before.commands().percentile(99).multipliedBy(5));
        bars.assertThat(during.pages().percentile(99))
                .as("%s: p99 of the sign-in page", attack)
                .isLessThanOrEqualTo(PAGE);
        bars.assertThat(during.signIns().percentile(100))
                .as("%s: sign-in of a known device", attack)
                .isLessThanOrEqualTo(SIGN_IN);
        bars.assertThat(during.locks().percentile(100)).as("%s: a lock", attack).isLessThanOrEqualTo(LOCK);
    }

    private List<Attack> attacks(AllInOne product) {
        return Stream.of(
                        new Attack("5 addresses with 100 slow bodies", slowBodies(5)),
                        new Attack("50 addresses with 100 slow bodies", slowBodies(50)),
                        new Attack("200 wrong sign-ins at once from 20 addresses", wrongSignIns()),
                        new Attack("6 dry runs of 200,000 rows", imports(product, "?dryRun=true", "")),
                        new Attack(
                                "6 imports of 200,000 rows, one of them wrong",
                                imports(product, "", "nowhere,ROW-X\n")),
                        new Attack("8 files of persons", files(product)),
                        new Attack("12 samples", samples(product)))
                .filter(attack -> attack.name().startsWith(ONLY))
                .toList();
    }

    private static List<Crowd.Attacker> slowBodies(int addresses) {
        return IntStream.range(0, addresses)
                .boxed()
                .flatMap(address ->
                        Stream.generate(() -> Crowd.slowBody(address)).limit(100))
                .toList();
    }

    private List<Crowd.Attacker> wrongSignIns() {
        return IntStream.range(0, 200)
                .mapToObj(each -> Crowd.wrongSignIn(each % 20, () -> "account-" + next.getAndIncrement() % 1_000))
                .toList();
    }

    /** @param end of a file */
    private static List<Crowd.Attacker> imports(AllInOne product, String asked, String end) {
        String unit = product.json("auditor", "/api/units/bau-bang-07")
                .at("/answer/name")
                .asString();
        StringBuilder rows = new StringBuilder("Địa bàn,Mã hộ\n");
        for (int row = 0; row < ROWS; row++) {
            rows.append(unit).append(",ROW-").append(row).append('\n');
        }
        String file = rows.append(end).toString();
        return Stream.of("officer", "administrator", "administrator-2", "officer", "administrator", "administrator-2")
                .map(account -> Crowd.asking(
                        product,
                        () -> product.request(
                                        account,
                                        "/api/imports/households" + asked,
                                        "Content-Type",
                                        "text/csv; charset=utf-8")
                                .POST(BodyPublishers.ofString(file))))
                .toList();
    }

    static List<String> members(AllInOne product) {
        List<String> members =
                product.json("auditor", "/api/teams?unit=hcm-013").at("/answer").findValuesAsString("team").stream()
                        .distinct()
                        .flatMap(
                                team -> product
                                        .json("auditor", "/api/teams/" + team)
                                        .at("/answer")
                                        .findValuesAsString("member")
                                        .stream()
                                        .limit(2))
                        .limit(8)
                        .toList();
        assertThat(members).isNotEmpty();
        return members;
    }

    private static List<Crowd.Attacker> files(AllInOne product) {
        List<String> members = members(product);
        return IntStream.range(0, 8)
                .mapToObj(each -> members.get(each % members.size()))
                .map(member -> Crowd.asking(
                        product,
                        () -> product.request("administrator", "/api/persons/member:" + member + "/file")
                                .GET()))
                .toList();
    }

    private static List<Crowd.Attacker> samples(AllInOne product) {
        return Stream.generate(() -> Crowd.asking(product, () -> sample(product)))
                .limit(12)
                .toList();
    }

    private static HttpRequest.Builder sample(AllInOne product) {
        return product.request(
                        "officer",
                        "/api/units/hcm-013/call-back-samples",
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString("{\"quarter\":\"2025-Q1\"}"));
    }

    static HttpResponse<String> accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 303);
        return answer;
    }

    static JsonNode read(HttpResponse<String> answer) {
        return ProductClient.json(accepted(answer));
    }
}
