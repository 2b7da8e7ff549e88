package vn.soto.query.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.StateRefusals;
import vn.soto.contracts.shared.StateRefusals.RefusingRule;
import vn.soto.query.link.CommandAddresses.CommandAddress;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.ReadingDecision;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/** The commands to which an answer leads: about its subject, permitted to the reader, and not refused by the subject's state. */
final class CommandLinks {

    private final QueryAddresses queries;
    private final CommandAddresses commands;
    private final LinkTexts texts;

    /** By address and by the roles that may issue them: whether they may is decided once for all of these. */
    private final Map<String, Map<Set<Role>, List<CommandAddress>>> commandsAbout = new ConcurrentHashMap<>();

    CommandLinks(QueryAddresses queries, CommandAddresses commands, LinkTexts texts) {
        this.queries = queries;
        this.commands = commands;
        this.texts = texts;
    }

    /** Commands are about the present: an answer about the past leads to none. */
    Map<String, CommandLink> of(QueryRequest asked, StateRefusals refusals) {
        Map<String, CommandLink> found = new TreeMap<>();
        if (!asked.parameters().containsKey(Travel.AS_OF)) {
            commandsAbout.computeIfAbsent(asked.template(), this::byRoles).forEach((roles, each) -> {
                Map<Optional<String>, Boolean> permitted = new HashMap<>();
                for (CommandAddress command : each) {
                    Optional<RefusingRule> refusal = refusals.of(command.name());
                    if (refusal.map(RefusingRule::passes).orElse(true)
                            && permitted.computeIfAbsent(
                                    refusals.unitOf(command.name()), unit -> mayIssue(roles, unit, asked))) {
                        found.put(command.name(), link(command, refusal, asked));
                    }
                }
            });
        }
        return found;
    }

    private Map<Set<Role>, List<CommandAddress>> byRoles(String template) {
        return findCommands(template).stream().collect(Collectors.groupingBy(CommandAddress::roles));
    }

    /**
     * A command stands where the longest question does from whose address it goes on; below a report all of its lines'. The page of a
     * unit leaves to lists what stands there.
     */
    private List<CommandAddress> findCommands(String template) {
        if (template.equals(QueryAddresses.ENTRANCE)) {
            return commands.withoutSubject();
        }
        Stream<CommandAddress> below = commands.below(template).stream()
                .filter(command -> standsAt(command).equals(Optional.of(template)));
        if (!template.endsWith("}")) {
            return Stream.concat(commands.into(template).stream(), below)
                    .distinct()
                    .toList();
        }
        return IdKind.at(template).isEmpty()
                ? commands.below(template)
                : Stream.concat(commands.standingAt(template).stream(), below)
                        .filter(command -> !template.equals(IdKind.UNIT.address()) || !commands.standsInAList(command))
                        .toList();
    }

    private Optional<String> standsAt(CommandAddress command) {
        return queries.at(command.template())
                .or(() -> queries.above(command.template()))
                .map(QueryAddress::template);
    }

    private CommandLink link(CommandAddress command, Optional<RefusingRule> refusal, QueryRequest asked) {
        String href = QueryAddress.path(command.template(), asked.variables());
        return new CommandLink(
                href,
                texts.command(command.name(), asked.language()),
                href.contains("{") ? true : null,
                refusal.map(why -> new CommandLink.RefusalReason(why.rule(), texts.refusal(why, asked.language())))
                        .orElse(null));
    }

    /**
     * Whether the reader's roles permit a command about what was asked about; its rules may refuse it all the same.
     *
     * @param in unit in which it is decided; empty where its subject lies
     */
    private static boolean mayIssue(Set<Role> roles, Optional<String> in, QueryRequest asked) {
        Reader reader = Reader.current();
        ReadingDecision decision = in.map(unit -> reader.decide(EndpointRight.COMMANDS, roles, IdKind.UNIT, unit))
                .or(() -> subject(asked)
                        .map(kind -> reader.decide(
                                EndpointRight.COMMANDS,
                                roles,
                                kind,
                                asked.variables().getOrDefault(kind.variable(), ""))))
                .orElseGet(() -> reader.decide(EndpointRight.COMMANDS, roles));
        return decision instanceof ReadingDecision.Allowed;
    }

    /** The kind of what was asked about; of a report that of its team or unit. */
    private static Optional<IdKind> subject(QueryRequest asked) {
        return IdKind.at(asked.template())
                .or(() -> QueryAddress.variables(asked.template()).stream()
                        .findFirst()
                        .flatMap(IdKind::ofVariable));
    }
}
