package vn.soto.query.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.Role;
import vn.soto.query.subject.CommandData;

/** The addresses of all commands by name. */
@Component
final class CommandAddresses {

    private static final String API = "/api/";

    /** How addresses of commands call things with a question of another address, or with none: by the question or list where they stand. */
    private static final Map<String, String> STANDING = Map.of(
            "/api/teams/{team}/outreach", "/community-groups",
            "/api/teams/{team}/mobilisations", "/teams/{team}/members/{member}/mobilisations/{day}",
            "/api/unconfirmed-assistances", "/assistances/{assistance}/confirmation",
            "/api/units/{unit}/periods", "/reporting-calendar",
            "/api/stipends/{statement}", "/units/{unit}/stipends/{period}",
            "/api/persons/{subject}/file", "/persons/{subject}/restriction");

    private final List<CommandAddress> all = CommandData.ALL.stream()
            .map(command -> new CommandAddress(command.name(), command.path(), Set.copyOf(command.roles())))
            .toList();

    /** @param roles roles that may send it */
    record CommandAddress(String name, String template, Set<Role> roles) {

        List<String> variables() {
            return QueryAddress.variables(template);
        }
    }

    Optional<CommandAddress> named(String name) {
        return all.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    /** The commands at and below the address of a subject; one that names something else too is a template of its address. */
    List<CommandAddress> below(String template) {
        List<String> bound = QueryAddress.variables(template);
        return all.stream()
                .filter(command -> (command.template() + "/").startsWith(template + "/")
                        && command.variables().size() >= bound.size()
                        && command.variables().subList(0, bound.size()).equals(bound))
                .toList();
    }

    /**
     * The commands that make the entries of a list, such as {@code POST /api/households} of
     * {@code /api/units/{unit}/households}. They are those at the address of the list itself, and those without a
     * subject whose address begins with its last name. Commands about entries without a question of their own belong to
     * them, too.
     */
    List<CommandAddress> into(String list) {
        String name = list.substring(list.lastIndexOf('/') + 1);
        return all.stream()
                .filter(command -> command.template().equals(list)
                        || (command.variables().isEmpty() && (command.template() + "/").startsWith(API + name + "/"))
                        || standAt(list, command))
                .toList();
    }

    /** Those whose addresses call what stands at the question. */
    List<CommandAddress> standingAt(String question) {
        return all.stream().filter(command -> standAt(question, command)).toList();
    }

    private static boolean standAt(String question, CommandAddress command) {
        return Optional.ofNullable(STANDING.get(question))
                .filter(command.template()::contains)
                .isPresent();
    }

    /** Whether it is about something without a question of its own, which stands in a list. */
    boolean standsInAList(CommandAddress command) {
        return STANDING.values().stream().anyMatch(command.template()::contains);
    }

    /** The commands whose subject is none that exists. */
    List<CommandAddress> withoutSubject() {
        return all.stream().filter(command -> command.variables().isEmpty()).toList();
    }
}
