package vn.soto.query.command;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.query.command.CommandForms.CommandLine;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.QueryProblemException;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Requires;

/** Describes commands. They are the same for everybody and at any moment of the ledger. */
@RestController
final class CommandFormEndpoint {

    private final QueryExecutor queries;
    private final CommandForms forms;

    CommandFormEndpoint(QueryExecutor queries, CommandForms forms) {
        this.queries = queries;
        this.forms = forms;
    }

    record CommandList(List<CommandLine> commands) {}

    /** All commands by name. */
    @Requires(EndpointRight.OWN_ACCOUNT)
    @GetMapping("/api/commands")
    Mono<QueryAnswer<CommandList>> commands(QueryContext context, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return queries.answer(context, asOf -> new CommandList(forms.all(language)));
    }

    /** What a command asks for, and what may refuse it. */
    @Requires(EndpointRight.OWN_ACCOUNT)
    @GetMapping("/api/commands/{commandName}")
    Mono<QueryAnswer<CommandForm>> command(
            QueryContext context, @PathVariable String commandName, ServerWebExchange exchange) {
        Locale language = Language.of(exchange);
        return queries.answer(
                context,
                asOf -> forms.find(commandName, language)
                        .orElseThrow(() -> QueryProblemException.absent("command", commandName)));
    }
}
