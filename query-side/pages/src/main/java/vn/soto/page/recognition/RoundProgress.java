package vn.soto.page.recognition;

import java.util.List;
import java.util.stream.IntStream;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Part;

/**
 * How far a round is, in the steps in which people take it.
 *
 * @param now number of the step that is next, from 0; that of no step if the round is over
 */
public record RoundProgress(int now) {

    private static final List<String> STEPS = List.of("nominees", "scores", "objections", "decision", "publication");

    /**
     * @param done whether it is behind the round
     * @param now  whether it is the next
     */
    public record Step(String name, boolean done, boolean now) {}

    public static RoundProgress of(ApiAnswer round) {
        Part about = round.answer().get("about");
        return new RoundProgress(
                switch (about.get("stage").text()) {
                    case "OPEN" -> about.get("nominated").number() == 0 ? 0 : 1;
                    case "SCORED" -> isOpenToObjections(round) ? 2 : 3;
                    case "DECIDED" -> isPublished(round) ? STEPS.size() : 4;
                    default -> -1;
                });
    }

    /** Whether an objection waits for its answer, or its time is not over. */
    private static boolean isOpenToObjections(ApiAnswer round) {
        Part decide = round.links().get("commands").get("decide-recognition-round");
        return round.answer().at("about/openObjections").number() > 0
                || decide.get("refused").exists();
    }

    private static boolean isPublished(ApiAnswer round) {
        return round.answer().get("places").items().stream()
                .allMatch(place ->
                        place.get("published").isTrue() || place.get("revoked").exists());
    }

    public List<Step> steps() {
        return IntStream.range(0, STEPS.size())
                .mapToObj(step -> new Step(STEPS.get(step), step < now, step == now))
                .toList();
    }
}
