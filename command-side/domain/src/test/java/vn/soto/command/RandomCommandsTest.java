package vn.soto.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import vn.soto.command.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.Refused;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.testkit.Seeds;

/** Whatever is asked, in whatever order: accepted exactly when the books say so, and nothing that must hold is broken. */
final class RandomCommandsTest {

    private static final int COMMANDS = 25_000;

    @Test
    void areAcceptedExactlyWhenTheBooksSaySo() {
        Map<Class<?>, Integer> accepted = new HashMap<>();
        Seeds.each(4, seed -> run(seed, accepted));

        assertThat(accepted)
                .hasSize(11)
                .allSatisfy((command, count) ->
                        assertThat(count).as(command.getSimpleName()).isGreaterThan(10));
    }

    private static void run(long seed, Map<Class<?>, Integer> accepted) {
        Scenario scenario = Scenario.at(Samples.NOW);
        Books books = new Books();
        Forecast forecast = new Forecast(books);
        RandomCommands.beginning().forEach(command -> books.commit(scenario.send(command)));
        RandomCommands.businesses().forEach(registered -> {
            scenario.recorded("business", registered.business(), registered);
            books.commit(List.of(registered));
        });
        RandomCommands commands = new RandomCommands(new Random(seed));
        for (int i = 0; i < COMMANDS; i++) {
            Command command = commands.next();
            boolean expected = forecast.accepts(command);
            List<DomainEvent> events = sent(scenario, command);
            assertThat(!events.isEmpty()).as("command %d, %s", i, command).isEqualTo(expected);
            books.commit(events);
            if (expected) {
                accepted.merge(command.getClass(), 1, Integer::sum);
                if (command instanceof RecordAssistance record) {
                    commands.stands(record.assistance());
                }
            }
        }
    }

    /** No events when it is refused, or about a record that was refused. */
    private static List<DomainEvent> sent(Scenario scenario, Command command) {
        try {
            return scenario.send(command);
        } catch (Refused | AggregateNotFoundException e) {
            return List.of();
        }
    }
}
