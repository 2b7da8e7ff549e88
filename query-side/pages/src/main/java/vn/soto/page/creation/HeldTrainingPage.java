package vn.soto.page.creation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.FormExchange;
import vn.soto.page.FormPage;
import vn.soto.page.Part;
import vn.soto.page.View;
import vn.soto.page.form.Chooser;
import vn.soto.page.form.Choosers;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/** Records a training that was held, with the members of several teams: the teams are chosen, then their members are ticked. */
@Component
final class HeldTrainingPage implements FormPage {

    private static final String COMMAND = "/api/commands/record-training";

    @Override
    public String path() {
        return "/held-training";
    }

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        Typed given = asked.given();
        String team = given.text("team");
        return described(
                asked,
                command -> shown(
                        asked,
                        command,
                        team.isEmpty() ? given : given.with(HeldTraining.TEAMS, team),
                        List.of(),
                        Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return described(
                asked,
                command -> typed.own("_step").orElse("give").equals("give")
                        ? give(asked, command, typed)
                        : shown(asked, command, typed, List.of(), Shown.OK));
    }

    private interface Described {
        Mono<Outcome> with(Part command);
    }

    private static Mono<Outcome> described(FormExchange asked, Described then) {
        return asked.ask(COMMAND)
                .flatMap(answer -> answer.isProblem() ? Mono.just(new Refused(answer)) : then.with(answer.answer()));
    }

    private static Mono<Outcome> give(FormExchange asked, Part command, Typed typed) {
        CommandBody body = CommandBody.of(command, attended(typed), asked.days());
        return asked.give(body, key(asked, typed))
                .flatMap(reply -> reply.isAccepted()
                        ? Mono.just(new GoTo(receipt(asked, typed, reply.part())))
                        : refused(asked, command, typed, reply));
    }

    /** Who was ticked, as the command names them. */
    private static Typed attended(Typed typed) {
        Typed named = typed;
        int next = 0;
        for (String team : typed.all(HeldTraining.TEAMS)) {
            for (String member : typed.all(HeldTraining.WHO + team)) {
                String at = "attendance.attendees." + next++;
                named = named.with(at + ".team", team).with(at + ".member", member);
            }
        }
        return named;
    }

    private static String receipt(FormExchange asked, Typed typed, Part reply) {
        String made = reply.get("created").item(0).text();
        String address = Addresses.with(
                "/do/record-training/done", "commit", reply.get("commit").text());
        address = Addresses.with(address, "plan", reply.get("plan").text());
        address = Addresses.with(address, "repeat", reply.get("repeat").isTrue() ? "yes" : "");
        address = Addresses.with(address, "made", made.isEmpty() ? "" : "/trainings/" + Addresses.encoded(made));
        address = Addresses.with(address, "to", to(asked, typed));
        return Addresses.with(address, "from", "/held-training");
    }

    private static Mono<Outcome> refused(FormExchange asked, Part command, Typed typed, CommandReply reply) {
        String text = reply.fault(asked.page());
        String field = reply.part().get("field").text();
        String at = field.startsWith("attendance.attendees") ? HeldTraining.TEAMS : field;
        return shown(asked, command, typed, List.of(new Fault(at, text)), reply.refusal());
    }

    private static String key(FormExchange asked, Typed typed) {
        return typed.own("_key").orElseGet(asked::newId);
    }

    private static String to(FormExchange asked, Typed typed) {
        String to = typed.own("_to").orElseGet(() -> asked.given().text("to"));
        return to.startsWith("/") && !to.startsWith("//") && to.indexOf('\\') < 0 ? to : "/";
    }

    private static Mono<Outcome> shown(FormExchange asked, Part command, Typed typed, List<Fault> faults, int status) {
        return choosers(asked, typed).map(choosers -> {
            HeldTraining form = new HeldTraining(
                    key(asked, typed),
                    to(asked, typed),
                    typed,
                    values(command, "topics"),
                    values(command, "organiser"),
                    choosers,
                    faults);
            return Shown.refused(
                    new View(asked.page().t("training.title"), "creation/held-training.jte", Map.of("form", form)),
                    status);
        });
    }

    private static Mono<Map<String, Chooser>> choosers(FormExchange asked, Typed typed) {
        Flux<Map.Entry<String, Chooser>> fixed = Flux.concat(
                named(HeldTraining.TEAMS, Choosers.one(asked, HeldTraining.TEAMS, "team", true, typed)),
                named("organisation", Choosers.one(asked, "organisation", "organisation", false, typed)));
        Flux<Map.Entry<String, Chooser>> members = Flux.fromIterable(typed.all(HeldTraining.TEAMS))
                .flatMapSequential(team -> named(
                        HeldTraining.WHO + team,
                        Choosers.one(asked, HeldTraining.WHO + team, "member", true, typed.with("team", team))));
        return Flux.concat(fixed, members)
                .collect(HashMap::new, (all, each) -> all.put(each.getKey(), each.getValue()));
    }

    private static Mono<Map.Entry<String, Chooser>> named(String name, Mono<Chooser> chooser) {
        return chooser.map(each -> Map.entry(name, each));
    }

    private static List<Part> values(Part command, String name) {
        return command.get("fields").items().stream()
                .filter(field -> field.get("name").text().equals(name))
                .flatMap(field ->
                        (field.get("item").exists() ? field.get("item") : field).get("values").items().stream())
                .toList();
    }
}
