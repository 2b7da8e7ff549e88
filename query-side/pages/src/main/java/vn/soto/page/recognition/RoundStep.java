package vn.soto.page.recognition;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * The content of the page of a step of a round.
 *
 * @param command that the step gives
 * @param rules   versions of the scoring rule, with the names of their figures
 * @param present scores of today; absent where the step does not compare
 */
public record RoundStep(
        String command,
        ApiAnswer round,
        ApiAnswer rules,
        @Nullable ApiAnswer present) {

    static final String NOMINATE = "nominate-candidate";
    static final String WITHDRAW = "withdraw-nomination";
    static final String OBJECT = "object-to-score";
    static final String ANSWER = "answer-objection";
    static final String DECIDE = "decide-recognition-round";
    static final String CONSENT = "record-publication-consent";
    static final String PUBLISH = "publish-honours";
    static final String REVOKE = "revoke-honour";

    /** Steps beside which the scores of today stand. */
    static final Set<String> COMPARED = Set.of(DECIDE, PUBLISH, REVOKE);

    private static final Set<String> SEVERAL = Set.of(NOMINATE, PUBLISH);

    /** Fields of the commands that the page fills by itself or asks for in its own way. */
    private static final Set<String> OWN = Set.of(
            "round",
            "candidate",
            "content",
            "places",
            "honoured",
            "textVersion",
            "comparedAt",
            "figure",
            "figures",
            "objectionNumber");

    /**
     * A member or a team that the step can be about.
     *
     * @param part its row in the answer of the round
     */
    public record Choice(String value, String name, Part part) {}

    /** Whether several are chosen at once. */
    public boolean isSeveral() {
        return SEVERAL.contains(command);
    }

    public boolean isDecision() {
        return command.equals(DECIDE);
    }

    /** Whether somebody agrees to being named: by the first version of the text to accounts, by the second to everybody. */
    public boolean asksForConsent() {
        return command.equals(CONSENT);
    }

    /** Whether nobody was scored yet, so that people are looked up. */
    public boolean isBeforeScores() {
        return command.equals(NOMINATE) && !RoundPage.isScored(round);
    }

    /** Whether places or conditions differ today from those that were scored. */
    public boolean isMoved() {
        return !command.equals(REVOKE)
                && present != null
                && present.answer().get("moved").number() > 0;
    }

    public List<Choice> choices(PageContext page) {
        return parts().map(part -> {
                    Part who = part.get("who").exists() ? part.get("who") : part;
                    return new Choice(who.get("candidate").text(), CandidatePage.named(round, who, page), part);
                })
                .toList();
    }

    private Stream<Part> parts() {
        Predicate<Part> nominated = part -> part.get("nominated").isTrue();
        Predicate<Part> consenting = part -> part.get("consented").isTrue();
        return switch (command) {
            case NOMINATE -> scored().filter(nominated.negate());
            case WITHDRAW -> Stream.concat(round.answer().get("proposed").items().stream(), scored().filter(nominated));
            case OBJECT -> round.answer().get("who").exists() ? Stream.of(round.answer()) : scored();
            case DECIDE -> round.answer().get("ranked").items().stream().filter(nominated);
            case CONSENT -> inForce().filter(consenting.negate());
            case "withdraw-publication-consent" ->
                round.answer().get("places").items().stream().filter(consenting);
            case PUBLISH ->
                inForce()
                        .filter(part -> !part.get("published").isTrue())
                        .filter(part ->
                                consenting.test(part) || !part.get("consented").exists());
            case REVOKE -> inForce();
            default -> Stream.of();
        };
    }

    private Stream<Part> scored() {
        return Stream.concat(
                round.answer().get("ranked").items().stream(), round.answer().get("excluded").items().stream());
    }

    private Stream<Part> inForce() {
        return round.answer().get("places").items().stream()
                .filter(place -> !place.get("revoked").exists());
    }

    /** The number of the first objection without an answer; empty if there is none. */
    List<String> firstOpen() {
        return round.answer().get("objections").items().stream()
                .filter(each -> !each.get("upheld").exists())
                .map(each -> each.get("number").text())
                .limit(1)
                .toList();
    }

    /** The objection that is answered. */
    public Part objection(String number) {
        return round.answer().get("objections").items().stream()
                .filter(each -> each.get("number").text().equals(number))
                .findFirst()
                .orElseGet(() -> round.answer().get("no-such-objection"));
    }

    /** A figure of a score that can be doubted, or that proved false. */
    public record Figure(String code, String name) {}

    /** The criteria of the round's rule; those of an objection with its conditions. */
    public List<Figure> figures() {
        String version = round.answer().at("about/rule").text();
        return rules.answer().items().stream()
                .filter(rule -> rule.get("rule").text().equals(version))
                .flatMap(rule -> Stream.concat(
                        figures(rule.get("criteria"), "criterion"),
                        command.equals(OBJECT) ? figures(rule.get("conditions"), "gate") : Stream.of()))
                .toList();
    }

    private static Stream<Figure> figures(Part list, String id) {
        return list.items().stream()
                .map(each -> new Figure(each.get(id).text(), each.get("name").text()));
    }

    public boolean asksForFigures() {
        return command.equals(OBJECT) || command.equals(REVOKE);
    }

    /** The criteria in which somebody has less today than was decided on. */
    List<String> fallen(String candidate) {
        return present == null
                ? List.of()
                : present.answer().get("moves").items().stream()
                        .filter(move -> move.at("who/candidate").text().equals(candidate))
                        .flatMap(move -> move.get("why").items().stream())
                        .filter(change -> change.get("after").number()
                                < change.get("before").number())
                        .map(change -> change.get("criterion").text())
                        .toList();
    }

    /** Fields of the command that are asked for as in any form. */
    public List<Part> fields(Part described) {
        boolean reasons = !COMPARED.contains(command) || command.equals(REVOKE) || isMoved();
        return described.get("fields").items().stream()
                .filter(field -> !OWN.contains(field.get("name").text()))
                .filter(field -> reasons || !field.get("name").text().startsWith("reason"))
                .toList();
    }
}
