package vn.soto.e2e.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.harness.AllInOne;

/** A commune of hamlets, each with a team of its own; its ids do not change over restarts. */
final class SampleCommune {

    private static final String INSTRUMENT =
            "\"instrument\":{\"number\":\"1/QĐ\",\"signedOn\":\"2024-01-01\"},\"effectiveFrom\":\"2024-01-01\"";

    private final List<UUID> teams;
    private final int members;

    /** @param members of each team, at least three */
    SampleCommune(int teams, int members) {
        this.teams = Stream.generate(UUID::randomUUID).limit(teams).toList();
        this.members = members;
    }

    int teams() {
        return teams.size();
    }

    UUID team(int number) {
        return teams.get(number);
    }

    String hamlet(int team) {
        return "kp-" + (team + 1);
    }

    String member(int team, int number) {
        return "00000000-0000-4000-8000-%012d".formatted(100 * (team + 1) + number + 1);
    }

    Stream<String> units() {
        return Stream.concat(
                Stream.of("p-1", "d-1", "c-1"), IntStream.range(0, teams()).mapToObj(this::hamlet));
    }

    Stream<String> members() {
        return IntStream.range(0, teams())
                .boxed()
                .flatMap(team -> IntStream.range(0, members).mapToObj(number -> member(team, number)));
    }

    /** Its units and teams, to be sent in this order. */
    List<SentCommand> founding() {
        List<SentCommand> founding = new ArrayList<>(List.of(
                unit("p-1", "PROVINCE", "\"officialCode\":\"74\","),
                unit("d-1", "DISTRICT", "\"officialCode\":\"719\",\"parent\":\"p-1\","),
                unit("c-1", "COMMUNE", "\"officialCode\":\"25822\",\"parent\":\"d-1\",")));
        IntStream.range(0, teams())
                .mapToObj(team -> unit(hamlet(team), "HAMLET", "\"parent\":\"c-1\","))
                .forEach(founding::add);
        IntStream.range(0, teams()).mapToObj(this::formation).forEach(founding::add);
        return founding;
    }

    private static SentCommand unit(String id, String kind, String more) {
        return SentCommand.of(
                "administrator",
                "establish-unit",
                "/api/units",
                "{\"unit\":\"%s\",\"kind\":\"%s\",\"name\":\"%s\",%s%s}".formatted(id, kind, id, more, INSTRUMENT));
    }

    private SentCommand formation(int team) {
        String enrolled = IntStream.range(0, members)
                .mapToObj(number -> "{\"member\":\"%s\",\"organisation\":\"TEACHER\"}".formatted(member(team, number)))
                .collect(Collectors.joining(","));
        return new SentCommand(team(team), "officer", "form-team", "/api/teams", """
                {"name":"Tổ %s","foundingDecision":{"number":"12/QĐ-UBND","signedOn":"2024-11-01"},"coverage":["%s"],\
                "leader":"%s","effectiveFrom":"2024-11-01","members":[%s]}""".formatted(
                        hamlet(team), hamlet(team), member(team, 0), enrolled));
    }

    /** Sends its units and teams. */
    void establish(AllInOne product, AcknowledgedCommands acknowledged) {
        founding().forEach(command -> command.send(product, acknowledged));
    }
}
