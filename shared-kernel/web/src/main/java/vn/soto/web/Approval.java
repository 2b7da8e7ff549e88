package vn.soto.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The approval that a plan waits for, as answers of both sides tell it.
 *
 * @param roles       a second person with one of them may approve
 * @param othersKnown whether anybody was known to have such a role, who and the proposer are two persons, when the plan was submitted
 * @param text        the same in words
 */
public record Approval(List<String> roles, boolean othersKnown, String text) {

    private static final ProblemTexts TEXTS = new ProblemTexts(List.of("vn.soto.web.approval"));

    public Approval {
        roles = List.copyOf(roles);
    }

    public static Approval of(List<String> roles, boolean othersKnown, Locale locale) {
        String named = roles.stream()
                .map(role -> TEXTS.text("role." + role, locale))
                .collect(Collectors.joining(TEXTS.text("or", locale)));
        return new Approval(
                roles, othersKnown, TEXTS.text(othersKnown ? "waits" : "waits-and-nobody-known", locale, named));
    }
}
