package vn.soto.page.assistance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.form.Option;

/**
 * The services of today: the five that the member helped with most of late, then the rest of the catalogue.
 *
 * @param first those that are shown at once, with those that are chosen
 * @param rest  of the catalogue, behind a fold
 */
public record Services(List<Option> first, List<Option> rest) {

    private static final int FIRST = 5;

    /** The services that residents most often ask for, used until a member's own work shows others. */
    private static final List<String> USUAL =
            List.of("vneid", "online-public-service", "digital-payment", "digital-signature", "cyber-safety");

    /**
     * @param catalogue the answer of {@code /api/catalogue}
     * @param work      answer about the member's work in this quarter
     */
    static Services of(ApiAnswer catalogue, Optional<ApiAnswer> work, List<String> chosen, PageContext page) {
        Map<String, Option> all = new LinkedHashMap<>();
        catalogue
                .answer()
                .get("services")
                .items()
                .forEach(service -> all.put(service.get("code").text(), chip(service, page)));
        List<String> order = new ArrayList<>();
        work.ifPresent(done -> done.answer().get("services").fields().stream()
                .sorted((one, other) ->
                        Long.compare(other.getValue().number(), one.getValue().number()))
                .forEach(service -> order.add(service.getKey())));
        order.addAll(USUAL);
        List<String> first = Stream.concat(
                        order.stream().filter(all::containsKey).distinct().limit(FIRST), chosen.stream())
                .filter(all::containsKey)
                .distinct()
                .toList();
        List<Option> rest = all.entrySet().stream()
                .filter(each -> !first.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new Services(first.stream().map(all::get).toList(), rest);
    }

    static Option option(Part service, PageContext page) {
        return named(service, service.get(page.isEnglish() ? "en" : "vi").text(), page);
    }

    /** Named so briefly that the services of a member stand on a phone with the question after them. */
    private static Option chip(Part service, PageContext page) {
        String category = service.get("category").text();
        boolean general = service.get("code")
                .text()
                .equals(category.toLowerCase(Locale.ROOT).replace('_', '-'));
        return general ? named(service, page.t("visit.chip." + category), page) : option(service, page);
    }

    private static Option named(Part service, String name, PageContext page) {
        return Option.of(service.get("code").text(), page.format().first(name));
    }
}
