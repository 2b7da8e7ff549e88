package vn.soto.page.account;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.MissingNode;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** An account: its person, its roles with their places and decisions, and its ways to sign in where passwords are kept here. */
@PageOf("/api/accounts/{account}")
final class AccountPage implements QuestionPage {

    static final String ACCOUNTS = "/api/local-accounts";
    private static final int HISTORY = 1;

    /** How an account signs in is told of now alone, to who administers it; elsewhere the answers are problems. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        String account = answer.answer().get("account").text();
        return page.isPast() || !page.holds("ADMINISTRATOR")
                ? List.of()
                : List.of(ACCOUNTS, ACCOUNTS + "/" + Addresses.encoded(account) + "/history");
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part here = answer.answer();
        String account = here.get("account").text();
        return new View(
                page.t("account.title", whose(answer, page)),
                "account/account.jte",
                Map.of(
                        "answer",
                        answer,
                        "local",
                        further.isEmpty() ? nothing() : local(further.getFirst(), account),
                        "history",
                        further.size() > HISTORY ? further.get(HISTORY).root() : nothing()));
    }

    /** The member to whom the account belongs, or its name. */
    private static String whose(ApiAnswer answer, PageContext page) {
        Part here = answer.answer();
        return here.get("member")
                .optional()
                .map(person -> page.named(answer, "member", person))
                .orElseGet(() -> page.who(answer, here.get("account")));
    }

    /** The account of a name among those that the reader administers; missing if it is none of them. */
    static Part local(ApiAnswer accounts, String account) {
        return accounts.root().items().stream()
                .filter(each -> each.get("account").text().equals(account))
                .findFirst()
                .orElseGet(AccountPage::nothing);
    }

    private static Part nothing() {
        return new Part("", MissingNode.getInstance());
    }
}
