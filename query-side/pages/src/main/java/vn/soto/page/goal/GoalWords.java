package vn.soto.page.goal;

import vn.soto.page.PageContext;
import vn.soto.page.Part;

/** Goals and how far a figure is, in words. */
public final class GoalWords {

    private GoalWords() {}

    /** Such as “ít nhất 60% số hộ đã đăng ký”. */
    public static String words(Part progress, PageContext page) {
        Part goal = progress.get("goal");
        String measure = goal.get("measure").text();
        String value = page.format().number(goal.get("value").number());
        String bound = page.t("goal." + goal.get("bound").text());
        return measure.equals("COUNT")
                ? bound + " " + value + " " + progress.get("counted").text()
                : bound + " " + value + page.t("goal." + measure);
    }

    /** The share that is reached so far, in percent; empty for a number or a share of nothing. */
    public static String share(Part progress, PageContext page) {
        long whole = progress.get("denominator").number();
        boolean counts = progress.at("goal/measure").text().equals("COUNT");
        return counts || whole == 0 || !progress.get("numerator").exists()
                ? ""
                : page.format().permille(progress.get("numerator").number() * 1000 / whole);
    }
}
