package vn.soto.page.creation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.soto.page.PageContext;
import vn.soto.page.form.Chooser;
import vn.soto.page.form.Choosers;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.CommandSheet;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/** Records a training that was held, with the members of several teams: the teams are chosen, then their members are ticked. */
@FormAt(HeldTrainingPage.PATH)
final class HeldTrainingPage implements FormPage {

    static final String PATH = "/held-training";
    private static final String TEAMS = "teams";
    private static final String WHO = "who.";
    private static final String COMMAND = "record-training";

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        Typed given = asked.given();
        String team = given.text("team");
        Typed typed = (team.isEmpty() ? given : given.with(TEAMS, team))
                .orElse(Map.of("organiser", List.of(organiser(asked.page()))));
        return CommandSheet.of(asked, COMMAND, typed, sheet -> shown(sheet, List.of(), Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return CommandSheet.of(
                asked,
                COMMAND,
                typed,
                sheet -> typed.own("_step").orElse("give").equals("give") && isListed(typed)
                        ? give(sheet)
                        : shown(sheet, List.of(), Shown.OK));
    }

    /** The organiser whose office most often records a training that it held itself. */
    private static String organiser(PageContext page) {
        return page.holds("OFFICER")
                ? "PEOPLES_COMMITTEE"
                : page.holds("ORGANISATION_OFFICER") ? "SUPPORTING_ORGANISATION" : "PROVINCIAL_DEPARTMENT";
    }

    /** Whether the members of each team were shown, so that who sent the form saw who is said to have come. */
    private static boolean isListed(Typed typed) {
        return typed.all(TEAMS).stream().allMatch(team -> isListed(typed, team));
    }

    private static boolean isListed(Typed typed, String team) {
        return typed.has("_was." + WHO + team);
    }

    private static Mono<Outcome> give(CommandSheet sheet) {
        CommandBody body = CommandBody.of(
                sheet.command(), attended(sheet.typed()), sheet.asked().days());
        return sheet.give(body, PATH, reply -> refused(sheet, reply));
    }

    /** The ticked attendees, in the fields of the command. */
    private static Typed attended(Typed typed) {
        Typed named = typed;
        int next = 0;
        for (String team : typed.all(TEAMS)) {
            for (String member : typed.all(WHO + team)) {
                String at = "attendance.attendees." + next++;
                named = named.with(at + ".team", team).with(at + ".member", member);
            }
        }
        return named;
    }

    private static Mono<Outcome> refused(CommandSheet sheet, CommandReply reply) {
        String field = reply.part().get("field").text();
        String at = field.startsWith("attendance.attendees") ? TEAMS : field;
        return shown(sheet, List.of(new Fault(at, reply.fault(sheet.page()))), reply.refusal());
    }

    private static Mono<Outcome> shown(CommandSheet sheet, List<Fault> faults, int status) {
        return choosers(sheet.asked(), sheet.typed())
                .map(choosers -> sheet.state(choosers, faults, null)
                        .shown(
                                sheet.page().t("training.title"),
                                "creation/held-training.jte",
                                Map.of("topics", sheet.values("topics"), "organisers", sheet.values("organiser")),
                                status));
    }

    private static Mono<Map<String, Chooser>> choosers(FormExchange asked, Typed typed) {
        Flux<Map.Entry<String, Chooser>> fixed = Flux.concat(
                named(TEAMS, Choosers.one(asked, TEAMS, "team", true, typed)),
                named("organisation", Choosers.one(asked, "organisation", "organisation", false, typed)));
        Flux<Map.Entry<String, Chooser>> members = Flux.fromIterable(typed.all(TEAMS))
                .flatMapSequential(team -> named(
                        WHO + team,
                        Choosers.one(asked, WHO + team, "member", true, typed.with("team", team))
                                .map(chooser -> isListed(typed, team) ? chooser : everybody(chooser))));
        return Flux.concat(fixed, members)
                .collect(HashMap::new, (all, each) -> all.put(each.getKey(), each.getValue()));
    }

    /** Of a team that is added all came, but those who are taken out. */
    private static Chooser everybody(Chooser members) {
        return new Chooser(
                members.options(), List.of(), members.query(), members.more(), true, members.kind(), members.fixed());
    }

    private static Mono<Map.Entry<String, Chooser>> named(String name, Mono<Chooser> chooser) {
        return chooser.map(each -> Map.entry(name, each));
    }
}
