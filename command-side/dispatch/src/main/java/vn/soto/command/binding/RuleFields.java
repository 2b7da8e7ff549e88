package vn.soto.command.binding;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.domain.DomainModel;
import vn.soto.domain.person.PersonRule;
import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.shared.RuleViolatedException;

/** The field of a command that a refusal is about, so that a form can show it there. */
public final class RuleFields {

    private static final Map<String, List<String>> FIELDS = read();

    /** Rules that name the field themselves, as their first argument. */
    private static final Set<PersonRule> NAMING = Set.of(
            PersonRule.PERSONAL_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG,
            PersonRule.PERSONAL_TEXT_HOLDS_NO_PERSONAL_NUMBER,
            PersonRule.PHONE_IS_A_VIETNAMESE_NUMBER);

    private RuleFields() {}

    private static Map<String, List<String>> read() {
        return DomainModel.rules().stream()
                .flatMap(rule ->
                        Optional.ofNullable(annotated(rule))
                                .map(about -> Map.entry(rule.name(), List.of(about.value())))
                                .stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static @Nullable AboutField annotated(Rule rule) {
        try {
            return ((Enum<?>) rule).getDeclaringClass().getField(rule.name()).getAnnotation(AboutField.class);
        } catch (NoSuchFieldException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** The rules that are about a field, with the fields of all commands. */
    public static Map<String, List<String>> all() {
        return FIELDS;
    }

    /** Path of the field, from the root of the request; empty if the rule is about none that the command has. */
    public static Optional<String> of(String rule, CommandDescriptor command) {
        List<String> fields = FIELDS.getOrDefault(rule, List.of());
        Set<String> own = paths(command);
        return fields.stream().filter(own::contains).findFirst();
    }

    static Optional<String> of(RuleViolatedException refused, CommandDescriptor command) {
        return refused.rule() instanceof PersonRule rule && NAMING.contains(rule)
                ? refused.arguments().stream().map(Object::toString).findFirst()
                : of(refused.rule().name(), command);
    }

    /** The same of any refusal: of something absent, the field that names it. */
    public static Optional<String> of(RuntimeException refused, CommandDescriptor command, ObjectNode payload) {
        return switch (refused) {
            case RuleViolatedException rule -> of(rule, command);
            case NotFoundException absent -> naming(absent.id(), payload, "");
            default -> Optional.empty();
        };
    }

    private static Optional<String> naming(String id, JsonNode node, String path) {
        if (node.isString()) {
            return node.stringValue().equals(id) ? Optional.of(path) : Optional.empty();
        }
        if (node.isArray()) {
            return node.valueStream()
                    .flatMap(each -> naming(id, each, path).stream())
                    .findFirst();
        }
        return node.properties().stream()
                .flatMap(each -> naming(id, each.getValue(), below(path, each.getKey())).stream())
                .findFirst();
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The fields of a command and those within them. */
    public static Set<String> paths(CommandDescriptor command) {
        Set<String> paths = new HashSet<>();
        paths(command.shape(), "", paths);
        return paths;
    }

    private static void paths(JsonBinder shape, String path, Set<String> paths) {
        switch (shape) {
            case JsonBinder.Fields record ->
                record.fields().forEach(field -> {
                    paths.add(field.below(path));
                    paths(field.shape(), field.below(path), paths);
                });
            case JsonBinder.Many many -> paths(many.item(), path, paths);
            case JsonBinder.Text _, JsonBinder.Choice _, JsonBinder.Whole _, JsonBinder.Truth _, JsonBinder.Other _ -> {
                // has no fields
            }
        }
    }
}
