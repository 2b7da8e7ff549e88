package vn.soto.page.recognition;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * The ranks of a round that scores do not tell apart, by groups.
 *
 * @param groups the ranked of each group, in their order
 */
public record Ties(Map<Long, List<Part>> groups) {

    public static Ties of(ApiAnswer round) {
        return new Ties(round.answer().get("ranked").items().stream()
                .collect(Collectors.groupingBy(rank -> rank.get("group").number(), TreeMap::new, Collectors.toList())));
    }

    /** Whether somebody else has a score from which this one is not told apart. */
    public boolean isTied(Part rank) {
        return groups.getOrDefault(rank.get("group").number(), List.of()).size() > 1;
    }

    /** A sentence for each group of more than one. */
    public List<String> sentences(PageContext page) {
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> sentence(
                        group.getFirst().get("rank").number(),
                        group.getLast().get("rank").number(),
                        page))
                .toList();
    }

    private static String sentence(long first, long last, PageContext page) {
        return first == last ? page.t("round.same-rank", first) : page.t("round.tied", first, last);
    }
}
