package vn.soto.command.dispatch;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.domain.DomainModel;
import vn.soto.domain.shared.Command;
import vn.soto.events.ValueModule;

/** The stored form of a step's command: its name, and its content as JSON text. */
public final class StepReader {

    public static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new ValueModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Map<String, Class<? extends Command>> TYPES =
            DomainModel.commands().stream().collect(Collectors.toUnmodifiableMap(Command::nameOf, Function.identity()));

    private StepReader() {}

    /** @throws IllegalArgumentException if the command no longer exists or the content does not fit it */
    public static Command command(PlanStep step) {
        Class<? extends Command> type = TYPES.get(String.valueOf(step.command()));
        if (type == null) {
            throw new IllegalArgumentException("no command " + step.command());
        }
        try {
            return JSON.readValue(step.content(), type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the content of a step is no " + step.command(), e);
        }
    }
}
