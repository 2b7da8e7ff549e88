package vn.soto.query.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.query.command.CommandForm.FormField;
import vn.soto.query.command.CommandForm.FormRule;
import vn.soto.query.command.CommandForm.FormValue;
import vn.soto.query.link.QuestionCatalogue;
import vn.soto.query.subject.CommandData;
import vn.soto.query.subject.CommandData.FieldData;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/** The fields of each command with their words. */
@Component
final class CommandForms {

    private final QuestionCatalogue catalogue;
    private final FieldWords words = new FieldWords();
    private final Map<String, CommandData> byName = new TreeMap<>();

    CommandForms(QuestionCatalogue catalogue) {
        this.catalogue = catalogue;
        CommandData.ALL.forEach(command -> byName.put(command.name(), command));
    }

    /** All of them by name. */
    List<CommandLine> all(Locale language) {
        return byName.values().stream()
                .map(command -> new CommandLine(command.name(), title(command, language)))
                .toList();
    }

    /** @param title name of the command for people */
    record CommandLine(@IdOf(IdKind.COMMAND) String name, String title) {}

    Optional<CommandForm> find(String name, Locale language) {
        return Optional.ofNullable(byName.get(name)).map(command -> form(command, language));
    }

    private CommandForm form(CommandData command, Locale language) {
        return new CommandForm(
                command.name(),
                title(command, language),
                "POST",
                command.path(),
                command.roles(),
                command.fields().stream()
                        .map(field -> field(field, command.name(), language))
                        .toList(),
                command.rules().stream()
                        .map(rule -> new FormRule(
                                rule.rule(), RefusalTexts.withoutArguments(rule.rule(), language), rule.field()))
                        .toList());
    }

    private String title(CommandData command, Locale language) {
        return catalogue.command(command.name(), language).orElseThrow().title();
    }

    private FormField field(FieldData field, String command, Locale language) {
        String name = Objects.requireNonNull(field.name());
        return field(field, name, words.label(name, language), command, language);
    }

    /** @param name of the field, or of the list whose item it is */
    private FormField field(FieldData field, String name, @Nullable String label, String command, Locale language) {
        FieldData item = field.item();
        return new FormField(
                label == null ? null : name,
                label,
                field.type(),
                field.of(),
                field.isNew(),
                Boolean.TRUE.equals(field.required()),
                Boolean.TRUE.equals(field.personal()),
                words.hint(field, command, name, language),
                field.longest(),
                field.least(),
                field.most(),
                field.values() == null ? null : values(field, field.values(), language),
                item == null ? null : field(item, name, null, command, language),
                field.fields() == null
                        ? null
                        : field.fields().stream()
                                .map(each -> field(each, command, language))
                                .toList(),
                field.in());
    }

    private List<FormValue> values(FieldData field, List<String> values, Locale language) {
        String type = Objects.requireNonNull(field.of());
        return values.stream()
                .map(value -> new FormValue(value, words.value(type, value, language)))
                .toList();
    }
}
