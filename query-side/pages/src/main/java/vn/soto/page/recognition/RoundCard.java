package vn.soto.page.recognition;

import org.jspecify.annotations.Nullable;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * A round in the list of a unit.
 *
 * @param line  its line in the answer
 * @param name  kind and period
 * @param round its own answer, which has its places; absent unless it is decided, a refusal if the reader may not ask
 */
public record RoundCard(Part line, String name, @Nullable ApiAnswer round) {

    public static String name(Part round, PageContext page) {
        return page.format().first(page.value("roundKind", round.get("kind").text())) + ", " + period(round, page);
    }

    static String period(Part round, PageContext page) {
        String from = page.format().text(round.get("from").text());
        String to = page.format().text(round.get("to").text());
        return from.equals(to) ? from : from + " – " + to;
    }
}
