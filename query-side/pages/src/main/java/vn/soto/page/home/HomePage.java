package vn.soto.page.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;
import vn.soto.page.activity.DashboardPage;

/** The home of whoever is signed in: for each of their rights the figures of its place, and what there is to do today. */
@PageOf("/")
final class HomePage implements QuestionPage {

    private static final String UNITS = "/api/units";
    private static final String POLICY = "/api/policy";
    private static final String ENTRANCE = "/api";
    private static final String ADMINISTRATOR = "ADMINISTRATOR";

    /** Commands with which people begin a day's work, the more frequent first. */
    private static final List<String> BEGINNING = List.of(
            "record-assistance",
            "receive-support-request",
            "register-household",
            "form-team",
            "record-training",
            "record-outreach",
            "register-business");

    /** In the order of what waits for the most people. */
    private static final List<String> ROLES = List.of(
            ADMINISTRATOR, "OFFICER", "LEADER", "MEMBER", "ORGANISATION_OFFICER", "AUDITOR", "VIEWER", "OPERATOR");

    /** Only a right everywhere needs to know first which units there are. */
    @Override
    public List<String> further(ApiAnswer me, PageContext page) {
        return isAnywhere(me) ? List.of(then(UNITS, page)) : List.of();
    }

    private static boolean isAnywhere(ApiAnswer me) {
        return me.answer().get("rights").items().stream()
                .anyMatch(right -> right.get("everywhere").isTrue());
    }

    @Override
    public List<String> thereafter(ApiAnswer me, List<ApiAnswer> further, PageContext page) {
        List<String> asked = new ArrayList<>(entrances(me, further));
        List<Duty> duties = duties(me, further);
        for (Duty duty : duties) {
            Stream.concat(duty.figures().stream(), duty.lines().stream())
                    .map(Ask::question)
                    .forEach(asked::add);
            duty.figures().forEach(ask -> asked.add(before(ask, me).question()));
            duty.weeks().ifPresent(asked::add);
        }
        if (duties.stream().anyMatch(duty -> duty.role().equals(ADMINISTRATOR))) {
            asked.add(POLICY);
        }
        asked.addAll(reports(me));
        return asked.stream().distinct().map(ask -> then(ask, page)).toList();
    }

    @Override
    public View view(ApiAnswer me, List<ApiAnswer> further, PageContext page) {
        Map<String, ApiAnswer> answers = further.stream()
                .filter(answer -> !answer.isProblem())
                .collect(Collectors.toMap(ApiAnswer::address, Function.identity(), (one, _) -> one));
        List<Duties> parts = duties(me, further).stream()
                .map(duty -> part(duty, me, answers, page))
                .toList();
        Map<String, Object> values = new HashMap<>(Map.of("me", me, "parts", parts));
        values.put("units", answers.get(then(UNITS, page)));
        values.put("policy", answers.get(then(POLICY, page)));
        values.put("reports", known(reports(me), answers, page));
        List<ApiAnswer> entrances = known(entrances(me, further), answers, page);
        values.put(
                "beginning",
                entrances.stream()
                        .findFirst()
                        .map(start -> beginning(start, page))
                        .orElse(List.of()));
        values.put("doors", Doors.of(entrances, page));
        return new View(title(parts, page), "home/home.jte", values);
    }

    /** The answers to questions, those that the reader may ask. */
    private static List<ApiAnswer> known(List<String> questions, Map<String, ApiAnswer> answers, PageContext page) {
        return questions.stream()
                .flatMap(question -> Optional.ofNullable(answers.get(then(question, page))).stream())
                .toList();
    }

    /** The number of waiting things, as a sentence. */
    private static String title(List<Duties> parts, PageContext page) {
        long waiting = parts.stream().mapToLong(part -> part.lines().size()).sum();
        return waiting == 0
                ? page.t("home.title-nothing", page.myName())
                : page.t("home.title", page.myName(), page.format().number(waiting));
    }

    /** Whoever records visits has a button of its own for that. */
    private static List<Part> beginning(ApiAnswer entrance, PageContext page) {
        return BEGINNING.stream()
                .filter(command -> !page.records() || !command.equals("record-assistance"))
                .map(command -> entrance.links().get("commands").get(command))
                .filter(Part::exists)
                .toList();
    }

    /**
     * The entrance, asked about what is the reader's own: the person, and the teams, units and organisations of the rights. Somebody with
     * two teams asks twice.
     */
    private static List<String> entrances(ApiAnswer me, List<ApiAnswer> further) {
        Map<String, Set<String>> own = new LinkedHashMap<>();
        me.ownMember().ifPresent(member -> own.put("member", Set.of(member)));
        me.answer().get("rights").items().forEach(right -> {
            for (String place : List.of("team", "unit", "organisation")) {
                String id = place.equals("unit")
                        ? unit(right, me, further)
                        : right.get(place).text();
                if (!id.isEmpty()) {
                    own.computeIfAbsent(place, ids -> new LinkedHashSet<>()).add(id);
                }
            }
        });
        List<String> asked = new ArrayList<>(List.of(ENTRANCE));
        own.forEach((place, ids) -> {
            int at = 0;
            for (String id : ids) {
                if (at == asked.size()) {
                    asked.add(ENTRANCE);
                }
                asked.set(at, Addresses.with(asked.get(at++), place, id));
            }
        });
        return asked;
    }

    /** The same number in the quarter before. */
    private static Ask before(Ask ask, ApiAnswer me) {
        return ask.in(DashboardPage.before(quarter(me)));
    }

    private static Duties part(Duty duty, ApiAnswer me, Map<String, ApiAnswer> answers, PageContext page) {
        List<Line> lines = lines(duty.lines(), answers, page);
        return new Duties(
                duty.role(),
                duty.place().isEmpty()
                        ? ""
                        : me.named(duty.place()).get("name").optional().orElse(duty.place()),
                duty.figures().stream()
                        .flatMap(ask -> Line.of(ask, answers, page).stream()
                                .map(line -> new HomeFigure(line, Line.of(before(ask, me), answers, page))))
                        .toList(),
                lines.stream()
                        .filter(line -> line.count() > 0)
                        .sorted(Comparator.comparing(line -> !line.isUrgent()))
                        .toList(),
                lines.stream().filter(line -> line.count() == 0).toList(),
                duty.weeks()
                        .flatMap(question ->
                                known(List.of(question), answers, page).stream().findFirst())
                        .filter(answer -> !answer.answer().get("weeks").isEmpty()));
    }

    private static List<Line> lines(List<Ask> asks, Map<String, ApiAnswer> answers, PageContext page) {
        return asks.stream()
                .flatMap(ask -> Line.of(ask, answers, page).stream())
                .toList();
    }

    /** Later rights of the same role in the same place say nothing new. */
    private static List<Duty> duties(ApiAnswer me, List<ApiAnswer> further) {
        String member = me.ownMember().orElse("");
        String last = DashboardPage.before(quarter(me));
        Map<String, Duty> duties = new LinkedHashMap<>();
        me.answer().get("rights").items().stream()
                .sorted(Comparator.comparingInt(
                        right -> ROLES.indexOf(right.get("role").text())))
                .map(right -> Duty.of(right, member, unit(right, me, further), last))
                .forEach(duty -> duties.putIfAbsent(duty.role() + " " + duty.place(), duty));
        return List.copyOf(duties.values());
    }

    /** The unit of a right: its own, the one in which its team is, or the first of all. */
    private static String unit(Part right, ApiAnswer me, List<ApiAnswer> further) {
        if (right.get("unit").exists()) {
            return right.get("unit").text();
        }
        List<Part> within =
                me.link("team", right.get("team").text()).get("within").items();
        if (!within.isEmpty()) {
            return within.getLast().text();
        }
        return right.get("everywhere").isTrue() && !further.isEmpty()
                ? further.getFirst().answer().at("0/unit").text()
                : "";
    }

    /** The reports that a leader has to submit: of the quarter that ended last, and of this one. */
    private static List<String> reports(ApiAnswer me) {
        String now = quarter(me);
        return me.answer().get("rights").items().stream()
                .filter(right -> right.get("role").text().equals("LEADER"))
                .map(right -> "/api/teams/" + right.get("team").text() + "/reports/")
                .flatMap(reports -> Stream.of(reports + DashboardPage.before(now), reports + now))
                .toList();
    }

    private static String quarter(ApiAnswer me) {
        return me.answer().get("quarter").text();
    }

    /** A question as of the moment that the home is of. */
    static String then(String question, PageContext page) {
        return Addresses.with(question, "asOf", page.asOf());
    }
}
