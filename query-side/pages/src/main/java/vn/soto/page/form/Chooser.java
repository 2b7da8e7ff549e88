package vn.soto.page.form;

import java.util.List;
import java.util.stream.Stream;

/**
 * A field that chooses: what is chosen, and what else can be.
 *
 * @param chosen  choices made, in the order of choosing
 * @param options further ones: the reader's own, the last chosen, or what was searched for; at most {@value #MOST}
 * @param query   text of the search; empty if there was none
 * @param more    whether a narrower search would find others; never how many
 * @param several whether more than one may be chosen
 * @param kind    of what is chosen, as sources name it; empty if nobody chooses
 * @param fixed   whether what is chosen is what the page is about, and is changed only on purpose
 */
public record Chooser(
        List<Option> chosen,
        List<Option> options,
        String query,
        boolean more,
        boolean several,
        String kind,
        boolean fixed) {

    /** Most options that are shown at a time. */
    public static final int MOST = 20;

    /** The chosen and the further options, each once, however the list tells it from others. */
    public List<Option> all() {
        return Stream.concat(chosen.stream(), options.stream().filter(option -> !isChosen(option.value())))
                .toList();
    }

    public boolean isChosen(String value) {
        return chosen.stream().anyMatch(option -> option.value().equals(value));
    }
}
