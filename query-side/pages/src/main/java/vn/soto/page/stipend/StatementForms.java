package vn.soto.page.stipend;

import java.util.Comparator;
import java.util.List;
import vn.soto.page.Addresses;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * The forms of the commands about a statement, for who may give commands; whether this person may, the command side decides.
 *
 * @param approve names the content that the page shows; empty unless that waits for approval by the reader
 * @param correct computes a further version
 */
public record StatementForms(String approve, String correct) {

    /** Whether the reader computed the latest version, which another person approves. */
    public static boolean isMine(Part statement, PageContext page) {
        List<Part> versions = statement.get("versions").items();
        return versions.stream()
                .max(Comparator.comparingLong(version -> version.get("version").number()))
                .filter(latest -> latest.get("by")
                        .text()
                        .equals(page.me().answer().get("account").text()))
                .isPresent();
    }

    static StatementForms of(Part statement, PageContext page) {
        String about = "?unit=" + Addresses.encoded(statement.get("unit").text()) + "&period="
                + Addresses.encoded(statement.get("period").text());
        String approve = Addresses.with(
                "/do/approve-stipend-statement" + about,
                "content",
                statement.get("content").text());
        return new StatementForms(
                statement.get("state").text().equals("WAITING_FOR_APPROVAL") && !isMine(statement, page)
                        ? Addresses.with(approve, "to", page.address())
                        : "",
                Addresses.with("/do/compute-stipend-statement" + about, "to", page.address()));
    }
}
