package vn.soto.query.command;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.query.command.CommandForms.CommandLine;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.web.EndpointRight;

/** Describes commands. They are the same for everybody and at any moment of the ledger. */
@RestController
record CommandFormQuestions(CommandForms forms) {

    record CommandList(List<CommandLine> commands) {}

    /** All commands by name. */
    @Query(at = "/api/commands", right = EndpointRight.OWN_ACCOUNT)
    CommandList commands(Asked asked) {
        Locale language = asked.language();
        return new CommandList(forms.all(language));
    }

    /** The fields of a command, and the rules that may refuse it. */
    @Query(at = "/api/commands/{commandName}", right = EndpointRight.OWN_ACCOUNT)
    CommandForm command(Asked asked, @PathVariable String commandName) {
        Locale language = asked.language();
        return forms.find(commandName, language)
                .orElseThrow(() -> QueryProblemException.absent("command", commandName));
    }
}
