package vn.soto.page.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.MissingNode;
import vn.soto.page.Part;

/**
 * The last word of a household about one purpose.
 *
 * @param purpose its code
 * @param last    the latest consent or withdrawal; missing if it was never asked
 * @param since   day of the consent that was withdrawn; missing if it was not
 */
public record ConsentLine(String purpose, Part last, Part since) {

    /** Everything that consent is asked for, in the order in which a card has it. */
    private static final List<String> PURPOSES = List.of("CONTACT", "FOLLOW_UP", "PHOTO", "PUBLICATION");

    /** @param agreements consents and withdrawals, oldest first */
    static List<ConsentLine> of(Part agreements) {
        return Stream.concat(
                        PURPOSES.stream(),
                        agreements.items().stream()
                                .map(each -> each.get("purpose").text()))
                .distinct()
                .map(purpose -> of(purpose, agreements.items()))
                .toList();
    }

    private static ConsentLine of(String purpose, List<Part> agreements) {
        List<Part> all = agreements.stream()
                .filter(each -> each.get("purpose").text().equals(purpose))
                .toList();
        Part none = new Part("", MissingNode.getInstance());
        Part last = all.isEmpty() ? none : all.getLast();
        Optional<Part> before =
                all.stream().filter(each -> each.get("given").isTrue()).reduce((one, other) -> other);
        return new ConsentLine(
                purpose,
                last,
                before.filter(given -> given != last)
                        .map(given -> given.get("day"))
                        .orElse(none));
    }

    public boolean isGiven() {
        return last.get("given").isTrue();
    }
}
