package vn.soto.page.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import vn.soto.page.FormExchange;
import vn.soto.page.Part;

/**
 * What an account chose last, so that choosers offer it first: ids of the commands that it gave in this browser, which keeps them until it is
 * closed. They are no names, and another account does not see them.
 */
public final class RecentChoices {

    static final int OF_A_KIND = 5;

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

    /** The browser keeps these ids by their kinds, those of the kind before them only up to {@value #OF_A_KIND}. */
    public static void remember(FormExchange asked, Map<String, List<String>> chosen) {
        List<String> all = Stream.concat(
                        chosen.entrySet().stream()
                                .flatMap(kind -> kind.getValue().stream().map(id -> kind.getKey() + " " + id)),
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

    /** What was chosen in the fields of a command's form, by kind. */
    static Map<String, List<String>> of(Part command, Typed typed) {
        Map<String, List<String>> chosen = new HashMap<>();
        FormField.choosing(command, typed, Set.of())
                .forEach(field -> chosen.computeIfAbsent(field.kind(), kind -> new ArrayList<>())
                        .addAll(typed.all(field.path())));
        return chosen;
    }
}
