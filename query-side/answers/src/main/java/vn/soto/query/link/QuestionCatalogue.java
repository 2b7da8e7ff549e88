package vn.soto.query.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.soto.contracts.access.Role;
import vn.soto.query.reading.Requirement;
import vn.soto.query.subject.IdKind;

/** The questions and commands of this product by their addresses and names: what each requires, and what it is called. */
@Component
public final class QuestionCatalogue {

    private final QueryAddresses queries;
    private final CommandAddresses commands;
    private final LinkTexts texts = new LinkTexts();

    QuestionCatalogue(QueryAddresses queries, CommandAddresses commands) {
        this.queries = queries;
        this.commands = commands;
    }

    /**
     * A question at an address.
     *
     * @param named values of its variables and parameters
     */
    public record Question(Requirement required, Map<String, String> named) {}

    /** @param title name of the command for people */
    public record NamedCommand(Set<Role> roles, String title) {}

    /** The question that an address asks, a path with its parameters; empty if it asks none. */
    public Optional<Question> at(String address) {
        try {
            URI uri = new URI(address);
            PathContainer path = PathContainer.parsePath(
                    Optional.ofNullable(uri.getRawPath()).orElse(""));
            Map<String, String> named = new HashMap<>(
                    UriComponentsBuilder.fromUri(uri).build().getQueryParams().toSingleValueMap());
            return queries.all().stream()
                    .map(query -> Map.entry(PathPatternParser.defaultInstance.parse(query.template()), query))
                    .filter(each -> each.getKey().matches(path))
                    .min(Map.Entry.comparingByKey())
                    .map(each -> {
                        named.putAll(variables(each.getKey(), path));
                        return new Question(each.getValue().requirement(), named);
                    });
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> variables(PathPattern pattern, PathContainer path) {
        PathPattern.PathMatchInfo found = pattern.matchAndExtract(path);
        return found == null ? Map.of() : found.getUriVariables();
    }

    public Optional<NamedCommand> command(String name, Locale language) {
        return commands.named(name)
                .map(command -> new NamedCommand(
                        command.roles(),
                        Optional.ofNullable(texts.command(name, language)).orElse(name)));
    }

    /** The addresses of the questions about those of some subjects about which the reader of the answer being made may ask. */
    public Map<String, String> open(IdKind kind, Collection<String> ids) {
        Map<String, String> open = new TreeMap<>();
        queries.at(kind.address())
                .filter(query -> query.variables().size() == 1)
                .ifPresent(query -> AnswerLinks.seen(query, kind, ids)
                        .forEach(id -> open.put(id, query.href(Map.of(kind.variable(), id), Map.of()))));
        return open;
    }

    /** The right that the question with this address requires of the asker. */
    public Requirement requirement(String template) {
        return queries.at(template).orElseThrow().requirement();
    }

    /** A link to the question with this address, its variables and parameters given by name. */
    public Hyperlink link(String template, Map<String, String> named, Locale language) {
        QueryAddress query = queries.at(template).orElseThrow();
        Map<String, String> parameters = new HashMap<>(named);
        parameters.keySet().removeAll(query.variables());
        return Hyperlink.to(query.href(named, parameters), texts.question(template, language));
    }
}
