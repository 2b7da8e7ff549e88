package vn.soto.page.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;

/**
 * An account's last choices, which choosers offer first: ids from the commands that it gave in this browser, kept until
 * the browser is closed. They are no names, and another account does not see them.
 */
public final class RecentChoices {

    static final int OF_A_KIND = 5;

    /** Before the path of a field in a form, with what kind of ids it chooses. */
    private static final String KIND = "_of.";

    /** The value of a helped person who is in no list. */
    private static final String NOBODY = "walk-in";

    private static final String COOKIE = "soto-recent";
    private static final int MOST = 30;
    private static final int LONGEST = 3_500;
    private static final Pattern CHOICE = Pattern.compile("[a-z-]{1,30} [A-Za-z0-9._:-]{1,80}");

    /** Newest first, each a kind and an id. */
    private final List<String> choices;

    private RecentChoices(List<String> choices) {
        this.choices = choices;
    }

    static RecentChoices of(FormExchange asked) {
        @Nullable HttpCookie cookie = asked.exchange().getRequest().getCookies().getFirst(COOKIE);
        if (cookie == null || cookie.getValue().length() > LONGEST) {
            return new RecentChoices(List.of());
        }
        try {
            List<String> lines = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.isEmpty() || !lines.getFirst().equals(account(asked))
                    ? new RecentChoices(List.of())
                    : new RecentChoices(lines.stream()
                            .skip(1)
                            .filter(line -> CHOICE.matcher(line).matches())
                            .limit(MOST)
                            .toList());
        } catch (IllegalArgumentException e) {
            return new RecentChoices(List.of());
        }
    }

    private static String account(FormExchange asked) {
        return asked.page().me().answer().get("account").text();
    }

    List<String> ids(String kind) {
        return choices.stream()
                .filter(choice -> choice.startsWith(kind + " "))
                .map(choice -> choice.substring(kind.length() + 1))
                .toList();
    }

    /** The browser keeps what was chosen in a form that was given, of a kind up to {@value #OF_A_KIND} with those before. */
    public static void remember(FormExchange asked, Typed typed) {
        List<String> all = Stream.concat(
                        typed.names().stream()
                                .filter(name -> name.startsWith(KIND))
                                .flatMap(name -> typed.all(name.substring(KIND.length())).stream()
                                        .filter(id -> !id.equals(NOBODY))
                                        .map(id -> typed.text(name) + " " + id)),
                        of(asked).choices.stream())
                .filter(choice -> CHOICE.matcher(choice).matches())
                .distinct()
                .toList();
        Map<String, Integer> kept = new HashMap<>();
        List<String> lines = new ArrayList<>(List.of(account(asked)));
        all.stream()
                .filter(choice -> kept.merge(choice.substring(0, choice.indexOf(' ')), 1, Integer::sum) <= OF_A_KIND)
                .limit(MOST)
                .forEach(lines::add);
        asked.exchange()
                .getResponse()
                .addCookie(ResponseCookie.from(
                                COOKIE,
                                Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)))
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build());
    }
}
