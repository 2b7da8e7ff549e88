package vn.soto.page.command;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/**
 * The form of a command, filled in from the address. Its script sends the command; before that it shows what the command would
 * change.
 */
@Component
final class CommandFormPage implements QuestionPage {

    @Override
    public String question() {
        return "/api/commands/{commandName}";
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(
                answer.answer().get("title").text(),
                "command/form.jte",
                Map.of("answer", answer, "to", ownPath(page.option("to"))));
    }

    /** Where to go on; the first page instead of what is no address of this site. */
    private static String ownPath(String to) {
        return to.startsWith("/") && !to.startsWith("//") && to.indexOf('\\') < 0 ? to : "/";
    }
}
