package vn.soto.page;

import java.util.ArrayList;
import java.util.List;

/** The way from the home to a page: the containing units, then the subject itself if the page shows a part of it. */
public final class Crumbs {

    /** Of the units that contain it, those nearest to it. */
    private static final int UNITS = 2;

    private Crumbs() {}

    /** @param name of the page that is one step up */
    public record Crumb(String href, String name) {}

    public static List<Crumb> of(ApiAnswer answer, PageContext page) {
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(new Crumb(page.to("/"), page.t("place.home")));
        String path = answer.address().split("\\?", 2)[0];
        for (String step : path.split("/", -1)) {
            Part link = answer.named(step);
            if (!link.exists() || crumbs.size() > 1) {
                continue;
            }
            List<Part> within = link.get("within").items();
            within.subList(Math.max(0, within.size() - UNITS), within.size())
                    .forEach(unit -> answer.called(unit.text())
                            .ifPresent(name -> crumbs.add(new Crumb(page.to("/units/" + unit.text()), name))));
            String subject = link.get("href").text();
            if (!path.equals(subject.split("\\?", 2)[0])) {
                answer.called(step).ifPresent(name -> crumbs.add(new Crumb(page.to(Addresses.page(subject)), name)));
            }
        }
        return crumbs;
    }
}
