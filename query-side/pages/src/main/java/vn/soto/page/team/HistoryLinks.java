package vn.soto.page.team;

import java.util.List;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * Addresses to go to from a step of a history; empty where there is nothing to go to.
 *
 * @param base the history's address without a step
 * @param diff differences between the step before and this one, where both ends can be chosen
 */
public record HistoryLinks(
        String base,
        String first,
        String backTen,
        String back,
        String on,
        String onTen,
        String last,
        String here,
        String diff) {

    static HistoryLinks of(HistoryStep steps, ApiAnswer timeline, PageContext page) {
        String base = Addresses.with(Addresses.with(Addresses.with(page.address(), "at", ""), "day", ""), "play", "");
        if (steps.isEmpty()) {
            return new HistoryLinks(base, "", "", "", "", "", "", base, "");
        }
        List<Part> all = timeline.answer().get("entries").items();
        boolean isFirst = all.isEmpty() || HistoryStep.commit(all.getFirst()) == steps.commit();
        String team = Addresses.page(HistoryStep.team(timeline));
        return new HistoryLinks(
                base,
                isFirst ? "" : at(base, HistoryStep.commit(all.getFirst())),
                at(base, steps.backTen()),
                at(base, isFirst ? 0 : steps.back() == 0 ? steps.commit() - 1 : steps.back()),
                at(base, steps.on()),
                at(base, steps.onTen()),
                steps.on() == 0 ? "" : base,
                at(base, steps.commit()),
                page.to(team + "/changes?from=" + (steps.commit() - 1) + "&to=" + steps.commit()));
    }

    private static String at(String base, long commit) {
        return commit <= 0 ? "" : Addresses.with(base, "at", Long.toString(commit));
    }

    /** The address of the last event of a day or commit. */
    public String to(String name, String value) {
        return Addresses.with(base, name, value);
    }
}
