package vn.soto.page.command;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A command in words, with the way to its form. */
@Component
final class CommandDescriptionPage implements QuestionPage {

    @Override
    public String question() {
        return "/api/commands/{commandName}";
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(answer.answer().get("title").text(), "command/about.jte", Map.of("command", answer.answer()));
    }
}
