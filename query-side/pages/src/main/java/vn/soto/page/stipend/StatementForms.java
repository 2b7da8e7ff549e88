package vn.soto.page.stipend;

import java.util.Optional;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * The forms of the commands about a statement, for who may give them.
 *
 * @param approve names the content that the page shows; empty unless the reader may approve that
 * @param why     why the content that waits is not approved by the reader; empty if it is, or nothing waits
 * @param correct computes a further version
 */
public record StatementForms(String approve, String why, String correct) {

    private static final String APPROVE = "approve-stipend-statement";
    private static final String COMPUTE = "compute-stipend-statement";

    /** The forms to which the answer about a statement leads; an earlier version is not approved. */
    static Optional<StatementForms> of(ApiAnswer answer, PageContext page) {
        Part statement = answer.answer();
        Part commands = answer.links().get("commands");
        if (!commands.get(COMPUTE).exists()) {
            return Optional.empty();
        }
        String about = "?unit=" + Addresses.encoded(statement.get("unit").text()) + "&period="
                + Addresses.encoded(statement.get("period").text());
        String approve = Addresses.with(
                "/do/" + APPROVE + about, "content", statement.get("content").text());
        Part link = commands.get(APPROVE);
        boolean waits = link.exists() && statement.get("state").text().equals("WAITING_FOR_APPROVAL");
        return Optional.of(new StatementForms(
                waits && !link.get("refused").exists() ? Addresses.with(approve, "to", page.address()) : "",
                waits ? link.at("refused/text").text() : "",
                Addresses.with("/do/" + COMPUTE + about, "to", page.address())));
    }
}
