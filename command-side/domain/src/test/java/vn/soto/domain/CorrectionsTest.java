package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.domain.household.HouseholdRule;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.events.EventCodec;
import vn.soto.events.EventRegistry;
import vn.soto.ledger.Commit;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Payload;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;

/**
 * CORRECTIONS.md says of every fact that can be stored what takes it back and what corrects it, or why nothing does. The commands that
 * it names exist, and those that a plan sends are among them.
 */
final class CorrectionsTest {

    private static final Path FILE = Path.of("../../command-side/domain/CORRECTIONS.md");
    private static final Path GOLDEN = Path.of("../../shared-kernel/events/src/test/resources/golden");
    private static final Path RECORDED_BY =
            Path.of("../../command-side/domain/src/test/resources/recorded-by.properties");
    private static final String HEAD = "| fact | taken back by | corrected by | otherwise |\n|---|---|---|---|\n";
    private static final Set<String> COMMANDS =
            DomainModel.commands().stream().map(Command::nameOf).collect(Collectors.toUnmodifiableSet());

    private final EventCodec codec = EventCodec.product();

    /** @param takenBack names of commands */
    private record Row(String fact, String takenBack, String corrected, String otherwise) {

        static Row of(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Row(cells.get(1), cells.get(2), cells.get(3), cells.get(4));
        }

        @Override
        public String toString() {
            return "| " + fact + " | " + takenBack + " | " + corrected + " | " + otherwise + " |";
        }

        /** A correction alone does not say what takes the fact back. */
        boolean isAnswered() {
            return !(takenBack + otherwise).isEmpty();
        }

        Stream<String> commands() {
            return Stream.of(takenBack, corrected)
                    .flatMap(cell -> Arrays.stream(cell.split(", ")))
                    .filter(name -> !name.isEmpty());
        }
    }

    @Test
    void everyFactIsTakenBackOrCorrectedOrSaysWhyNot() throws IOException {
        String stored = Files.readString(FILE);
        int table = stored.indexOf(HEAD) + HEAD.length();
        Map<String, Row> rows =
                stored.substring(table).lines().map(Row::of).collect(Collectors.toMap(Row::fact, row -> row));
        assertThat(rows.keySet())
                .containsExactlyInAnyOrderElementsOf(EventRegistry.product().types().stream()
                        .map(EventType::name)
                        .collect(Collectors.toSet()));
        assertThat(rows.values())
                .allMatch(Row::isAnswered)
                .allSatisfy(row -> assertThat(row.commands()).isSubsetOf(COMMANDS));
        for (EventType type : EventRegistry.product().types()) {
            assertThat(takenBack(type))
                    .isSubsetOf(Objects.requireNonNull(rows.get(type.name()))
                            .takenBack
                            .split(", "));
        }
    }

    /** By this a correction of what took two persons takes two. */
    @Test
    void everyCommandOfTheTableSaysWhatItTakesBackOrCorrects() throws IOException {
        Properties recorded = new Properties();
        try (Reader file = Files.newBufferedReader(RECORDED_BY)) {
            recorded.load(file);
        }
        String stored = Files.readString(FILE);
        Map<String, Set<String>> expected = new TreeMap<>();
        stored.substring(stored.indexOf(HEAD) + HEAD.length())
                .lines()
                .map(Row::of)
                .forEach(row -> {
                    List<String> by = List.of(recorded.getProperty(row.fact, "").split(", ", -1));
                    row.commands().forEach(command -> {
                        assertThat(by).as(row.fact + " in " + RECORDED_BY).isSubsetOf(COMMANDS);
                        by.stream()
                                .filter(other -> !other.equals(command))
                                .forEach(other -> expected.computeIfAbsent(command, nothing -> new TreeSet<>())
                                        .add(other));
                    });
                });
        Map<String, Set<String>> stated = DomainModel.commands().stream()
                .filter(command -> command.isAnnotationPresent(Corrects.class))
                .collect(Collectors.toMap(
                        Command::nameOf,
                        command -> Stream.of(
                                        command.getAnnotation(Corrects.class).value())
                                .map(Command::nameOf)
                                .collect(Collectors.toSet())));
        assertThat(expected)
                .isNotEmpty()
                .allSatisfy((command, others) -> assertThat(stated.getOrDefault(command, Set.of()))
                        .as("@Corrects of " + command)
                        .containsAll(others));
        assertThat(stated).allSatisfy((command, others) -> assertThat(others).doesNotContain(command));
    }

    /** Whole commits of random commands, each taken back at once: half a reversal would be a state that nobody decided. */
    @Test
    void whatIsTakenBackIsSoWithAllThatFollowedFromIt() throws IOException {
        Set<String> takenBack = new TreeSet<>();
        for (EventType type : EventRegistry.product().types()) {
            if (!takenBack(type).isEmpty()) {
                takenBack.add(type.name());
            }
        }
        Set<String> stays = new TreeSet<>();
        Scenario scenario = Scenario.at(SampleCommune.NOW);
        RandomCommands.beginning().forEach(scenario::send);
        RandomCommands commands = new RandomCommands(new Random(11));
        Set<String> done = new TreeSet<>();
        for (int i = 0; i < 1_500; i++) {
            Command command = commands.next();
            long before = scenario.ledger().tail().number();
            try {
                scenario.send(command);
            } catch (RuleViolatedException | NotFoundException | AggregateNotFoundException e) {
                continue;
            }
            Commit commit = scenario.ledger().commit(before + 1).orElseThrow();
            String fact = commit.events().getFirst().type().name();
            if (takenBack.contains(fact) && i % 2 == 0) {
                String refused = reversed(scenario, commit);
                (refused.isEmpty() ? done : stays).add(fact + refused);
            }
        }
        // A consolidation begins with dissolutions and has a correction of its own; who may not act for the household
        // any more does not again.
        stays.removeIf(each -> each.contains("stays for team.consolidated")
                || each.endsWith(HouseholdRule.RESPONSIBLE_MEMBER_BELONGS_TO_TEAM.name())
                || each.endsWith(HouseholdRule.RESPONSIBLE_TEAM_COVERS_HOUSEHOLD.name()));
        assertThat(stays)
                .as("of commits that begin with what the table says is taken back")
                .isEmpty();
        assertThat(done)
                .contains(
                        "household.left",
                        "household.relocated",
                        "household.merged",
                        "team.dissolved",
                        "team.member-suspended");
    }

    /** Sends what a plan sends for the commit; says what refuses, if anything does. */
    private String reversed(Scenario scenario, Commit commit) {
        List<CounterCommand.Given> counters = new ArrayList<>();
        for (StoredEvent event : commit.stored().reversed()) {
            StreamPosition place = Objects.requireNonNull(event.event().aggregate());
            List<DomainEvent> earlier = scenario.stream(place.id()).subList(0, Math.toIntExact(place.sequence()));
            switch (CounterCommands.of(
                    (ProductEvent) codec.decode(event), new EarlierEvents(() -> earlier, () -> earlier), "nhập nhầm")) {
                case CounterCommand.Given given -> counters.add(given);
                case CounterCommand.Follows _ -> {
                    // with another event
                }
                case CounterCommand.Refused refused -> {
                    return " stays for " + event.event().type().name() + ": " + refused.rule();
                }
            }
        }
        Stream<CounterCommand.Given> ordered = Stream.of(CounterCommand.Turn.values())
                .flatMap(turn -> (turn == CounterCommand.Turn.SECOND ? counters.reversed() : counters)
                        .stream().filter(counter -> counter.turn() == turn));
        for (CounterCommand.Given counter : (Iterable<CounterCommand.Given>) ordered::iterator) {
            try {
                scenario.send(counter.command());
            } catch (RuleViolatedException e) {
                return " by " + counter.command() + ": " + e.rule();
            }
        }
        return "";
    }

    /** The commands that a reversal sends, after an event of the same kind and after none. */
    private Set<String> takenBack(EventType type) throws IOException {
        String json = Files.readString(GOLDEN.resolve(type.name() + ".v" + type.revision() + ".json"));
        ProductEvent event = (ProductEvent)
                codec.decode(type, new Payload(EventCodec.ENCODING, json.getBytes(StandardCharsets.UTF_8)));
        Set<String> names = new TreeSet<>();
        for (List<ProductEvent> earlier : List.of(List.of(event), List.<ProductEvent>of())) {
            switch (CounterCommands.of(
                    event, new EarlierEvents(() -> List.copyOf(earlier), () -> List.copyOf(earlier)), "nhập nhầm")) {
                case CounterCommand.Given given ->
                    names.add(Command.nameOf(given.command().getClass()));
                case CounterCommand.Refused(Rule rule) ->
                    assertThat(DomainModel.rules()).contains(rule);
                case CounterCommand.Follows _ -> {
                    // the last column says what follows
                }
            }
        }
        return names;
    }
}
