package vn.soto.query.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.Role;

/**
 * The addresses of all commands, from a resource that is packaged with both sides: no class of the command side is
 * known here.
 */
@Component
final class CommandAddresses {

    private static final String RESOURCE = "vn/soto/domain/commands/addresses.properties";

    private final List<CommandAddress> all;

    CommandAddresses() {
        try {
            List<CommandAddress> found = new ArrayList<>();
            PropertiesLoaderUtils.loadProperties(new ClassPathResource(RESOURCE))
                    .forEach((name, value) -> found.add(CommandAddress.parse(name.toString(), value.toString())));
            found.sort(null);
            this.all = List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param roles roles that may send it */
    record CommandAddress(String name, String template, Set<Role> roles) implements Comparable<CommandAddress> {

        /** @param value the template and then the roles, each after a space */
        static CommandAddress parse(String name, String value) {
            List<String> parts = List.of(value.split(" ", -1));
            return new CommandAddress(
                    name,
                    parts.getFirst(),
                    parts.stream().skip(1).map(Role::valueOf).collect(Collectors.toUnmodifiableSet()));
        }

        @Override
        public int compareTo(CommandAddress other) {
            return name.compareTo(other.name);
        }

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

    /** The commands whose subject is none that exists. */
    List<CommandAddress> withoutSubject() {
        return all.stream().filter(command -> command.variables().isEmpty()).toList();
    }
}
