package vn.soto.page.home;

import java.util.Map;
import java.util.Optional;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * A number of a home with its answer.
 *
 * @param ask    question and place of the number
 * @param answer whose number it is
 * @param part   the number, or the list whose length it is
 * @param count  the number
 */
public record Line(Ask ask, ApiAnswer answer, Part part, long count) {

    /** Empty if the reader may not ask it, or the answer has no such number. */
    static Optional<Line> of(Ask ask, Map<String, ApiAnswer> answers, PageContext page) {
        return Optional.ofNullable(answers.get(HomePage.then(ask.question(), page)))
                .filter(answer -> !answer.isProblem())
                .flatMap(answer -> {
                    Part part = ask.place().isEmpty()
                            ? answer.answer()
                            : answer.answer().at(ask.place());
                    long count = part.value().isArray() ? part.value().size() : part.number();
                    return part.exists() ? Optional.of(new Line(ask, answer, part, count)) : Optional.empty();
                });
    }

    /** Whether the answer says the number itself; otherwise it is the length of a list. */
    public boolean isStated() {
        return part.value().isNumber();
    }

    /** Whether the list goes on in a further answer. */
    public boolean isMore() {
        return answer.links().get("next").exists();
    }

    public String text() {
        return ask.key();
    }

    public String page() {
        return ask.page();
    }

    public boolean isUrgent() {
        return ask.urgent();
    }

    /** The quarter that the number is of; empty if of none. */
    public String quarter() {
        return answer.answer().get("quarter").text();
    }
}
