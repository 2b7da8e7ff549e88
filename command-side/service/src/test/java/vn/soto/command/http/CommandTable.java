package vn.soto.command.http;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.domain.DomainModel;
import vn.soto.domain.shared.Role;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.shared.Warnings;
import vn.soto.events.EventCodec;
import vn.soto.events.EventRegistry;
import vn.soto.testkit.code.Reach;

/** Every command as a row: how it is asked for, by whom, what it may be refused for, what it may warn of and record. */
final class CommandTable {

    private static final JavaClasses DOMAIN = Reach.codeAround(DomainModel.class);
    private static final List<Class<? extends DomainEvent>> EVENTS = EventRegistry.product().types().stream()
            .<Class<? extends DomainEvent>>map(EventCodec.product()::classOf)
            .sorted(Comparator.comparing(CommandTable::name))
            .toList();

    private CommandTable() {}

    static String text() {
        return CommandCatalogue.product().all().stream()
                .map(CommandTable::row)
                .collect(Collectors.joining("", """
                        | command | request | who | rules | warnings | events |
                        |---|---|---|---|---|---|
                        """, ""));
    }

    private static String row(CommandDescriptor command) {
        Reach reach = Reach.of(handler(command), DOMAIN);
        List<Class<? extends DomainEvent>> events =
                EVENTS.stream().filter(reach::constructs).toList();
        return "| `%s` | `POST %s` | %s | %s | %s | %s |\n"
                .formatted(
                        command.name(),
                        command.path(),
                        who(command),
                        code(rules(reach)),
                        code(warnings(events)),
                        code(events.stream().map(CommandTable::name).toList()));
    }

    private static String who(CommandDescriptor command) {
        return Stream.of(Role.values())
                .filter(role -> role == Role.ADMINISTRATOR || command.by().contains(role))
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static List<String> rules(Reach reach) {
        return DomainModel.rules().stream()
                .filter(rule -> reach.uses((Enum<?>) rule))
                .map(Rule::name)
                .toList();
    }

    private static List<String> warnings(List<Class<? extends DomainEvent>> events) {
        return events.stream()
                .flatMap(event -> Warnings.toldBy(event).stream())
                .distinct()
                .sorted()
                .map(Enum::name)
                .toList();
    }

    private static String name(Class<? extends DomainEvent> event) {
        return event.getAnnotation(StoredAs.class).value();
    }

    private static String code(Collection<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining("<br>"));
    }

    private static Method handler(CommandDescriptor command) {
        return DomainModel.aggregates().stream()
                .flatMap(aggregate -> Stream.of(aggregate.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(CommandHandler.class)
                        && method.getParameterTypes()[0] == command.type())
                .findFirst()
                .orElseThrow();
    }
}
