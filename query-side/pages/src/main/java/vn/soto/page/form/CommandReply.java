package vn.soto.page.form;

import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * The answer of the command side.
 *
 * @param status HTTP status; {@value #UNKNOWN} if there was no answer, and nobody knows whether the command is recorded
 * @param body   the receipt, what the command would do, or a problem
 */
public record CommandReply(int status, JsonNode body) {

    /** No answer came: what was sent may be recorded, and is sent again with its key. */
    static final int UNKNOWN = 0;

    public boolean isAccepted() {
        return status >= 200 && status < 300;
    }

    /** Whether it waits for a second person: nothing is recorded yet. */
    public boolean isProposed() {
        return isAccepted() && part().get("plan").exists();
    }

    /** Whether the id of the command is that of one that was recorded with other content, or by somebody else. */
    public boolean isReused() {
        return part().get("type").text().endsWith(":command-id-reused");
    }

    /** Why it was refused, in the reader's language; that nobody knows whether it was, if no answer came. */
    public String fault(PageContext page) {
        return part().get("detail")
                .optional()
                .or(part().get("title")::optional)
                .orElseGet(() -> page.t("form.text.unknown"));
    }

    /** HTTP status of the page that says why. */
    public int refusal() {
        return status < 400 ? HttpStatus.SERVICE_UNAVAILABLE.value() : status;
    }

    public Part part() {
        return new Part("", body);
    }
}
