package vn.soto.page.creation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.soto.page.FormExchange;
import vn.soto.page.FormPage;
import vn.soto.page.View;
import vn.soto.page.form.Chooser;
import vn.soto.page.form.Choosers;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.CommandSheet;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/** Records a training that was held, with the members of several teams: the teams are chosen, then their members are ticked. */
@Component
final class HeldTrainingPage implements FormPage {

    private static final String PATH = "/held-training";
    private static final String TEAMS = "teams";
    private static final String WHO = "who.";
    private static final String COMMAND = "record-training";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        Typed given = asked.given();
        String team = given.text("team");
        Typed typed = team.isEmpty() ? given : given.with(TEAMS, team);
        return CommandSheet.of(asked, COMMAND, typed, sheet -> shown(sheet, List.of(), Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return CommandSheet.of(
                asked,
                COMMAND,
                typed,
                sheet -> typed.own("_step").orElse("give").equals("give")
                        ? give(sheet)
                        : shown(sheet, List.of(), Shown.OK));
    }

    private static Mono<Outcome> give(CommandSheet sheet) {
        CommandBody body = CommandBody.of(
                sheet.command(), attended(sheet.typed()), sheet.asked().days());
        return sheet.give(body, PATH, reply -> refused(sheet, reply));
    }

    /** Who was ticked, as the command names them. */
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
                .map(choosers -> Shown.refused(
                        new View(
                                sheet.page().t("training.title"),
                                "creation/held-training.jte",
                                Map.of(
                                        "form",
                                        sheet.state(choosers, faults, null),
                                        "topics",
                                        sheet.values("topics"),
                                        "organisers",
                                        sheet.values("organiser"))),
                        status));
    }

    private static Mono<Map<String, Chooser>> choosers(FormExchange asked, Typed typed) {
        Flux<Map.Entry<String, Chooser>> fixed = Flux.concat(
                named(TEAMS, Choosers.one(asked, TEAMS, "team", true, typed)),
                named("organisation", Choosers.one(asked, "organisation", "organisation", false, typed)));
        Flux<Map.Entry<String, Chooser>> members = Flux.fromIterable(typed.all(TEAMS))
                .flatMapSequential(team ->
                        named(WHO + team, Choosers.one(asked, WHO + team, "member", true, typed.with("team", team))));
        return Flux.concat(fixed, members)
                .collect(HashMap::new, (all, each) -> all.put(each.getKey(), each.getValue()));
    }

    private static Mono<Map.Entry<String, Chooser>> named(String name, Mono<Chooser> chooser) {
        return chooser.map(each -> Map.entry(name, each));
    }
}
