package vn.soto.page.team;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * A kind of events that a history can be narrowed to.
 *
 * @param count how many events of the kind the team has
 * @param href  this page with the kind added, or taken away if it is chosen
 */
public record KindChoice(String name, Part count, boolean chosen, String href) {

    private static final String CORRECTIONS = "corrections";

    /** Those that the team has events of; without any chosen, all are shown. */
    static List<KindChoice> of(ApiAnswer timeline, PageContext page) {
        Set<String> chosen = Arrays.stream(page.parameter("kind").split(","))
                .filter(kind -> !kind.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        List<KindChoice> choices = new ArrayList<>();
        for (Map.Entry<String, Part> kind : timeline.answer().get("kinds").fields()) {
            choices.add(choice(kind.getKey().toLowerCase(Locale.ROOT), kind.getValue(), chosen, page));
        }
        Part corrections = timeline.answer().get(CORRECTIONS);
        if (corrections.number() > 0) {
            choices.add(choice(CORRECTIONS, corrections, chosen, page));
        }
        return choices;
    }

    private static KindChoice choice(String name, Part count, Set<String> chosen, PageContext page) {
        Set<String> next = new TreeSet<>(chosen);
        boolean isChosen = !next.add(name);
        if (isChosen) {
            next.remove(name);
        }
        return new KindChoice(name, count, isChosen, page.with("kind", String.join(",", next)));
    }

    static String all(PageContext page) {
        return Addresses.with(page.address(), "kind", "");
    }
}
