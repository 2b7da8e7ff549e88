package vn.soto.command.planning;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.command.DomainModel;
import vn.soto.command.shared.Command;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.shared.Sealed;
import vn.soto.events.ValueModule;

/** Steps as they are stored and back: a command's name and its content as JSON text. Safe for any number of threads. */
public final class StepCodec {

    /** A part of {@value PlanDesk#STEPS_PER_PART} such steps fits into a commit. */
    static final int LONGEST_CONTENT = 16_000;

    private static final Map<String, Class<? extends Command>> TYPES =
            DomainModel.commands().stream().collect(Collectors.toUnmodifiableMap(Command::nameOf, Function.identity()));

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new ValueModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final JsonMapper open =
            json.rebuild().addMixIn(Sealed.class, LeftOut.class).build();

    @JsonIgnoreType
    private interface LeftOut {}

    /** @throws IllegalArgumentException if its content is too long */
    PlanStep stored(Step step) {
        PlanStep stored = switch (step) {
            case Step.Ready ready ->
                new PlanStep(
                        ready.row(),
                        Command.nameOf(ready.command().getClass()),
                        json.writeValueAsString(ready.command()));
            case Step.Undoable undoable ->
                new PlanStep(undoable.row(), null, (undoable.rule().name() + " " + undoable.argument()).strip());
        };
        if (stored.content().length() > LONGEST_CONTENT) {
            throw new IllegalArgumentException("the content of a step is at most " + LONGEST_CONTENT + " characters");
        }
        return stored;
    }

    /** @throws IllegalArgumentException if there is no such command any more, or its content is none of it */
    Command command(PlanStep step) {
        Class<? extends Command> type = TYPES.get(String.valueOf(step.command()));
        if (type == null) {
            throw new IllegalArgumentException("no command " + step.command());
        }
        try {
            return json.readValue(step.content(), type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the content of a step is no " + step.command(), e);
        }
    }

    /** Whether a stored step is this one, leaving sealed data out: sealing the same twice never gives the same. */
    boolean isStored(Step step, PlanStep stored) {
        return switch (step) {
            case Step.Ready ready ->
                stored.row() == ready.row()
                        && Command.nameOf(ready.command().getClass()).equals(stored.command())
                        && open(ready.command()).equals(open(command(stored)));
            case Step.Undoable undoable -> stored.equals(stored(undoable));
        };
    }

    /** Name and content of a step without what is sealed: the same for the same wish, and nothing personal. */
    public String openContent(Step step) {
        return switch (step) {
            case Step.Ready ready -> Command.nameOf(ready.command().getClass()) + open(ready.command());
            case Step.Undoable undoable -> stored(undoable).content();
        };
    }

    private JsonNode open(Command command) {
        return open.valueToTree(command);
    }
}
