package vn.soto.page.me;

import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The reader's name, rights with their reasons, and ways to sign in. */
@PageOf("/api/me")
final class MePage implements QuestionPage {

    /** How somebody signs in is known where passwords are kept; elsewhere the answer is a problem, and the page leaves it out. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return List.of("/api/me/sign-in");
    }

    /** The rights of an account are nothing to be taken out; the first page begins with them. */
    @Override
    public boolean hasTables(ApiAnswer answer) {
        return false;
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(page.t("me.title"), "account/me.jte", Map.of("answer", answer, "signIn", further.getFirst()));
    }
}
