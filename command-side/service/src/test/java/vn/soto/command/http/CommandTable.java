package vn.soto.command.http;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.domain.DomainModel;
import vn.soto.domain.shared.CommonRule;
import vn.soto.domain.shared.Rule;
import vn.soto.events.EventCodec;
import vn.soto.events.EventRegistry;
import vn.soto.testkit.CommandPage;
import vn.soto.testkit.code.Reach;

/**
 * The reference of all commands as Markdown, one page per sealed file of commands. It has the request, the permitted
 * roles, and the rules, warnings and events of each. {@link CommonRule}s appear on every page as one word, which the
 * index explains.
 */
final class CommandTable {

    private static final Reach.Code DOMAIN = Reach.codeAround(DomainModel.class);
    static final List<Class<? extends DomainEvent>> EVENTS = EventRegistry.product().types().stream()
            .<Class<? extends DomainEvent>>map(EventCodec.product()::classOf)
            .sorted(Comparator.comparing(CommandTable::name))
            .toList();

    private CommandTable() {}

    /** The part of the README that lists common rules and pages. */
    static String index() {
        return words() + "\n" + links();
    }

    /** The part of every page that is about its commands, by the name of the file. */
    static SortedMap<String, String> pages() {
        SortedMap<String, String> pages = new TreeMap<>();
        byFile().forEach((file, commands) -> pages.put(CommandPage.nameOf(file), page(file, commands)));
        return pages;
    }

    private static SequencedMap<Class<?>, List<CommandDescriptor>> byFile() {
        return CommandCatalogue.product().all().stream()
                .collect(Collectors.groupingBy(
                        command -> command.type().getInterfaces()[0], LinkedHashMap::new, Collectors.toList()));
    }

    private static String words() {
        String rows = Stream.of(CommonRule.values())
                .map(rule -> "| %s | `%s` |\n".formatted(word(rule), rule.name()))
                .collect(Collectors.joining());
        return "| word | common rule |\n|---|---|\n" + rows;
    }

    private static String links() {
        String rows = byFile().entrySet().stream()
                .map(entry -> "| [%s](commands/%s) | %s |\n"
                        .formatted(
                                CommandPage.titleOf(entry.getKey()),
                                CommandPage.nameOf(entry.getKey()),
                                resources(entry.getValue())))
                .collect(Collectors.joining());
        return "| commands | requests below |\n|---|---|\n" + rows;
    }

    private static String resources(List<CommandDescriptor> commands) {
        return commands.stream()
                .map(command -> command.path().replaceFirst("(?<=^/api/[^/]{1,99})/.*", ""))
                .distinct()
                .map(path -> "`" + path + "`")
                .collect(Collectors.joining(", "));
    }

    private static String link(CommandDescriptor command) {
        return "| [%1$s](#%1$s) | `POST %2$s` |\n".formatted(command.name(), command.path());
    }

    private static String page(Class<?> file, List<CommandDescriptor> commands) {
        return """
                # Commands: %s

                Made from [%s](../domain/src/main/java/%s.java).
                How to read it: [command side](../README.md#commands).

                | command | request |
                |---|---|
                """.formatted(
                                CommandPage.titleOf(file),
                                file.getSimpleName(),
                                file.getName().replace('.', '/'))
                + commands.stream().map(CommandTable::link).collect(Collectors.joining())
                + commands.stream().map(CommandTable::section).collect(Collectors.joining());
    }

    private static String section(CommandDescriptor command) {
        Reach reach = reach(command);
        List<Class<? extends DomainEvent>> events =
                EVENTS.stream().filter(reach::constructs).toList();
        return "\n## %s\n\n`POST %s`, %s.".formatted(command.name(), command.path(), who(command))
                + common(reach)
                + "\n"
                + items("Refused by", rules(reach))
                + items("Warns", warnings(events))
                + items("Records", events.stream().map(CommandTable::name).toList());
    }

    private static String common(Reach reach) {
        Map<String, List<CommonRule>> byWord = Stream.of(CommonRule.values())
                .collect(Collectors.groupingBy(CommandTable::word, LinkedHashMap::new, Collectors.toList()));
        String used = byWord.entrySet().stream()
                .flatMap(entry -> used(entry.getKey(), entry.getValue(), reach))
                .collect(Collectors.joining(", "));
        return used.isEmpty() ? "" : " Common rules: " + used + ".";
    }

    /** The common word if the command can break every rule of the group, else the names of the rules it can break. */
    private static Stream<String> used(String word, List<CommonRule> rules, Reach reach) {
        List<CommonRule> reached = rules.stream().filter(reach::uses).toList();
        return reached.equals(rules) ? Stream.of(word) : reached.stream().map(rule -> "`" + rule.name() + "`");
    }

    /** The topic of a rule: the first word of its name. */
    private static String word(CommonRule rule) {
        return rule.name().substring(0, rule.name().indexOf('_')).toLowerCase(Locale.ROOT);
    }

    private static String items(String title, List<String> names) {
        return names.isEmpty()
                ? ""
                : "\n" + title + "\n"
                        + names.stream().map(name -> "- `" + name + "`\n").collect(Collectors.joining());
    }

    private static String who(CommandDescriptor command) {
        return Stream.of(Role.values())
                .filter(role -> role == Role.ADMINISTRATOR || command.by().contains(role))
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    static List<String> rules(Reach reach) {
        return DomainModel.rules().stream()
                .filter(rule -> !(rule instanceof CommonRule))
                .filter(rule -> reach.uses((Enum<?>) rule))
                .map(Rule::name)
                .toList();
    }

    private static List<String> warnings(List<Class<? extends DomainEvent>> events) {
        return Stream.of(Flag.Code.values())
                .filter(code -> events.stream().anyMatch(event -> WarningTriggers.raises(event, code)))
                .map(Enum::name)
                .toList();
    }

    private static String name(Class<? extends DomainEvent> event) {
        return event.getAnnotation(StoredAs.class).value();
    }

    /** The code by which the command is decided. */
    static Reach reach(CommandDescriptor command) {
        return Reach.of(DomainModel.deciding(command.type()), DOMAIN);
    }
}
