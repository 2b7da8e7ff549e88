package vn.soto.edge.start;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Requests of a rehearsal once its port is open. Commands give the empty ledger something of most things. Then each role is
 * shown its home, again and again, and the pages behind it. So the JVM learns which methods of pages are much used.
 */
final class RehearsalRequests implements Iterator<WarmUpRequests.WarmUpRequest> {

    /** How often a home is asked for: methods that it runs a few times each are much used then. */
    private static final int ROUNDS = 60;

    private static final int MOST_BEHIND = 40;

    private static final int HOUSEHOLDS = 3;

    private static final Pattern COMMIT = Pattern.compile("\"commit\":([0-9]+)");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final List<String> LEFT_OUT = List.of("/assets", "/api", "/sign", "/do/", "/help");

    private static final String SINCE =
            "\"effectiveFrom\":\"2025-07-01\",\"instrument\":{\"number\":\"1\",\"signedOn\":\"2025-06-01\"}}";
    private static final String PROVINCE =
            "{\"unit\":\"p\",\"kind\":\"PROVINCE\",\"name\":\"x\",\"officialCode\":\"00\"," + SINCE;
    private static final String WARD =
            "{\"unit\":\"w\",\"kind\":\"WARD\",\"name\":\"x\",\"officialCode\":\"00000\",\"parent\":\"p\"," + SINCE;
    private static final String NEIGHBOURHOOD =
            "{\"unit\":\"n\",\"kind\":\"NEIGHBOURHOOD\",\"name\":\"x\",\"parent\":\"w\"," + SINCE;
    private static final String TEAM = """
            {"name":"x","foundingDecision":{"number":"1","signedOn":"2025-07-01"},"coverage":["n"],"leader":"%1$s",\
            "effectiveFrom":"2025-07-01","members":[{"member":"%1$s","organisation":"TEACHER"},\
            {"member":"%2$s","organisation":"TEACHER"},{"member":"%3$s","organisation":"TEACHER"}]}""".formatted(id(1), id(2), id(3));

    private final Deque<WarmUpRequests.WarmUpRequest> waiting = new ArrayDeque<>();
    private final Deque<String> roles = new ArrayDeque<>(WarmUpRequests.ROLES);
    private final Set<String> homes = new LinkedHashSet<>();
    private final int sent;
    private String role = "";
    private String commit = "0";
    private String refusal = "";
    private int accepted;
    private int pages;

    RehearsalRequests() {
        command("units", 10, PROVINCE);
        command("units", 11, WARD);
        command("units", 12, NEIGHBOURHOOD);
        command("teams", 13, TEAM);
        for (int household = 20; household < 20 + HOUSEHOLDS; household++) {
            command("households", household, "{\"unit\":\"n\",\"reference\":\"%d\"}".formatted(household));
            command("assistances", household + HOUSEHOLDS, """
                    {"team":"%s","household":"%s","helpers":["%s"],"reason":"OFFLINE","content":{"services":["passport"],\
                    "channel":"HOME_VISIT","mode":"SELF_PERFORMED","outcome":"DONE","occurredAt":"2025-07-05T02:00:00Z"}}""".formatted(id(13), id(household), id(1)));
        }
        command("requests", 30, """
                {"household":"%s","source":"HOTLINE","topics":["VNEID"],"receivedOn":"2025-07-05"}""".formatted(id(20)));
        this.sent = waiting.size();
    }

    private static UUID id(int number) {
        return new UUID(0x0000_0000_0000_4000L, 0x8000_0000_0000_0000L + number);
    }

    private void command(String path, int id, String body) {
        waiting.add(new WarmUpRequests.WarmUpRequest(
                WarmUpRequests.ROLES,
                false,
                WarmUpRequests.text(
                        "POST",
                        "/api/" + path,
                        "vi",
                        "Content-Type: application/json\r\nIdempotency-Key: " + id(id),
                        body)));
    }

    private WarmUpRequests.WarmUpRequest page(String address) {
        return new WarmUpRequests.WarmUpRequest(
                List.of(role), false, WarmUpRequests.text("GET", address, "vi", "Accept: text/html", ""));
    }

    /** The page waits until it can show what was recorded. */
    private String home() {
        return "/?atLeast=" + commit;
    }

    @Override
    public boolean hasNext() {
        return !waiting.isEmpty() || !roles.isEmpty();
    }

    @Override
    public WarmUpRequests.WarmUpRequest next() {
        if (waiting.isEmpty()) {
            role = roles.removeFirst();
            waiting.add(page(home()));
        }
        return waiting.removeFirst();
    }

    void answered(WarmUpAnswers.WarmUpAnswer answer) {
        boolean right = answer.status() / 100 == 2;
        if (role.isEmpty()) {
            Matcher found = COMMIT.matcher(answer.body());
            if (right && found.find()) {
                commit = found.group(1);
                accepted++;
            } else if (refusal.isEmpty()) {
                refusal = ": " + answer.status() + " " + answer.body();
            }
        } else if (right) {
            pages++;
            if (homes.add(role)) {
                IntStream.range(0, ROUNDS).forEach(round -> waiting.add(page(home())));
                behind(answer.body()).forEach(address -> waiting.add(page(address)));
            }
        }
    }

    private static Stream<String> behind(String home) {
        return LINK.matcher(home)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .filter(address -> LEFT_OUT.stream().noneMatch(address::startsWith))
                .distinct()
                .limit(MOST_BEHIND);
    }

    /** The outcome, in one line. */
    String said() {
        return "lệnh / commands %d/%d%s, trang chủ / homes %s, trang / pages %d"
                .formatted(accepted, sent, refusal, homes, pages);
    }
}
