package vn.soto.command.planning;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.DomainModel;
import vn.soto.command.entry.PersonalDataSealer;
import vn.soto.command.shared.Command;
import vn.soto.contracts.plan.PlanId;
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
    private final Map<Class<?>, List<String>> sealed = new ConcurrentHashMap<>();
    private final PersonalDataSealer sealer;

    public StepCodec(PersonalDataSealer sealer) {
        this.sealer = sealer;
    }

    /** The command of a name; absent for a name no client can use. */
    public static @Nullable Class<? extends Command> type(String name) {
        return TYPES.get(name);
    }

    /** The content with the command's id as its target, where it is given neither there nor elsewhere. */
    public static ObjectNode targeted(Class<? extends Command> type, ObjectNode content, PlanId plan, int step) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class))
                .map(RecordComponent::getName)
                .filter(target -> !content.hasNonNull(target))
                .findFirst()
                .map(target ->
                        content.deepCopy().put(target, StepIds.step(plan, step).toString()))
                .orElse(content);
    }

    /**
     * @param id of the command
     * @throws IllegalArgumentException if its content is no command, or too long
     */
    PlanStep stored(Step step, UUID id) {
        PlanStep stored = switch (step) {
            case Step.Ready ready -> stored(ready.row(), ready.command());
            case Step.Clear clear ->
                stored(clear.row(), bound(clear.type(), sealer.seal(clear.type(), clear.content(), id)));
            case Step.Undoable undoable -> stored(undoable);
        };
        if (stored.content().length() > LONGEST_CONTENT) {
            throw new IllegalArgumentException("the content of a step is at most " + LONGEST_CONTENT + " characters");
        }
        return stored;
    }

    /** @throws IllegalArgumentException if there is no such command any more, or its content is none of it */
    Command command(PlanStep step) {
        Class<? extends Command> type = type(String.valueOf(step.command()));
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
                        && open(ready.command().getClass(), json.valueToTree(ready.command()))
                                .equals(open(ready.command().getClass(), tree(stored)));
            case Step.Clear clear ->
                stored.row() == clear.row()
                        && Command.nameOf(clear.type()).equals(stored.command())
                        && isWithin(open(clear.type(), clear.content().deepCopy()), open(clear.type(), tree(stored)));
            case Step.Undoable undoable -> stored.equals(stored(undoable));
        };
    }

    /** Name and content of a step without what is or will be sealed: the same for the same wish, and nothing personal. */
    public String openContent(Step step) {
        return switch (step) {
            case Step.Ready ready ->
                Command.nameOf(ready.command().getClass())
                        + open(ready.command().getClass(), json.valueToTree(ready.command()));
            case Step.Clear clear ->
                Command.nameOf(clear.type())
                        + open(clear.type(), clear.content().deepCopy());
            case Step.Undoable undoable -> stored(undoable).content();
        };
    }

    private PlanStep stored(int row, Command command) {
        return new PlanStep(row, Command.nameOf(command.getClass()), json.writeValueAsString(command));
    }

    private static PlanStep stored(Step.Undoable undoable) {
        return new PlanStep(undoable.row(), null, (undoable.rule().name() + " " + undoable.argument()).strip());
    }

    private Command bound(Class<? extends Command> type, ObjectNode content) {
        try {
            return json.treeToValue(content, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the content of a step is no " + Command.nameOf(type), e);
        }
    }

    private ObjectNode tree(PlanStep stored) {
        return (ObjectNode) json.readTree(stored.content());
    }

    /** Components left out in the clear are {@code null} in the command. */
    private static boolean isWithin(ObjectNode given, ObjectNode stored) {
        return given.properties().stream().allMatch(field -> field.getValue().equals(stored.get(field.getKey())))
                && stored.properties().stream()
                        .allMatch(field ->
                                given.has(field.getKey()) || field.getValue().isNull());
    }

    private ObjectNode open(Class<? extends Command> type, ObjectNode content) {
        return content.remove(sealed.computeIfAbsent(type, StepCodec::sealedComponents));
    }

    private static List<String> sealedComponents(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getType() == Sealed.class)
                .map(RecordComponent::getName)
                .toList();
    }
}
