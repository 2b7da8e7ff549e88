package vn.soto.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The addresses of the forms of commands, filled in with what an answer is about. */
public final class FormAddresses {

    /** Commands whose form is a page of its own. */
    private static final Map<String, String> OWN_PAGES = Map.of(
            "adopt-skill-groups", "/skill-groups",
            "form-team", "/found-team",
            "record-training", "/held-training",
            "open-recognition-round", "/open-round");

    /** Commands of a round whose form is the page of a step, which carries what was nominated, scored and decided. */
    public static final Set<String> ROUND_STEPS = Set.of(
            "nominate-candidate",
            "withdraw-nomination",
            "object-to-score",
            "answer-objection",
            "decide-recognition-round",
            "record-publication-consent",
            "withdraw-publication-consent",
            "publish-honours",
            "revoke-honour");

    /** Commands by the scores of a round, beside which its page shows those of today. */
    private static final Set<String> DECIDING = Set.of("decide-recognition-round", "publish-honours");

    private FormAddresses() {}

    static String of(String command, ApiAnswer answer, PageContext page) {
        if (command.equals("record-assistance") && page.records()) {
            return "/visit";
        }
        String form =
                OWN_PAGES.getOrDefault(command, (ROUND_STEPS.contains(command) ? "/round-step/" : "/do/") + command);
        Map<String, String> filled = new HashMap<>(answer.variables());
        Part content = answer.answer().get("content");
        if (content.exists() && content.value().isString()) {
            // What is judged is the content that the page shows, whichever version is the latest by then.
            filled.put("content", content.text());
        }
        if (DECIDING.contains(command)) {
            filled.put("content", answer.answer().at("about/pin/content").text());
            filled.put(PageContext.COMPARED_AT, page.option(PageContext.COMPARED_AT));
        }
        if (command.equals("recommend-practice")) {
            filled.put("unit", page.only("unit").orElse(""));
            filled.put("reason", "CHECKED");
        }
        filled.put("to", page.address());
        return Addresses.with(form, filled);
    }
}
