package vn.soto.command.binding;

import java.lang.reflect.Executable;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.soto.domain.DomainModel;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Introduces;

/**
 * All commands that clients can issue, by name. Descriptors are derived from {@link ClientCommand}, the command's
 * record and its handler.
 */
public final class CommandCatalogue {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final Map<String, CommandDescriptor> byName = new LinkedHashMap<>();

    /**
     * @param aggregates classes with the handlers of the commands
     * @throws IllegalArgumentException a command's annotation, record and handler do not fit together
     */
    public CommandCatalogue(List<Class<? extends Command>> commands, List<Class<?>> aggregates) {
        for (Class<? extends Command> command : commands) {
            CommandDescriptor issued = issued(command, handler(command, aggregates));
            if (byName.put(issued.name(), issued) != null) {
                throw new IllegalArgumentException("two commands have the name " + issued.name());
            }
        }
    }

    /** The commands of the domain model; made once per process. */
    public static CommandCatalogue product() {
        return Product.CATALOGUE;
    }

    private static final class Product {
        static final CommandCatalogue CATALOGUE =
                new CommandCatalogue(DomainModel.commands(), DomainModel.aggregates());
    }

    /** In the order of the domain model. */
    public List<CommandDescriptor> all() {
        return List.copyOf(byName.values());
    }

    public Optional<CommandDescriptor> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static CommandDescriptor issued(Class<? extends Command> command, Executable handler) {
        ClientCommand issued = Command.issued(command);
        JsonBinder.Fields shape = JsonBinders.fields(command);
        List<String> variables = VARIABLE.matcher(issued.at())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        if (!shape.names().containsAll(variables)) {
            throw new IllegalArgumentException("each variable of " + issued.at() + " is a component of " + command);
        }
        return new CommandDescriptor(
                issued.as(),
                command,
                "/api/" + issued.at(),
                variables,
                shape,
                target(command).orElse(null),
                introduced(command).orElse(null),
                Stream.of(issued.by(), issued.own()).flatMap(Stream::of).collect(Collectors.toUnmodifiableSet()),
                creates(handler),
                onlyCreates(handler));
    }

    private static Optional<String> target(Class<?> command) {
        return Stream.of(command.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class))
                .map(RecordComponent::getName)
                .findFirst();
    }

    private static Optional<String> introduced(Class<?> command) {
        return Stream.of(command.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Introduces.class)
                        && component.getAnnotation(Introduces.class).byDefaultAsCommand())
                .map(RecordComponent::getName)
                .findFirst();
    }

    private static Executable handler(Class<?> command, List<Class<?>> aggregates) {
        return aggregates.stream()
                .<Executable>flatMap(aggregate -> Stream.concat(
                        Stream.of(aggregate.getDeclaredMethods()), Stream.of(aggregate.getDeclaredConstructors())))
                .filter(method ->
                        method.isAnnotationPresent(CommandHandler.class) && method.getParameterTypes()[0] == command)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no aggregate decides " + command));
    }

    private static boolean creates(Executable handler) {
        CreationPolicy policy = handler.getAnnotation(CreationPolicy.class);
        return policy != null && policy.value() == AggregateCreationPolicy.ALWAYS;
    }

    private static boolean onlyCreates(Executable handler) {
        return creates(handler) && !List.of(handler.getParameterTypes()).contains(CoWrittenAggregates.class);
    }
}
