package vn.soto.command.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.command.binding.Field;
import vn.soto.command.binding.JsonBinder;
import vn.soto.command.binding.ReasonFields;
import vn.soto.command.binding.RuleFields;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.Sealed;
import vn.soto.domain.DomainModel;
import vn.soto.domain.person.PersonalText;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Rule;
import vn.soto.testkit.code.Reach;

/** The data of forms: each command without a word of any language. One line a command, by name. */
final class CommandForms {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class, "text",
            LocalDate.class, "day",
            Instant.class, "time",
            YearMonth.class, "month",
            UUID.class, "uuid",
            Quarter.class, "quarter",
            Subject.class, "subject",
            Sealed.class, "text");

    /** Texts that are ids, codes or hashes of something that exists: a form chooses them, or the page that leads to it knows them. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("account", "account"),
            Map.entry("code", "report-line"),
            Map.entry("content", "content"),
            Map.entry("detector", "detector"),
            Map.entry("figure", "criterion"),
            Map.entry("finding", "finding"),
            Map.entry("id", "candidate"),
            Map.entry("indicator", "indicator"),
            Map.entry("period", "stipend-period"),
            Map.entry("twoPersons", "command"));

    private CommandForms() {}

    static String all() {
        return CommandCatalogue.product().all().stream()
                .sorted(Comparator.comparing(CommandDescriptor::name))
                .map(command -> JSON.writeValueAsString(form(command)))
                .reduce((first, second) -> first + ",\n" + second)
                .map(lines -> "[\n" + lines + "\n]\n")
                .orElseThrow();
    }

    /** The fields of all commands, each after the simple name of its record. */
    static Set<String> bounded() {
        Set<String> names = new HashSet<>();
        CommandCatalogue.product().all().forEach(command -> names(command.shape(), names));
        return names;
    }

    private static void names(JsonBinder shape, Set<String> names) {
        switch (shape) {
            case JsonBinder.Fields record ->
                record.fields().forEach(field -> {
                    names.add(record.type().getSimpleName() + "." + field.name());
                    names(field.shape(), names);
                });
            case JsonBinder.Many many -> names(many.item(), names);
            default -> {
                // has no fields
            }
        }
    }

    private static ObjectNode form(CommandDescriptor command) {
        ObjectNode form = object().put("name", command.name()).put("path", command.path());
        ArrayNode roles = form.putArray("roles");
        Stream.of(Role.values())
                .filter(role -> role == Role.ADMINISTRATOR || command.by().contains(role))
                .forEach(role -> roles.add(role.name()));
        ArrayNode fields = form.putArray("fields");
        List<Field> inPath = command.shape().fields().stream()
                .filter(field -> command.variables().contains(field.name()))
                .toList();
        inPath.forEach(
                field -> fields.add(field(command, field, command.type(), true).put("in", "path")));
        command.body().forEach(field -> fields.add(field(command, field, command.type(), command.asksFor(field))));
        ArrayNode rules = form.putArray("rules");
        rules(command).forEach(rule -> {
            ObjectNode made = rules.addObject().put("rule", rule.name());
            RuleFields.of(rule.name(), command).ifPresent(field -> made.put("field", field));
        });
        return form;
    }

    static List<Rule> rules(CommandDescriptor command) {
        Reach reach = CommandTable.reach(command);
        return DomainModel.rules().stream()
                .filter(rule -> reach.uses((Enum<?>) rule))
                .toList();
    }

    private static ObjectNode field(CommandDescriptor command, Field field, Class<?> owner, boolean required) {
        ObjectNode made = object().put("name", field.name());
        Optional<List<ReasonCode>> reasons = reasons(command, field, owner);
        if (reasons.isPresent()) {
            ArrayNode values = made.put("type", "choice")
                    .put("of", ReasonCode.class.getSimpleName())
                    .putArray("values");
            reasons.get().forEach(code -> values.add(code.name()));
        } else {
            made.setAll(shape(command, field.name(), field.shape()));
        }
        FieldBounds.of(owner, field.name(), field.shape()).ifPresent(bounds -> bounds.into(made));
        if (owner == command.type() && isNew(command, field)) {
            made.put("new", true);
        }
        return made.put("required", required);
    }

    /** Whether it names what the command makes, which then has the id of the command if the client names none. */
    private static boolean isNew(CommandDescriptor command, Field field) {
        return field.name().equals(command.introduced())
                || (command.creates()
                        && field.name().equals(command.target())
                        && !command.variables().contains(field.name()));
    }

    private static Optional<List<ReasonCode>> reasons(CommandDescriptor command, Field field, Class<?> owner) {
        return owner == command.type() && field.name().equals(ReasonFields.CODE)
                ? ReasonList.of(command.type()).map(ReasonList::codes)
                : Optional.empty();
    }

    private static ObjectNode shape(CommandDescriptor command, String name, JsonBinder shape) {
        return switch (shape) {
            case JsonBinder.Text text -> text(name, text.type());
            case JsonBinder.Choice choice -> choice(choice);
            case JsonBinder.Whole _ -> object().put("type", "number");
            case JsonBinder.Truth _ -> object().put("type", "truth");
            case JsonBinder.Many many ->
                object().put("type", "list")
                        .set("item", shape(command, name, many.item()))
                        .put("distinct", many.distinct());
            case JsonBinder.Fields record -> {
                ObjectNode made = object().put("type", "group");
                ArrayNode fields = made.putArray("fields");
                record.fields().forEach(field -> fields.add(field(command, field, record.type(), field.required())));
                yield made;
            }
            case JsonBinder.Other other -> throw new IllegalStateException("no form for " + other.type());
        };
    }

    private static ObjectNode text(String name, Class<?> type) {
        if (Id.class.isAssignableFrom(type)) {
            return object().put("type", "id").put("of", kind(type));
        }
        if ((type == String.class || type == AccountId.class) && NAMED.containsKey(name)) {
            return object().put("type", "id").put("of", NAMED.get(name));
        }
        ObjectNode made = object().put("type", TYPES.getOrDefault(type, "text"));
        return type == Sealed.class
                ? made.put("personal", true)
                        .put("longest", PersonalText.named(name).longest())
                : made;
    }

    /** {@code SupportRequestId} as "support-request". */
    private static String kind(Class<?> id) {
        return id.getSimpleName()
                .replaceFirst("Id$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static ObjectNode choice(JsonBinder.Choice choice) {
        String type = choice.type().getName();
        ObjectNode made = object().put("type", "choice")
                .put("of", type.substring(type.lastIndexOf('.') + 1).replace('$', '.'));
        ArrayNode values = made.putArray("values");
        choice.constants().keySet().forEach(values::add);
        return made;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
